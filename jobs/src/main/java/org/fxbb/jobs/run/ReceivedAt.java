package org.fxbb.jobs.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a file counts as received. A bean of the application.
 *
 * <p><b>Source</b>: spec 4.1: the file's time, never later than now; with {@code --as-of}, that
 * instant. A time more than a year back was kept from the file's source, so now counts.
 *
 * @param clock what now is
 * @param fixed the instant of {@code --as-of}, null without it
 */
public record ReceivedAt(Clock clock, @Nullable Instant fixed) {

  private static final Duration LONGEST_WAY = Duration.ofDays(366);

  /** When a file with this time of last change was received, in whole microseconds. */
  public Instant of(Instant fileTime) {
    if (fixed != null) {
      return fixed;
    }
    Instant now = clock.instant();
    boolean believable = !fileTime.isAfter(now) && !fileTime.isBefore(now.minus(LONGEST_WAY));
    return (believable ? fileTime : now).truncatedTo(ChronoUnit.MICROS);
  }
}
