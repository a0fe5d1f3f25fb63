package org.fxbb.cron.validate;

import java.util.List;
import org.fxbb.readers.notice.Notice;

/** Is told everything about a file as it is found, without a limit, in the order of the file. */
interface Findings {
  /** Somebody who wants to know nothing. */
  Findings NONE = new Findings() {};

  /** What is to be said. */
  default void notice(Notice notice) {}

  /** A row of a CSV file that would not be loaded; it was told by {@link #notice} too. */
  default void rejected(long rowNumber, List<String> cells, List<Notice> errors) {}
}
