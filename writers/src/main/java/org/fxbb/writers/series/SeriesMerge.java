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
 * Ends a batch of dumps: sends what still waits, decides about rows that were staged because
 * another has their key, and writes notices, quarantine, provenance, dirty marks, and states and
 * counts of the files.
 *
 * <p>A submission that is stored already (same originator, uuid, period start and content) is a
 * duplicate and adds nothing. Of rows with one key the earliest (submission time, uuid, content)
 * stays, whatever came first: a later row with the same values is a counted duplicate, one with
 * other values is quarantined as {@code conflicting_duplicate}, also where it was stored before and
 * loses its place now. So the result does not depend on the order of arrival.
 *
 * <p><b>Lifecycle</b>: once per load, after the last row; the caller commits.
 *
 * <p><b>Source</b>: spec 4.9 and 4.10.
 */
public final class SeriesMerge {
  /** Staging layouts that {@link Load#begin} must be given. */
  public static final List<String> LAYOUTS =
      List.of(
          "submissions",
          "targets",
          "target_states",
          "windows",
          "counts",
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

  /** The whole merge of dumps. */
  public void merge() {
    mergeRows();
    stage.targets.describe();
    run("seeAgents");
    run("displaceRows");
    run("finishFiles");
  }

  /**
   * The whole merge of a part of a history file, which tells nothing of how interfaces and agents
   * are now.
   *
   * @param part number of the part
   * @param rows records of the part
   */
  public void mergeHistory(long fileId, int part, long rows) {
    mergeRows();
    run("displaceRows");
    HistoryFile.addPart(load, fileId, part, rows);
  }

  private void mergeRows() {
    stage.send();
    notices.flush();
    if (!stage.submissionDays.isEmpty()) {
      if (stage.submissions.foundDuplicates()) {
        for (String layout : OF_SUBMISSIONS) {
          load.run(sql("dropDuplicates").replace("{layout}", layout), Map.of());
        }
      }
      noticeReusedUuids();
      stage.series.stream().filter(rows -> rows.staged() > 0).forEach(this::mergeStaged);
      run("markDirty");
      run("insertProvenance");
      run("markDirtySubmissions");
      quarantineConflicts();
    }
    notices.merge();
    load.query(sql("lockMasters"), Map.of(), (row, i) -> i);
  }

  /** Of rows with one key one stays, wherever the others are. */
  private void mergeStaged(SeriesRows rows) {
    run(rows, "insertStaged");
    run(rows, "findContested");
    run(rows, "putWinners");
    run(rows, "listLosers");
    load.run("DROP TABLE contested", Map.of());
    run(rows, "noteStaged");
  }

  private void noticeReusedUuids() {
    String statement = stage.submissionDays.fill(sql("listReusedUuids"), REUSE);
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

  private void run(SeriesRows rows, String name) {
    load.run(rows.table.fill(sql(name), rows.touched), Map.of());
  }

  private void run(String name) {
    load.run(sql(name), Map.of());
  }

  private static String sql(String name) {
    return SqlText.of(SeriesMerge.class, name);
  }
}
