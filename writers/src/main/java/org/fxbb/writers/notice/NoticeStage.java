package org.fxbb.writers.notice;

import java.util.List;
import java.util.Map;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.NoticeGrades;
import org.fxbb.readers.notice.Severity;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Collects the notices and quarantined rows of one load.
 *
 * <p><b>Lifecycle</b>: any number of {@link #notice} and {@link #quarantine}, then {@link #merge}
 * once. Every notice is kept, none is capped.
 *
 * <p><b>Source</b>: spec 4.10 and 4.11.
 */
public final class NoticeStage {
  /** Staging layouts that {@link Load#begin} must be given. */
  public static final List<String> LAYOUTS = List.of("notices", "quarantine");

  private final Load load;
  private final NoticeGrades grades;
  private final CopyTable notices;
  private final CopyTable quarantine;

  /** What was not loaded: a row, a whole submission, or one record of a submission. */
  public enum Kind {
    /** A row of a CSV file. */
    ROW,
    /** A line of a dump. */
    SUBMISSION,
    /** A test or poll of a submission. */
    RECORD
  }

  /**
   * What a notice or quarantined row belongs to.
   *
   * @param fileId {@code submission_files.id}
   * @param submissionId {@code api_submissions.id}, null where it belongs to no submission
   * @param ispId null where the ISP is unknown
   * @param feed name of the feed; of dumps {@code snmp} or {@code qos}; null where unknown
   */
  public record Subject(
      long fileId, @Nullable Long submissionId, @Nullable Long ispId, @Nullable String feed) {

    /** The same file with one of its submissions. */
    public Subject ofSubmission(long id) {
      return new Subject(fileId, id, ispId, feed);
    }
  }

  /** Collects for a load that was begun with {@link #LAYOUTS}. */
  public NoticeStage(Load load, NoticeGrades grades) {
    this.load = load;
    this.grades = grades;
    this.notices =
        load.copy(
            "notices",
            List.of(
                "submission_file_id",
                "submission_id",
                "isp_id",
                "feed",
                "code",
                "severity",
                "row_number",
                "column_name",
                "found",
                "expected",
                "message_en",
                "message_bn",
                "fix_en"));
    this.quarantine =
        load.copy(
            "quarantine",
            List.of(
                "submission_file_id",
                "submission_id",
                "isp_id",
                "feed",
                "row_number",
                "record_kind",
                "code",
                "raw"));
  }

  /** Adds a notice as today's grades have it, unless its rule is suspended. */
  public void notice(Subject subject, Notice notice) {
    grades.gradeOf(notice).ifPresent(severity -> notice(subject, notice, severity));
  }

  private void notice(Subject subject, Notice notice, Severity severity) {
    notices
        .row()
        .int8(subject.fileId())
        .int8(subject.submissionId())
        .int8(subject.ispId())
        .text(subject.feed())
        .text(notice.code())
        .text(severity.name())
        .int8(notice.rowNumber())
        .text(NoticeCatalogue.shorten(notice.columnName()))
        .text(NoticeCatalogue.shorten(notice.found()))
        .text(notice.expected())
        .text(grades.message(notice))
        .text(grades.messageBn(notice))
        .text(notice.fix());
  }

  /**
   * Adds what was not loaded.
   *
   * @param rowNumber row of the CSV file or line of the dump
   * @param code notice code that put it here
   * @param raw what was received
   */
  public void quarantine(Subject subject, long rowNumber, Kind kind, String code, String raw) {
    String feed = subject.feed();
    quarantine
        .row()
        .int8(subject.fileId())
        .int8(subject.submissionId())
        .int8(subject.ispId())
        .text(feed == null ? "" : feed)
        .int8(rowNumber)
        .text(kind.name())
        .text(code)
        .text(raw);
  }

  /** Makes what was collected visible to statements of the load. */
  public void flush() {
    notices.flush();
    quarantine.flush();
  }

  /** Moves everything into {@code submission_notices} and {@code quarantined_rows}. */
  public void merge() {
    flush();
    load.run(SqlText.of(NoticeStage.class, "insertNotices"), Map.of());
    load.run(SqlText.of(NoticeStage.class, "insertQuarantine"), Map.of());
  }
}
