package org.fxbb.jobs.remind;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an ISP is reminded, counted from the last day on which it can file in time. A day on which
 * nothing ran is made up for by the next, as long as the next stage has not come.
 *
 * <p><b>Source</b>: spec 7.1: at -3, 0, +1 days.
 */
enum Stage {
  /** Three days before the last day. */
  BEFORE,
  /** On the last day. */
  LAST_DAY,
  /** The day after. */
  AFTER;

  static final long DAYS_BEFORE = 3;
  static final long DAYS_AFTER = 3;

  /** The stage on a day; none more than three days before or after the last day. */
  static Optional<Stage> of(LocalDate today, LocalDate lastDay) {
    long after = ChronoUnit.DAYS.between(lastDay, today);
    if (after < -DAYS_BEFORE || after > DAYS_AFTER) {
      return Optional.empty();
    }
    return Optional.of(after < 0 ? BEFORE : after == 0 ? LAST_DAY : AFTER);
  }
}
