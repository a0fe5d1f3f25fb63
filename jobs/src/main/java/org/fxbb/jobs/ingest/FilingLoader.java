package org.fxbb.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.fxbb.jobs.ingest.FileIdentity.Filing;
import org.fxbb.jobs.ingest.FileIdentity.Identity;
import org.fxbb.jobs.ingest.FileIdentity.Refused;
import org.fxbb.jobs.ingest.FileIdentity.Unregistered;
import org.fxbb.jobs.ingest.IngestContext.Waiting;
import org.fxbb.jobs.ingest.Registry.Isp;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.name.DropFileName.FilingName;
import org.fxbb.readers.notice.FileNotice.UnknownIspNotice;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.jspecify.annotations.Nullable;
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
      } else {
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

  /**
   * Checks a filing, and loads it where that can be done. Subscribers and revenue wait for the
   * first packages of their ISP, a trial also for such as are tried; what is wrong with their cells
   * is told while they wait.
   */
  private void check(ReceivedFile file, Filing filing) throws IOException {
    Optional<TriedPackages> tried = isTry(file) ? findTried(filing) : Optional.empty();
    Waiting waiting =
        !needsPackages(filing) || tried.isPresent() || hasPackages(filing.isp())
            ? null
            : context.waiting(
                file,
                policy,
                "the packages filing of " + filing.isp().code(),
                calendar.deadline(filing.name().period().atDay(1)));
    if (waiting == null || waiting.isOver() || !file.state().equals("WAITING")) {
      check(file, filing, tried.orElse(null), waiting);
    }
  }

  private static boolean needsPackages(Filing filing) {
    return CsvChecks.needsPackages(filing.name().feed());
  }

  private Optional<TriedPackages> findTried(Filing filing) {
    return needsPackages(filing)
        ? TriedPackages.find(context, filing.isp().id(), filing.name().period())
        : Optional.empty();
  }

  private boolean hasPackages(Isp isp) {
    return JdbcClient.create(context.database())
        .sql(sql("hasPackages"))
        .param("isp_id", isp.id())
        .query(Boolean.class)
        .single();
  }

  private void check(
      ReceivedFile file, Filing filing, @Nullable TriedPackages tried, @Nullable Waiting waiting)
      throws IOException {
    Feed feed = filing.name().feed();
    YearMonth month = filing.name().period();
    if (!isTry(file)) {
      partitions.make("api_submissions", month.atDay(1));
    }
    try (Load load = context.begin(CsvReading.layouts(feed));
        InputStream bytes = context.archive().open(file.archivePath())) {
      IngestContext.forgetNotices(load, file);
      if (tried != null) {
        tried.stage(load, reader, context);
      }
      CsvReading reading =
          new CsvReading(
              load,
              feed,
              new Subject(file.id(), null, filing.isp().id(), feed.name()),
              policy.grades(),
              tried == null ? Set.of() : Set.of(Feeds.PACKAGES.name()));
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
      FilingDecision decision = new FilingDecision(policy, load, file, filing, reading);
      FileOutcome outcome = decision.decide(waiting);
      reading.keepNotices();
      outcome
          .withSender(filing.isp().id(), null)
          .withContent(decision.countsAs(), content, reading.form())
          .write(load, file.id());
      if (!isTry(file) && !outcome.state().equals("WAITING")) {
        states.update(load, filing.isp().id(), month.atDay(1), feed.name());
      }
      load.commit();
    }
  }

  private static boolean isTry(ReceivedFile file) {
    return file.inbox().equals("TRY");
  }

  private static String sql(String name) {
    return SqlText.of(FilingLoader.class, name);
  }
}
