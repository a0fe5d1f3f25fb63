package org.fxbb.readers.qos;

import java.util.List;
import org.fxbb.readers.json.RejectedRecord;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * One line of a QoS agent's dump.
 *
 * <p><b>Source:</b> spec 4.6.
 *
 * @param header its {@code pop} is never null here
 * @param connectivityStatus FULL, PARTIAL or NONE; null where not given
 * @param tests one per row of {@code ts_qos_measurements}
 * @param rejected tests that were bad on their own; records of the line = tests + rejected
 * @param notices of the submission and its tests, those of {@code rejected} not included
 */
public record QosSubmission(
    SubmissionHeader header,
    @Nullable String connectivityStatus,
    List<QosTest> tests,
    List<RejectedRecord> rejected,
    List<Notice> notices) {}
