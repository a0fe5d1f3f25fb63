package org.fxbb.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxbb.jobs.ingest.AppLoader.Tools;
import org.fxbb.jobs.run.NameUuid;
import org.fxbb.jobs.run.Period;
import org.fxbb.readers.app.FieldReport;
import org.fxbb.readers.app.UserReport;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.name.AppKind;
import org.fxbb.readers.name.DropFileName.AppDumpName;
import org.fxbb.readers.notice.AgentNotice.ConflictingDuplicateNotice;
import org.fxbb.readers.notice.AgentNotice.UnknownAppIspNotice;
import org.fxbb.readers.notice.AgentNotice.UnknownInspectedIspNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.RowNotice.UnknownPopNotice;
import org.fxbb.readers.notice.Severity;
import org.fxbb.writers.app.AppStage;
import org.fxbb.writers.app.AppStage.Outcome;
import org.fxbb.writers.feed.FeedMerge;
import org.fxbb.writers.file.Balance;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.notice.NoticeStage.Kind;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Reads one dump of an app into staging and merges it.
 *
 * <p><b>Source</b>: spec 4.7, 4.9 and 4.10.
 */
final class AppReading {
  private final Tools tools;
  private final ReceivedFile file;
  private final AppDumpName name;
  private final Subject subject;
  private final SubmissionChecks checks;
  private final Set<LocalDate> days = new HashSet<>();
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;
  private long staged;
  private long refused;
  private @Nullable String fatal;

  AppReading(Tools tools, ReceivedFile file, AppDumpName name) {
    this.tools = tools;
    this.file = file;
    this.name = name;
    this.subject = new Subject(file.id(), null, null, name.app().prefix());
    this.checks = new SubmissionChecks(tools.registry(), tools.policy(), tools.context().now());
  }

  void load() throws IOException {
    List<String> layouts = new ArrayList<>(NoticeStage.LAYOUTS);
    layouts.addAll(AppStage.LAYOUTS);
    MessageDigest digest = Digests.sha256();
    try (Load load = tools.context().begin(layouts);
        InputStream bytes = tools.context().archive().open(file.archivePath())) {
      IngestContext.forgetNotices(load, file);
      NoticeStage notices = new NoticeStage(load, tools.policy().grades());
      AppStage stage = new AppStage(load);
      DumpSummary summary = read(bytes, digest, notices, stage);
      boolean complete = summary.complete() && fatal == null;
      String content = complete ? HexFormat.of().formatHex(digest.digest()) : null;
      Twin twin =
          content == null ? null : tools.context().files().findTwin(file, content).orElse(null);
      if (twin != null) {
        load.abandon();
        tools.context().duplicate(file, twin, null, null);
        return;
      }
      merge(load, stage, notices, summary.lines())
          .withContent(null, content, null)
          .write(load, file.id());
      notices.merge();
      load.commit();
    }
  }

  private DumpSummary read(
      InputStream bytes, MessageDigest digest, NoticeStage notices, AppStage stage)
      throws IOException {
    try (DigestInputStream plain =
        new DigestInputStream(DeliveredBytes.openUnlimited(bytes), digest)) {
      return name.app() == AppKind.USER_APP
          ? tools.reader().readUsers(plain, new UserSink(notices, stage))
          : tools.reader().readField(plain, new FieldSink(notices, stage));
    } catch (RefusedContentException e) {
      notice(notices, e.notice());
      return new DumpSummary(0, 0, 0, false);
    }
  }

  private FileOutcome merge(Load load, AppStage stage, NoticeStage notices, long lines) {
    if (lines == 0) {
      return FileOutcome.of("REJECTED", fatal)
          .withBalance(Balance.rejected(0), Balance.rejected(0));
    }
    Map<String, Object> parameters = parameters(load);
    AppStage.insertSubmission(load, parameters);
    long duplicate = 0;
    long notLoaded = 0;
    for (Outcome outcome : outcomes(stage, parameters)) {
      duplicate += outcome.what().equals("DUPLICATE") ? 1 : 0;
      notLoaded += tell(outcome, notices) ? 1 : 0;
    }
    long loaded = staged - duplicate - notLoaded;
    FeedMerge.insertProvenance(load, table(), loaded, parameters);
    boolean whole = fatal == null && refused + notLoaded == 0;
    return FileOutcome.of(whole ? "ACCEPTED" : "ACCEPTED_WITH_ERRORS", fatal)
        .withBalance(
            new Balance(loaded, lines - loaded - duplicate, duplicate, 0),
            new Balance(loaded, lines - loaded - duplicate, duplicate, 0));
  }

  private List<Outcome> outcomes(AppStage stage, Map<String, Object> parameters) {
    if (staged == 0) {
      return List.of();
    }
    if (name.app() == AppKind.REG_APP) {
      return stage.mergeField(parameters, NameUuid::of);
    }
    for (LocalDate day : days) {
      tools.partitions().make("ts_mobile_speed_tests", day);
      tools.partitions().make("ts_mobile_streaming_tests", day);
    }
    parameters.put("first", first.atOffset(ZoneOffset.UTC));
    parameters.put("last", last.atOffset(ZoneOffset.UTC));
    return stage.mergeUsers(parameters);
  }

  private String table() {
    return name.app() == AppKind.REG_APP ? "field_reports" : "ts_mobile_speed_tests";
  }

  private Map<String, Object> parameters(Load load) {
    tools
        .partitions()
        .make("api_submissions", LocalDate.ofInstant(name.stamp(), Period.DHAKA).withDayOfMonth(1));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("file_id", file.id());
    parameters.put("received_at", file.receivedAt().atOffset(ZoneOffset.UTC));
    parameters.put("submission_id", load.nextSubmissionIds());
    parameters.put("originator", name.app().name());
    parameters.put(
        "submission_uuid",
        NameUuid.of(name.app().prefix() + "/" + name.stamp() + "/" + file.sha256()));
    parameters.put("stamp", name.stamp().atOffset(ZoneOffset.UTC));
    parameters.put("content_hash", Long.parseUnsignedLong(file.sha256().substring(0, 16), 16));
    return parameters;
  }

  /** Tells what became of a line; whether it was quarantined. */
  private boolean tell(Outcome outcome, NoticeStage notices) {
    String isp = String.valueOf(outcome.isp());
    Notice notice =
        switch (outcome.what()) {
          case "CONFLICT" ->
              new ConflictingDuplicateNotice(outcome.line(), "key", outcome.key(), null);
          case "UNKNOWN_ISP" -> new UnknownInspectedIspNotice(outcome.line(), "isp", isp);
          case "NO_ISP" -> new UnknownAppIspNotice(outcome.line(), "isp", isp);
          case "NO_POP" ->
              new UnknownPopNotice(
                  outcome.line(), "pop", String.valueOf(outcome.pop()), "as in the list of PoPs");
          default -> null;
        };
    if (notice == null) {
      return false;
    }
    notices.notice(subject, notice);
    if (notice.severity() != Severity.ERROR) {
      return false;
    }
    notices.quarantine(subject, outcome.line(), Kind.RECORD, notice.code(), outcome.raw());
    return true;
  }

  private void notice(NoticeStage notices, Notice notice) {
    if (notice.severity() == Severity.FATAL && fatal == null) {
      fatal = notice.code();
    }
    notices.notice(subject, notice);
  }

  private void refuse(NoticeStage notices, long line, Kind kind, List<Notice> reasons, String raw) {
    refused++;
    reasons.forEach(reason -> notices.notice(subject, reason));
    notices.quarantine(subject, line, kind, Notice.worst(reasons), raw);
  }

  /** Whether the time of a report may be taken; where not, the report is quarantined. */
  private boolean isTaken(NoticeStage notices, long line, Instant time, List<Notice> found) {
    if (!checks.isTaken(time)) {
      refuse(
          notices,
          line,
          Kind.RECORD,
          List.of(checks.outside(line, "time", time)),
          "{\"time\":\"" + time + "\"}");
      return false;
    }
    found.forEach(notice -> notices.notice(subject, notice));
    staged++;
    days.add(LocalDate.ofInstant(time, Period.DHAKA));
    first = time.isBefore(first) ? time : first;
    last = time.isAfter(last) ? time : last;
    return true;
  }

  private final class UserSink implements DumpSink<UserReport> {
    private final NoticeStage notices;
    private final AppStage stage;

    UserSink(NoticeStage notices, AppStage stage) {
      this.notices = notices;
      this.stage = stage;
    }

    @Override
    public void submission(UserReport report) {
      if (isTaken(notices, report.line(), report.time(), report.notices())) {
        stage.user(report);
      }
    }

    @Override
    public void rejected(RejectedLine line, List<Notice> reasons) {
      refuse(notices, line.lineNumber(), Kind.SUBMISSION, reasons, line.text());
    }

    @Override
    public void notice(Notice notice) {
      AppReading.this.notice(notices, notice);
    }
  }

  private final class FieldSink implements DumpSink<FieldReport> {
    private final NoticeStage notices;
    private final AppStage stage;

    FieldSink(NoticeStage notices, AppStage stage) {
      this.notices = notices;
      this.stage = stage;
    }

    @Override
    public void submission(FieldReport report) {
      if (isTaken(notices, report.line(), report.time(), report.notices())) {
        stage.field(report);
      }
    }

    @Override
    public void rejected(RejectedLine line, List<Notice> reasons) {
      refuse(notices, line.lineNumber(), Kind.SUBMISSION, reasons, line.text());
    }

    @Override
    public void notice(Notice notice) {
      AppReading.this.notice(notices, notice);
    }
  }
}
