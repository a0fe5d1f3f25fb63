package org.fxbb.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.fxbb.jobs.ingest.FileIdentity.Identity;
import org.fxbb.jobs.ingest.FileIdentity.Refused;
import org.fxbb.jobs.ingest.FileIdentity.RegistryFile;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.writers.feed.FeedMerge;
import org.fxbb.writers.file.Balance;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads registry files of the regulator, each in one transaction. A bad row is quarantined; the
 * others are loaded.
 *
 * <p><b>Source</b>: spec 4.8.
 */
final class RegistryLoader {
  private final IngestContext context;
  private final IntakePolicy policy;
  private final CsvFeedReader reader;

  RegistryLoader(IngestContext context, IntakePolicy policy) {
    this.context = context;
    this.policy = policy;
    this.reader =
        new CsvFeedReader(context.limits(), GeographyResolver.read(context.database(), true));
  }

  void load(ReceivedFile file, Identity identity) throws IOException {
    if (identity instanceof Refused refused) {
      context.decide(file, FileOutcome.of("REJECTED", refused.notice().code()), refused.notice());
    } else if (identity instanceof RegistryFile list) {
      Twin twin = context.files().findTwin(file, null).orElse(null);
      String missing = missing(list.name().feed().name());
      if (twin == null && missing != null) {
        context.await(
            file, policy, missing, null, FileOutcome.of("REJECTED", "reference_never_arrived"));
      } else if (twin == null) {
        load(file, list.name().feed(), list.name().date());
      } else {
        context.duplicate(file, twin, null, null);
      }
    }
  }

  /** What a list cannot be read without: an empty register means that its base comes later. */
  private @Nullable String missing(String feed) {
    return switch (feed) {
      case "coverage", "pops" -> missing("isps", "the list of ISPs");
      case "commitments" -> missing("isps", "the list of ISPs");
      case "agents", "maintenance", "snmp_targets" -> missing("pops", "the list of PoPs");
      default -> null;
    };
  }

  private @Nullable String missing(String table, String what) {
    boolean there =
        JdbcClient.create(context.database())
            .sql("SELECT EXISTS (SELECT FROM " + table + ")")
            .query(Boolean.class)
            .single();
    return there ? null : what;
  }

  private void load(ReceivedFile file, Feed feed, LocalDate listDate) throws IOException {
    try (Load load = context.begin(CsvReading.layouts(feed));
        InputStream bytes = context.archive().open(file.archivePath())) {
      CsvReading reading =
          new CsvReading(
              load,
              feed,
              new Subject(file.id(), null, null, feed.name()),
              policy.grades(),
              Set.of());
      reading.read(reader, bytes, context.limits(), null);
      String content = reading.contentSha256();
      Twin twin = content == null ? null : context.files().findTwin(file, content).orElse(null);
      if (twin != null) {
        load.abandon();
        context.duplicate(file, twin, null, null);
        return;
      }
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("file_id", file.id());
      parameters.put("received_at", file.receivedAt().atOffset(ZoneOffset.UTC));
      parameters.put("list_date", listDate);
      FileOutcome outcome;
      if (reading.fatal() == null) {
        if (feed.equals(Feeds.CREDENTIALS_REGISTRY)) {
          reading.flush();
          CredentialChecks.check(load, reading);
        } else if (feed.equals(Feeds.NOTICE_GRADES_REGISTRY)) {
          reading.flush();
          GradeChecks.check(load, reading);
        }
        reading.check(CsvChecks.of(feed), parameters);
        long good = reading.good();
        long bad = reading.bad();
        FeedMerge.merge(load, feed, good, parameters);
        outcome =
            FileOutcome.of(bad == 0 ? "ACCEPTED" : "ACCEPTED_WITH_ERRORS", null)
                .withBalance(new Balance(good, bad, reading.duplicates(), 0), null);
      } else {
        outcome =
            FileOutcome.of("REJECTED", reading.fatal())
                .withBalance(Balance.rejected(reading.rows()), null);
      }
      reading.keepNotices();
      outcome.withContent(null, content, reading.form()).write(load, file.id());
      load.commit();
    }
  }
}
