package org.fxbb.readers.json;

import java.util.List;
import org.fxbb.readers.notice.Notice;

/**
 * Where a dump reader puts what it reads, in the order of the lines.
 *
 * @param <S> the kind of submission
 */
public interface DumpSink<S> {

  /**
   * A line that is a submission; its own notices are inside it and are not given to {@link
   * #notice}.
   */
  void submission(S submission);

  /** A line that is not a submission that can be loaded, with the reasons. */
  void rejected(RejectedLine line, List<Notice> notices);

  /** A notice about the file as a whole, such as {@code corrupt_archive}. */
  void notice(Notice notice);
}
