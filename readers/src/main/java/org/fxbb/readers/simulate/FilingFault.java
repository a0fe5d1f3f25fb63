package org.fxbb.readers.simulate;

/**
 * What is wrong with the arrival or the form of a filing, never with its figures.
 *
 * <p>Missing, late and resubmitted filings are {@code pops} filings, which no discrepancy rule
 * built so far reads, so that no rule fails to run or finds a difference because of them. Broken
 * rows are rows more than the healthy ones, so that what is loaded is still right.
 */
enum FilingFault {
  /** {@code pops} comes two and a half days after the deadline. */
  LATE_LOW,
  /** {@code pops} comes seven and a half days after the deadline. */
  LATE_MEDIUM,
  /** {@code pops} never comes. */
  MISSING,
  /**
   * {@code pops} comes with wrong capacities, then as {@code _r1} with the right ones, both in
   * time.
   */
  RESUBMITTED,
  /**
   * {@code subscribers} has one to three rows too many, at most 5 % or one, that cannot be loaded.
   */
  BROKEN_ROWS,
  /**
   * {@code revenue} has a third of its rows broken and is rejected; {@code _r1} is right and in
   * time.
   */
  CORRECTED,
  /** {@code packages} has semicolons, Bangla digits and a byte order mark. */
  SPREADSHEET,
  /** {@code packages} is in UTF-16 with tabs. */
  UTF16,
  /** A {@code pops} filing of another ISP lies in this inbox beside its own. */
  WRONG_SENDER,
  /** A copy of {@code pops} named by the file manager lies in the inbox. */
  UNKNOWN_NAME
}
