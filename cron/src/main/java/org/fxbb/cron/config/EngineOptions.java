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
 * @param migrate what this command does about migrations
 * @param scheduled whether the scheduler is part of the engine
 * @param progress where jobs say how far they are
 * @param actor whom the audit log names for what this run changes, such as {@code fxbb run nightly,
 *     os user root}
 */
public record EngineOptions(
    @Nullable Instant clockAt,
    @Nullable Instant receivedAt,
    @Nullable Path config,
    boolean verbose,
    Migrate migrate,
    boolean scheduled,
    Progress progress,
    String actor) {

  /** What a command does about migrations before it begins. */
  public enum Migrate {
    /** What fxbb.migrate says. */
    AS_CONFIGURED,
    /** Applies what is missing, whatever fxbb.migrate says. */
    NOW,
    /** Makes the roles and their rights on the database, and no table: a backup comes next. */
    ROLES_ONLY
  }

  /** The clock of everything that this run decides, in Asia/Dhaka. */
  public Clock clock() {
    return Optional.ofNullable(clockAt)
        .map(instant -> Clock.fixed(instant, Period.DHAKA))
        .orElseGet(() -> Clock.system(Period.DHAKA));
  }
}
