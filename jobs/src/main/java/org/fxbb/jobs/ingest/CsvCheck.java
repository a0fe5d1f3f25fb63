package org.fxbb.jobs.ingest;

import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A check of the staged rows of a CSV file that needs the register, policy or other months: a query
 * for what is wrong, and the notice it makes.
 *
 * @param query name of the {@code .sql} file; gives {@code row_number, column_name, found,
 *     expected}, ordered by row
 * @param notice what each row of the query becomes; ERROR takes the row of the file out
 * @param ofWholeFile compares the file with other files: runs last, and only where no row is
 *     missing
 * @param needed the filing it compares with, null where it needs none
 */
record CsvCheck(String query, NoticeMaker notice, boolean ofWholeFile, @Nullable Needed needed) {
  /** A check of rows. */
  CsvCheck(String query, NoticeMaker notice) {
    this(query, notice, false, null);
  }

  /** A check of the file as a whole against another filing of the ISP. */
  static CsvCheck ofWholeFile(String query, Needed needed, NoticeMaker notice) {
    return new CsvCheck(query, notice, true, needed);
  }

  /** A filing of the same ISP that must be in force. */
  record Needed(String feed, int monthsBefore) {}

  /** Makes a notice of what a query found. */
  @FunctionalInterface
  interface NoticeMaker {
    /** The row is 0 where the file as a whole is meant. */
    Notice make(long row, String column, String found, String expected);
  }

  /** The code of the notice it makes. */
  String rule() {
    return notice.make(0, "", "", "").code();
  }

  /** The row, or null where the file as a whole is meant. */
  static @Nullable Long rowOrFile(long row) {
    return row == 0 ? null : (Long) row;
  }
}
