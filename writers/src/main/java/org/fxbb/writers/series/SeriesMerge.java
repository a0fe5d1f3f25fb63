package org.fxbb.writers.series;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fxbb.readers.notice.AgentNotice.ConflictingDuplicateNotice;
import org.fxbb.readers.notice.AgentNotice.SubmissionUuidReusedNotice;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.notice.NoticeStage.Kind;
import org.fxbb.writers.notice.NoticeStage.Subject;

/**
 * Moves a staged batch of dumps into the tables proper: submissions, interfaces, sessions, tests,
 * notices, quarantine, provenance, dirty marks, and states and counts of the files.
 *
 * <p>A submission that is stored already (same originator, uuid, period start and content) is a
 * duplicate and adds nothing. Of rows with one key the earliest (submission time, uuid, content)
 * stays, whatever came first: a later row with the same values is a counted duplicate, one with
 * other values is quarantined as {@code conflicting_duplicate}, also where it was stored before and
 * loses its place now. So the result does not depend on the order of arrival.
 *
 * <p><b>Lifecycle</b>: once per load, after the last row was staged and the partitions were made;
 * the caller commits.
 *
 * <p><b>Source</b>: spec 4.9 and 4.10.
 */
public final class SeriesMerge {
  /** Staging layouts that {@link Load#begin} must be given. */
  public static final List<String> LAYOUTS =
      List.of(
          "submissions",
          "targets",
          "interface_metrics",
          "subscriber_counts",
          "qos_measurements",
          "files",
          "outcomes",
          "notices",
          "quarantine");

  private static final Duration REUSE = Duration.ofDays(3);
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
  private static final List<String> OF_SUBMISSIONS =
      List.of(
          "interface_metrics", "subscriber_counts", "qos_measurements", "notices", "quarantine");

  private final Load load;
  private final SeriesStage stage;
  private final NoticeStage notices;

  /** Merges what these two have staged. */
  public SeriesMerge(Load load, SeriesStage stage, NoticeStage notices) {
    this.load = load;
    this.stage = stage;
    this.notices = notices;
  }

  /** The whole merge. */
  public void merge() {
    stage.flush();
    notices.flush();
    if (!stage.submissionDays.isEmpty()) {
      mergeSubmissions();
      mergeTargets();
      merge(SeriesTable.INTERFACES, stage.interfaces.rows(), stage.interfaceDays);
      merge(SeriesTable.SESSIONS, stage.sessions.rows(), stage.sessionDays);
      merge(SeriesTable.QOS, stage.tests.rows(), stage.qosDays);
      run("markDirtySubmissions");
      quarantineConflicts();
    }
    notices.merge();
    load.query(sql("lockMasters"), Map.of(), (row, i) -> i);
    if (!stage.targets.isEmpty()) {
      run("describeTargets");
    }
    run("seeAgents");
    run("displaceRows");
    run("finishFiles");
  }

  private void mergeSubmissions() {
    int stored = run("insertSubmissions");
    if (stored < stage.submissions.count()) {
      load.run(within("markDuplicateSubmissions", Duration.ZERO), Map.of());
      for (String layout : OF_SUBMISSIONS) {
        load.run(sql("dropDuplicates").replace("{layout}", layout), Map.of());
      }
    }
    noticeReusedUuids();
  }

  private void mergeTargets() {
    if (!stage.targets.isEmpty()) {
      run("insertTargets");
      run("resolveTargets");
    }
  }

  private void merge(SeriesTable table, long staged, TouchedDays days) {
    if (staged == 0) {
      return;
    }
    int inserted = run(table.insert());
    Map<String, String> name = Map.of("table_name", table.table());
    if (inserted < staged) {
      run(table, "findContested", days);
      run(table, "putWinners", days);
      run(table, "listLosers", days);
      load.run("DROP TABLE contested", Map.of());
    }
    load.run(sql("markDirty").replace("{layout}", table.layout()), name);
    load.run(sql("insertProvenance").replace("{layout}", table.layout()), name);
  }

  private void noticeReusedUuids() {
    String statement = within("listReusedUuids", REUSE);
    List<Runnable> found = new ArrayList<>();
    load.stream(
        statement,
        Map.of(),
        row -> {
          Subject subject =
              new Subject(
                  row.getLong("submission_file_id"),
                  row.getLong("submission_id"),
                  row.getLong("isp_id"),
                  feed(row.getString("originator")));
          SubmissionUuidReusedNotice notice =
              new SubmissionUuidReusedNotice(
                  row.getLong("line_number"),
                  row.getObject("submission_uuid", UUID.class).toString(),
                  text(row.getObject("other_start", OffsetDateTime.class).toInstant()));
          found.add(() -> notices.notice(subject, notice));
        });
    found.forEach(Runnable::run);
  }

  private void quarantineConflicts() {
    List<Runnable> found = new ArrayList<>();
    load.stream(
        sql("listConflicts"),
        Map.of(),
        row -> {
          String table = row.getString("target_table");
          Subject subject =
              new Subject(
                  row.getLong("submission_file_id"),
                  row.getLong("submission_id"),
                  row.getLong("isp_id"),
                  table.equals(SeriesTable.QOS.table()) ? "qos" : "snmp");
          long line = row.getLong("line_number");
          String raw = row.getString("raw");
          ConflictingDuplicateNotice notice =
              new ConflictingDuplicateNotice(line, table, row.getString("row_key"), null);
          found.add(
              () -> {
                notices.notice(subject, notice);
                notices.quarantine(subject, line, Kind.RECORD, notice.code(), raw);
              });
        });
    found.forEach(Runnable::run);
    notices.flush();
  }

  private static String feed(String originator) {
    return originator.equals("QOS_AGENT") ? "qos" : "snmp";
  }

  private static String text(Instant time) {
    return time.atZone(DHAKA).toOffsetDateTime().toString();
  }

  private void run(SeriesTable table, String name, TouchedDays days) {
    load.run(table.fill(sql(name), days), Map.of());
  }

  /** A statement about submissions of the days of this load, and so much before and after. */
  private String within(String name, Duration margin) {
    return sql(name)
        .replace("{from}", stage.submissionDays.from().minus(margin).toString())
        .replace("{to}", stage.submissionDays.to().plus(margin).toString());
  }

  private int run(String name) {
    return load.run(sql(name), Map.of());
  }

  private static String sql(String name) {
    return SqlText.of(SeriesMerge.class, name);
  }
}
