package org.fxbb.writers.answer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When filings are due, for the answers that tell it. Given by whoever knows the calendar.
 *
 * <p><b>Source</b>: specification 4.4.
 */
public interface FilingDeadlines {
  /**
   * The first instant that is too late.
   *
   * @param month first day of the month that is filed
   */
  Instant deadline(LocalDate month);

  /**
   * By how many days the deadline was moved because intake was down.
   *
   * @param month first day of the month that is filed
   */
  int downDays(LocalDate month);

  /**
   * The first instant at which a correction of what was received then, in time, and rejected for
   * row errors only, no longer counts as received then.
   */
  Instant correctionDeadline(Instant received);
}
