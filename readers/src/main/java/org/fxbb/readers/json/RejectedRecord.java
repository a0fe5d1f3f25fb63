package org.fxbb.readers.json;

import java.util.List;
import org.fxbb.readers.notice.Notice;

/**
 * A poll, session count or test that was quarantined though its submission was not.
 *
 * @param path where it is in the submission, such as {@code interface_metrics[2]}
 * @param text its JSON text, cut to {@link RejectedLine#LONGEST_TEXT} bytes
 * @param notices why
 */
public record RejectedRecord(String path, String text, List<Notice> notices) {}
