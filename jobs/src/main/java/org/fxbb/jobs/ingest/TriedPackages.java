package org.fxbb.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.csv.FeedRowSink;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.notice.Notice;
import org.fxbb.writers.feed.FeedStage;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newest packages file that an ISP tried for a month and that would be accepted: what other
 * trials of the month may name, though nothing of it is in force. Read again from the archive,
 * since a trial leaves no rows.
 *
 * @param month the month that is tried
 * @param archivePath where its content is
 */
record TriedPackages(YearMonth month, String archivePath) {

  /** The newest one; empty where none was tried, or none would be accepted. */
  static Optional<TriedPackages> find(IngestContext context, long isp, YearMonth month) {
    return JdbcClient.create(context.database())
        .sql(SqlText.of(TriedPackages.class, "triedPackages"))
        .param("isp_id", isp)
        .param("period", month.atDay(1))
        .query(String.class)
        .optional()
        .map(path -> new TriedPackages(month, path));
  }

  /** Stages its good rows beside those that are checked. */
  void stage(Load load, CsvFeedReader reader, IngestContext context) throws IOException {
    FeedStage stage = new FeedStage(load, Feeds.PACKAGES);
    try (InputStream bytes = context.archive().open(archivePath)) {
      reader.read(Feeds.PACKAGES, month, bytes, new GoodRows(stage));
    }
    stage.flush();
  }

  /** What is wrong with it was told in its own answer. */
  private record GoodRows(FeedStage stage) implements FeedRowSink {
    @Override
    public void row(FeedRow row) {
      stage.row(row);
    }

    @Override
    public void rejected(RejectedRow row, List<Notice> reasons) {}

    @Override
    public void notice(Notice notice) {}
  }
}
