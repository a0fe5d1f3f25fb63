package org.fxbb.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxbb.jobs.ingest.CsvCheck.Needed;
import org.fxbb.readers.Limits;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.csv.CsvSummary;
import org.fxbb.readers.csv.FeedRowSink;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.notice.FileNotice.RuleNotRunNotice;
import org.fxbb.readers.notice.FileNotice.RuleNotRunOnPartialFileNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeGrades;
import org.fxbb.readers.notice.RowNotice.DuplicateKeyNotice;
import org.fxbb.readers.notice.Severity;
import org.fxbb.writers.feed.CsvRecordText;
import org.fxbb.writers.feed.FeedStage;
import org.fxbb.writers.file.CsvForm;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.notice.NoticeStage.Kind;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CSV file into staging and checks it: what stays staged can be loaded, what cannot is in
 * quarantine, and every notice is collected.
 *
 * <p><b>Source</b>: spec 4.3, 4.9 (rows) and 4.11.
 */
final class CsvReading implements FeedRowSink {
  private final Load load;
  private final Feed feed;
  private final Subject subject;
  private final FeedStage stage;
  private final NoticeStage notices;
  private final Set<String> tried;
  private @Nullable String fatal;
  private @Nullable String contentSha256;
  private @Nullable CsvForm form;
  private long rows;
  private long duplicates;

  /**
   * Reads into a load.
   *
   * @param tried other feeds of the same month that are staged too, because they are tried with it
   */
  CsvReading(Load load, Feed feed, Subject subject, NoticeGrades grades, Set<String> tried) {
    this.tried = tried;
    this.load = load;
    this.feed = feed;
    this.subject = subject;
    this.stage = new FeedStage(load, feed);
    this.notices = new NoticeStage(load, grades);
  }

  /** Staging layouts that the load must be begun with. */
  static List<String> layouts(Feed feed) {
    List<String> layouts = new ArrayList<>(NoticeStage.LAYOUTS);
    layouts.add(FeedStage.layout(feed));
    if (CsvChecks.needsPackages(feed)) {
      layouts.add(FeedStage.layout(Feeds.PACKAGES));
    }
    return layouts;
  }

  /** Reads the file; the period is null for registry files. */
  void read(CsvFeedReader reader, InputStream bytes, Limits limits, @Nullable YearMonth period)
      throws IOException {
    MessageDigest digest = Digests.sha256();
    try (DigestInputStream plain =
        new DigestInputStream(
            DeliveredBytes.openLimited(bytes, limits.fileBytes(), limits.archiveRatio()), digest)) {
      CsvSummary summary =
          load.profile().measure(WorkProfile.READ, () -> reader.read(feed, period, plain, this));
      rows = summary.rows();
      load.profile().add(WorkProfile.READ, rows, 0);
      form =
          summary.header().isEmpty()
              ? null
              : new CsvForm(CsvRecordText.join(summary.header()), summary.separator());
      if (summary.complete()) {
        plain.transferTo(java.io.OutputStream.nullOutputStream());
        contentSha256 = HexFormat.of().formatHex(digest.digest());
      }
    } catch (RefusedContentException e) {
      notice(e.notice());
    }
  }

  /** Makes the rows that were read visible to statements of the load. */
  void flush() {
    stage.flush();
  }

  /** Runs the checks that need more than one row or more than the file. */
  void check(List<CsvCheck> checks, Map<String, ?> parameters) {
    stage.flush();
    checks.stream().filter(check -> !check.ofWholeFile()).forEach(c -> check(c, parameters));
    notices.flush();
    stage.takeOutBadRows();
    takeOutRepeatedKeys();
    long missing = bad();
    for (CsvCheck check : checks) {
      if (check.ofWholeFile() && missing > 0) {
        notice(new RuleNotRunOnPartialFileNotice(check.rule(), Long.toString(missing)));
      } else if (check.ofWholeFile() && canRun(check, parameters)) {
        check(check, parameters);
      }
    }
  }

  private void takeOutRepeatedKeys() {
    String key = String.join(", ", feed.key());
    boolean[] repeated = {false};
    stage.listRepeatedKeys(
        (row, first, found, same) -> {
          repeated[0] = true;
          if (!same) {
            notice(new DuplicateKeyNotice(row, key, found, Long.toString(first)));
          }
        });
    if (repeated[0]) {
      notices.flush();
      stage.takeOutBadRows();
      duplicates = stage.dropRepeatedRows();
    }
  }

  /** Whether the filing that a check compares with is in force; says so where it is not. */
  private boolean canRun(CsvCheck check, Map<String, ?> parameters) {
    Needed needed = check.needed();
    if (needed == null || (needed.monthsBefore() == 0 && tried.contains(needed.feed()))) {
      return true;
    }
    Map<String, Object> filing = new HashMap<>(parameters);
    filing.put("feed", needed.feed());
    filing.put("months_before", needed.monthsBefore());
    List<String> lacking =
        load.query(
            SqlText.of(CsvReading.class, "notInForce"), filing, (row, i) -> row.getString("month"));
    lacking.forEach(month -> notice(new RuleNotRunNotice(needed.feed(), check.rule(), month)));
    return lacking.isEmpty();
  }

  private void check(CsvCheck check, Map<String, ?> parameters) {
    String query =
        SqlText.of(CsvChecks.class, check.query()).replace("{layout}", FeedStage.layout(feed));
    load.stream(
        query,
        parameters,
        row ->
            notice(
                check
                    .notice()
                    .make(
                        row.getLong("row_number"),
                        row.getString("column_name"),
                        textOf(row.getString("found")),
                        textOf(row.getString("expected")))));
  }

  @Override
  public void row(FeedRow row) {
    stage.row(row);
  }

  @Override
  public void rejected(RejectedRow row, List<Notice> reasons) {
    notices.quarantine(
        subject, row.rowNumber(), Kind.ROW, Notice.worst(reasons), CsvRecordText.join(row.cells()));
  }

  @Override
  public void notice(Notice notice) {
    if (notice.severity() == Severity.FATAL && fatal == null) {
      fatal = notice.code();
    }
    notices.notice(subject, notice);
  }

  /** Code of the first FATAL notice, or null. */
  @Nullable String fatal() {
    return fatal;
  }

  /** SHA-256 of the plain content, or null where it could not be read to its end. */
  @Nullable String contentSha256() {
    return contentSha256;
  }

  /** How the file is written, or null where no header was read. */
  @Nullable CsvForm form() {
    return form;
  }

  /** Data records of the file, as far as it was read. */
  long rows() {
    return rows;
  }

  /** Rows that repeat an earlier one exactly. */
  long duplicates() {
    return duplicates;
  }

  /** Rows that can be loaded. */
  long good() {
    return stage.count();
  }

  /** Rows with an error. */
  long bad() {
    notices.flush();
    return stage.countQuarantined();
  }

  /** Moves notices and quarantined rows into their tables. */
  void keepNotices() {
    notices.merge();
  }

  private static String textOf(@Nullable String text) {
    return text == null ? "" : text;
  }
}
