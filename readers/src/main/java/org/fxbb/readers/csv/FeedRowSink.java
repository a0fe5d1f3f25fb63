package org.fxbb.readers.csv;

import java.util.List;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.notice.Notice;

/** Where {@link CsvFeedReader} puts what it reads, in the order of the file. */
public interface FeedRowSink {

  /** A row without an error; its warnings were given to {@link #notice} before. */
  void row(FeedRow row);

  /**
   * A row with at least one error.
   *
   * @param row the row as delivered
   * @param notices its errors and other notices; each was given to {@link #notice} before
   */
  void rejected(RejectedRow row, List<Notice> notices);

  /** Every notice exactly once, of the file and of all rows, good or bad. */
  void notice(Notice notice);
}
