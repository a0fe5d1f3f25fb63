package org.fxbb.jobs.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fxbb.jobs.ingest.FileIdentity.Filing;
import org.fxbb.jobs.ingest.FilingStates.Version;
import org.fxbb.jobs.ingest.IngestContext.Waiting;
import org.fxbb.jobs.run.NameUuid;
import org.fxbb.readers.notice.AcrossNotice.FewerRowsThanReplacedNotice;
import org.fxbb.readers.notice.AcrossNotice.FileIdenticalToOtherIspNotice;
import org.fxbb.readers.notice.AcrossNotice.FileIdenticalToPreviousMonthNotice;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.FileNotice.OlderRevisionNotice;
import org.fxbb.readers.notice.FileNotice.ReferenceNeverArrivedNotice;
import org.fxbb.readers.notice.FileNotice.TooManyErrorsNotice;
import org.fxbb.readers.notice.FileNotice.WaitingForReferenceNotice;
import org.fxbb.writers.feed.FeedMerge;
import org.fxbb.writers.file.Balance;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one filing that was read: refused, left waiting, or put in force in place of the
 * version before it. All within its load.
 *
 * <p><b>Source</b>: spec 4.2, 4.9 and 4.10.
 */
final class FilingDecision {
  private final IntakePolicy policy;
  private final Load load;
  private final ReceivedFile file;
  private final Filing filing;
  private final CsvReading reading;
  private final Map<String, Object> parameters;
  private final boolean isTrial;

  FilingDecision(
      IntakePolicy policy, Load load, ReceivedFile file, Filing filing, CsvReading reading) {
    this.policy = policy;
    this.load = load;
    this.file = file;
    this.filing = filing;
    this.reading = reading;
    this.parameters = parameters(file, filing);
    this.isTrial = file.inbox().equals("TRY");
  }

  /**
   * Checks what was read, and loads it unless it is refused, waits, or is a trial.
   *
   * @param waiting for what it waits, null where everything is there; a file whose cells are so
   *     wrong that it will be refused does not wait
   */
  FileOutcome decide(@Nullable Waiting waiting) {
    if (reading.fatal() == null && reading.rows() == 0) {
      reading.notice(new EmptyFileNotice());
    }
    if (reading.fatal() == null) {
      reading.check(
          waiting == null
              ? CsvChecks.of(filing.name().feed())
              : CsvChecks.withoutPackages(filing.name().feed()),
          parameters);
    }
    long bad = reading.bad();
    if (reading.fatal() == null && isTooMany(bad, reading.rows())) {
      reading.notice(tooMany(bad));
    }
    if (reading.fatal() == null && waiting != null) {
      if (!waiting.isOver()) {
        reading.notice(new WaitingForReferenceNotice(waiting.what(), waiting.until()));
        return FileOutcome.of("WAITING", waiting.what());
      }
      reading.notice(new ReferenceNeverArrivedNotice(waiting.what(), waiting.until()));
    }
    String fatal = reading.fatal();
    if (fatal != null) {
      return FileOutcome.of("REJECTED", fatal).withBalance(Balance.rejected(reading.rows()), null);
    }
    FileOutcome accepted =
        FileOutcome.of(bad == 0 ? "ACCEPTED" : "ACCEPTED_WITH_ERRORS", null)
            .withBalance(new Balance(reading.good(), bad, reading.duplicates(), 0), null);
    Optional<Version> inForce =
        FilingStates.versions(load, parameters).stream().filter(Version::isInForce).findFirst();
    if (isTrial) {
      inForce.ifPresent(this::noticeFewerRows);
      return accepted;
    }
    return inForce.isPresent() && countsAs() < inForce.get().revision()
        ? supersededOnArrival(inForce.get())
        : replace(inForce, accepted);
  }

  private TooManyErrorsNotice tooMany(long bad) {
    BigDecimal rows = number("intake.max-error-rows");
    return new TooManyErrorsNotice(
        bad + " of " + reading.rows() + " rows",
        "at most %s %% of the rows, or %s"
            .formatted(number("intake.max-error-share").toPlainString(), rows(rows.longValue())));
  }

  private FileOutcome supersededOnArrival(Version inForce) {
    OlderRevisionNotice notice =
        new OlderRevisionNotice(Integer.toString(countsAs()), Integer.toString(inForce.revision()));
    reading.notice(notice);
    parameters.put("submission_id", load.nextSubmissionIds());
    FeedMerge.insertSubmission(load, parameters);
    return FileOutcome.of("SUPERSEDED", notice.code())
        .withTwin(inForce.id())
        .withBalance(Balance.rejected(reading.rows()), null);
  }

  private FileOutcome replace(Optional<Version> inForce, FileOutcome accepted) {
    noticeIdenticalFiles();
    inForce.ifPresent(this::noticeFewerRows);
    parameters.put("submission_id", load.nextSubmissionIds());
    FeedMerge.insertSubmission(load, parameters);
    FeedMerge.merge(load, filing.name().feed(), reading.good(), parameters);
    inForce.ifPresent(
        version -> load.run(sql("supersede"), Map.of("id", version.id(), "by", file.id())));
    return accepted;
  }

  /** Exact repeats do not count, in neither of the two. */
  private void noticeFewerRows(Version replaced) {
    long now = reading.rows() - reading.duplicates();
    if (now < replaced.rows()) {
      reading.notice(new FewerRowsThanReplacedNotice(rows(now), rows(replaced.rows())));
    }
  }

  private void noticeIdenticalFiles() {
    String content = reading.contentSha256();
    if (content == null || reading.rows() == 0) {
      return;
    }
    Map<String, Object> same = new HashMap<>(parameters);
    same.put("content_sha256", content);
    boolean[] told = {false, false};
    load.stream(
        sql("listIdentical"),
        same,
        row -> {
          boolean own = row.getBoolean("own");
          if (own && !told[0]) {
            told[0] = true;
            String month = row.getObject("period", LocalDate.class).toString().substring(0, 7);
            reading.notice(new FileIdenticalToPreviousMonthNotice(month, null));
          } else if (!own && !told[1]) {
            told[1] = true;
            reading.notice(new FileIdenticalToOtherIspNotice("another ISP", null));
          }
        });
  }

  /**
   * The revision that the file counts as: the same name with other bytes is the next one, with the
   * bytes of an earlier one it is that one again.
   */
  int countsAs() {
    Map<String, Object> name =
        Map.of(
            "id", file.id(),
            "sender", file.sender(),
            "file_name", file.fileName(),
            "sha256", file.sha256());
    int revision =
        load.query(sql("revisionOfName"), name, (row, i) -> row.getInt("revision")).get(0);
    return Math.max(filing.name().revision(), revision);
  }

  private boolean isTooMany(long bad, long rows) {
    BigDecimal share = BigDecimal.valueOf(bad).multiply(BigDecimal.valueOf(100));
    return bad > number("intake.max-error-rows").longValue()
        && share.compareTo(number("intake.max-error-share").multiply(BigDecimal.valueOf(rows))) > 0;
  }

  private static Map<String, Object> parameters(ReceivedFile file, Filing filing) {
    Map<String, Object> parameters = new HashMap<>();
    String name =
        filing.isp().code()
            + "/"
            + filing.name().feed().name()
            + "/"
            + filing.name().period()
            + "/"
            + file.sha256();
    parameters.put("file_id", file.id());
    parameters.put("isp_id", filing.isp().id());
    parameters.put("feed", filing.name().feed().name());
    parameters.put("period", filing.name().period().atDay(1));
    parameters.put("received_at", file.receivedAt().atOffset(ZoneOffset.UTC));
    parameters.put("submission_uuid", NameUuid.of(name));
    parameters.put("content_hash", Long.parseUnsignedLong(file.sha256().substring(0, 16), 16));
    return parameters;
  }

  private BigDecimal number(String name) {
    return policy.number(name).stripTrailingZeros();
  }

  private static String rows(long rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  private static String sql(String name) {
    return SqlText.of(FilingDecision.class, name);
  }
}
