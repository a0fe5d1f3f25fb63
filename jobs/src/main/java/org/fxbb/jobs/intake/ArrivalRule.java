package org.fxbb.jobs.intake;

import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a file counts as received. A bean of the application where {@code --as-of} was given; else
 * each file's own time holds.
 *
 * <p><b>Source</b>: spec 4.1: the file's time, never later than now; with {@code --as-of}, that
 * instant.
 *
 * @param fixed the instant at which every file counts as received, or null
 */
public record ArrivalRule(@Nullable Instant fixed) {

  Instant receivedAt(FileTime modified, Clock clock) {
    if (fixed != null) {
      return fixed;
    }
    Instant now = clock.instant();
    Instant time = modified.toInstant();
    return time.isAfter(now) ? now : time;
  }
}
