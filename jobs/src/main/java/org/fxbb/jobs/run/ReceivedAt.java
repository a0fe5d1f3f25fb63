package org.fxbb.jobs.run;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a file counts as received. A bean of the application.
 *
 * <p><b>Source</b>: spec 4.1: the file's time, never later than now; with {@code --as-of}, that
 * instant.
 *
 * @param clock what now is
 * @param fixed the instant of {@code --as-of}, null without it
 */
public record ReceivedAt(Clock clock, @Nullable Instant fixed) {

  /** When a file with this time of last change was received. */
  public Instant of(Instant fileTime) {
    if (fixed != null) {
      return fixed;
    }
    Instant now = clock.instant();
    return fileTime.isAfter(now) ? now : fileTime;
  }
}
