package org.fxbb.jobs.ingest;

import java.util.Map;
import org.fxbb.readers.notice.NoticeGrades;
import org.fxbb.readers.notice.RowNotice.FixedNoticeGradeNotice;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;

/** Holds the rows of a staged notice_grades file against the catalogue of notices. */
final class GradeChecks {
  private GradeChecks() {}

  static void check(Load load, CsvReading reading) {
    load.stream(
        SqlText.of(GradeChecks.class, "stagedGrades"),
        Map.of(),
        row -> {
          String code = row.getString("code");
          String grade = row.getString("severity");
          if (!NoticeGrades.isAllowed(code, grade)) {
            reading.notice(
                new FixedNoticeGradeNotice(row.getLong("row_number"), "code", code, grade));
          }
        });
  }
}
