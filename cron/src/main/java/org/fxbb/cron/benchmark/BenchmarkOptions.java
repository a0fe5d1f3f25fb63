package org.fxbb.cron.benchmark;

import java.util.Set;

/**
 * What to measure.
 *
 * @param rows about how many rows each workload has, at least 1,000
 * @param rounds how often each contender runs, at least 1
 * @param workloads which
 * @param rivals which
 * @param preloaded whether history of interfaces is also loaded into days that hold ten times its
 *     rows
 */
public record BenchmarkOptions(
    long rows, int rounds, Set<WorkloadName> workloads, Set<RivalName> rivals, boolean preloaded) {
  private static final long FEWEST_ROWS = 1_000;
  private static final long MOST_ROWS = 100_000_000;

  /** Checks the bounds. */
  public BenchmarkOptions {
    requireBetween("--rows", rows, FEWEST_ROWS, MOST_ROWS);
    requireBetween("--rounds", rounds, 1, 99);
  }

  /** What can be measured. */
  public enum WorkloadName {
    /** Bulk history files. */
    HISTORY,
    /** NDJSON dumps of agents. */
    DUMPS,
    /** A filing of an ISP. */
    FILING,
    /** Roll-up of late data. */
    ROLLUP
  }

  /** Whom the engine is measured against; recomputation in SQL is always there. */
  public enum RivalName {
    /** psql's \copy, in one session and in two. */
    PSQL,
    /** Spring Batch's reader and writer. */
    BATCH,
    /** pgloader. */
    PGLOADER
  }

  private static void requireBetween(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "Cannot run the benchmark: expected %s between %,d and %,d, found \"%d\"."
              .formatted(option, least, most, value));
    }
  }
}
