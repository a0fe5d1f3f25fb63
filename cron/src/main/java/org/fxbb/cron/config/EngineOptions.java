package org.fxbb.cron.config;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What the command line decides for one run of the engine.
 *
 * @param clockAt the instant at which the injected clock stands still, null for the running clock
 * @param receivedAt the instant at which every file of this run counts as received, null for each
 *     file's own time
 * @param config a further settings file, or null
 * @param verbose whether the console shows what the log shows
 * @param migrateNow whether this command migrates even when the settings say never
 * @param scheduled whether the scheduler is part of the engine
 * @param progress where jobs say how far they are
 */
public record EngineOptions(
    @Nullable Instant clockAt,
    @Nullable Instant receivedAt,
    @Nullable Path config,
    boolean verbose,
    boolean migrateNow,
    boolean scheduled,
    Progress progress) {

  /** The clock of everything that this run decides, in Asia/Dhaka. */
  public Clock clock() {
    return Optional.ofNullable(clockAt)
        .map(instant -> Clock.fixed(instant, Period.DHAKA))
        .orElseGet(() -> Clock.system(Period.DHAKA));
  }
}
