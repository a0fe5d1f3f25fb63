package org.fxbb.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fxbb.jobs.ingest.FileIdentity.Filing;
import org.fxbb.jobs.ingest.FileIdentity.Identity;
import org.fxbb.jobs.ingest.FileIdentity.Refused;
import org.fxbb.jobs.ingest.FileIdentity.Unregistered;
import org.fxbb.jobs.ingest.FilingStates.Version;
import org.fxbb.jobs.ingest.Registry.Isp;
import org.fxbb.jobs.run.NameUuid;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.name.DropFileName.FilingName;
import org.fxbb.readers.notice.AcrossNotice.FileIdenticalToOtherIspNotice;
import org.fxbb.readers.notice.AcrossNotice.FileIdenticalToPreviousMonthNotice;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.FileNotice.OlderRevisionNotice;
import org.fxbb.readers.notice.FileNotice.TooManyErrorsNotice;
import org.fxbb.readers.notice.FileNotice.UnknownIspNotice;
import org.fxbb.writers.feed.FeedMerge;
import org.fxbb.writers.file.Balance;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads monthly filings, each in one transaction: the highest accepted revision is in force, and
 * accepting it replaces the rows of the one before. Files in {@code try/} get the same checks and
 * leave no row.
 *
 * <p><b>Source</b>: spec 4.2, 4.4, 4.9 and 4.10.
 */
final class FilingLoader {
  private final IngestContext context;
  private final IntakePolicy policy;
  private final FilingCalendar calendar;
  private final FilingStates states;
  private final Partitions partitions;
  private final CsvFeedReader reader;

  FilingLoader(IngestContext context, IntakePolicy policy, Partitions partitions) {
    this.context = context;
    this.policy = policy;
    this.partitions = partitions;
    this.calendar = FilingCalendar.of(policy);
    this.states = new FilingStates(calendar);
    this.reader =
        new CsvFeedReader(context.limits(), GeographyResolver.read(context.database(), false));
  }

  void load(ReceivedFile file, Identity identity) throws IOException {
    if (identity instanceof Refused refused) {
      context.decide(file, FileOutcome.of("REJECTED", refused.notice().code()), refused.notice());
    } else if (identity instanceof Unregistered unregistered) {
      awaitRegistration(file, unregistered.name());
    } else if (identity instanceof Filing filing) {
      Twin twin = isTry(file) ? null : context.files().findTwin(file, null).orElse(null);
      if (twin != null) {
        context.duplicate(file, twin, filing.isp().id(), null);
      } else if (!waits(file, filing)) {
        check(file, filing);
      }
    }
  }

  /** A filing waits for the registration of its ISP; a trial is answered at once. */
  private void awaitRegistration(ReceivedFile file, FilingName name) {
    FileOutcome rejected = FileOutcome.of("REJECTED", "unknown_isp");
    UnknownIspNotice notice = new UnknownIspNotice(file.sender());
    if (isTry(file)) {
      context.decide(file, rejected, notice);
    } else {
      context.await(
          file,
          policy,
          "the registration of " + file.sender(),
          calendar.deadline(name.period().atDay(1)),
          rejected,
          notice);
    }
  }

  /** Subscribers and revenue wait for the first packages of their ISP. */
  private boolean waits(ReceivedFile file, Filing filing) {
    String feed = filing.name().feed().name();
    boolean needsPackages = feed.equals("subscribers") || feed.equals("revenue");
    if (!needsPackages || hasPackages(filing.isp())) {
      return false;
    }
    String what = "the packages filing of " + filing.isp().code();
    context.await(
        file,
        policy,
        what,
        calendar.deadline(filing.name().period().atDay(1)),
        FileOutcome.of("REJECTED", "reference_never_arrived").withSender(filing.isp().id(), null));
    return true;
  }

  private boolean hasPackages(Isp isp) {
    return JdbcClient.create(context.database())
        .sql(sql("hasPackages"))
        .param("isp_id", isp.id())
        .query(Boolean.class)
        .single();
  }

  private void check(ReceivedFile file, Filing filing) throws IOException {
    Feed feed = filing.name().feed();
    YearMonth month = filing.name().period();
    if (!isTry(file)) {
      partitions.make("api_submissions", month.atDay(1));
    }
    try (Load load = context.begin(CsvReading.layouts(feed));
        InputStream bytes = context.archive().open(file.archivePath())) {
      IngestContext.forgetNotices(load, file);
      CsvReading reading =
          new CsvReading(
              load,
              feed,
              new Subject(file.id(), null, filing.isp().id(), feed.name()),
              policy.grades());
      reading.read(reader, bytes, context.limits(), month);
      String content = reading.contentSha256();
      Twin twin =
          content == null || isTry(file)
              ? null
              : context.files().findTwin(file, content).orElse(null);
      if (twin != null) {
        load.abandon();
        context.duplicate(file, twin, filing.isp().id(), null);
        return;
      }
      Map<String, Object> parameters = parameters(file, filing);
      FileOutcome outcome = decide(load, file, filing, reading, parameters);
      reading.keepNotices();
      outcome
          .withSender(filing.isp().id(), null)
          .withContent(countsAs(load, file, filing), content, reading.header())
          .write(load, file.id());
      if (!isTry(file)) {
        states.update(load, filing.isp().id(), month.atDay(1), feed.name());
      }
      load.commit();
    }
  }

  private FileOutcome decide(
      Load load,
      ReceivedFile file,
      Filing filing,
      CsvReading reading,
      Map<String, Object> parameters) {
    if (reading.fatal() == null && reading.rows() == 0) {
      reading.notice(new EmptyFileNotice());
    }
    if (reading.fatal() == null) {
      reading.check(CsvChecks.of(filing.name().feed()), parameters);
    }
    long bad = reading.bad();
    if (reading.fatal() == null && isTooMany(bad, reading.rows())) {
      reading.notice(
          new TooManyErrorsNotice(
              bad + " of " + reading.rows() + " rows",
              "at most %s %% of the rows, or %s row"
                  .formatted(
                      number("intake.max-error-share").toPlainString(),
                      number("intake.max-error-rows").toPlainString())));
    }
    String fatal = reading.fatal();
    if (fatal != null) {
      return FileOutcome.of("REJECTED", fatal).withBalance(Balance.rejected(reading.rows()), null);
    }
    long good = reading.good();
    FileOutcome accepted =
        FileOutcome.of(bad == 0 ? "ACCEPTED" : "ACCEPTED_WITH_ERRORS", null)
            .withBalance(new Balance(good, bad, reading.duplicates(), 0), null);
    return isTry(file)
        ? accepted
        : replace(load, file, filing, reading, parameters, accepted, good);
  }

  private FileOutcome replace(
      Load load,
      ReceivedFile file,
      Filing filing,
      CsvReading reading,
      Map<String, Object> parameters,
      FileOutcome accepted,
      long good) {
    Optional<Version> inForce =
        FilingStates.versions(load, parameters).stream().filter(Version::isInForce).findFirst();
    int revision = countsAs(load, file, filing);
    if (inForce.isPresent() && revision < inForce.get().revision()) {
      OlderRevisionNotice notice =
          new OlderRevisionNotice(
              Integer.toString(revision), Integer.toString(inForce.get().revision()));
      reading.notice(notice);
      parameters.put("submission_id", load.nextSubmissionIds());
      FeedMerge.insertSubmission(load, parameters);
      return FileOutcome.of("SUPERSEDED", notice.code())
          .withTwin(inForce.get().id())
          .withBalance(Balance.rejected(reading.rows()), null);
    }
    noticeIdenticalFiles(load, reading, parameters);
    parameters.put("submission_id", load.nextSubmissionIds());
    FeedMerge.insertSubmission(load, parameters);
    FeedMerge.merge(load, filing.name().feed(), good, parameters);
    inForce.ifPresent(
        version -> load.run(sql("supersede"), Map.of("id", version.id(), "by", file.id())));
    return accepted;
  }

  private void noticeIdenticalFiles(Load load, CsvReading reading, Map<String, Object> parameters) {
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
   * The revision that a file counts as: the same name with other bytes is the next one, with the
   * bytes of an earlier one it is that one again.
   */
  private static int countsAs(Load load, ReceivedFile file, Filing filing) {
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

  private static boolean isTry(ReceivedFile file) {
    return file.inbox().equals("TRY");
  }

  private static String sql(String name) {
    return SqlText.of(FilingLoader.class, name);
  }
}
