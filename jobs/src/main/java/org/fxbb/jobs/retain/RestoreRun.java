package org.fxbb.jobs.retain;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.jobs.run.PeriodLocks;
import org.fxbb.jobs.run.PeriodLocks.PeriodLock;
import org.fxbb.jobs.run.Progress;
import org.fxbb.writers.partition.PartitionRestore;
import org.fxbb.writers.partition.PartitionRestore.Archived;

/**
 * Brings archived partitions back, not while {@code retain} runs.
 *
 * <p><b>Lifecycle</b>: all files of the range are checked before anything is touched; then each
 * partition comes back in a transaction of its own. Done twice, it changes nothing.
 *
 * <p><b>Source</b>: specification 7.2, restore; 7.8.
 */
public final class RestoreRun {
  private final PartitionRestore partitions;
  private final PeriodLocks locks;
  private final Progress progress;

  /**
   * Restores into the database of a pool.
   *
   * @param archive the archive folder
   */
  public RestoreRun(
      DataSource etl, Path archive, Clock clock, PeriodLocks locks, Progress progress) {
    this.partitions = new PartitionRestore(etl, archive, clock);
    this.locks = locks;
    this.progress = progress;
  }

  /**
   * What became of one partition.
   *
   * @param partition its name
   * @param from its first Dhaka day
   * @param to its last Dhaka day
   * @param rows in its archives
   * @param restored true where it came back now, false where it was there already
   */
  public record Restored(
      String partition, LocalDate from, LocalDate to, long rows, boolean restored) {}

  /**
   * Brings back every archived partition of a table that touches the Dhaka days, both inclusive.
   *
   * @return one entry per archived partition, in order of time; empty where nothing is archived
   * @throws IllegalArgumentException when the table is none that is archived; the message lists
   *     those
   * @throws IllegalStateException when {@code retain} runs, or a partition cannot come back
   */
  public List<Restored> restore(String table, LocalDate from, LocalDate to) {
    List<String> tables = partitions.tables();
    if (!tables.contains(table)) {
      throw new IllegalArgumentException(
          "Cannot restore \"%s\": expected one of %s.".formatted(table, String.join(", ", tables)));
    }
    PeriodLock held =
        locks
            .tryLock(RetainJob.NAME, PeriodLocks.ANY_PERIOD)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cannot restore now: the job retain or another restore is running. Wait until it has ended; fxbb status shows it."));
    try (held) {
      List<Archived> found = partitions.list(table, from, to);
      List<Archived> missing = found.stream().filter(each -> !each.there()).toList();
      partitions.check(missing);
      if (!missing.isEmpty()) {
        progress.start("Restoring " + table, missing.size(), "partitions");
        for (Archived each : missing) {
          partitions.restore(each.range());
          progress.add(1);
        }
        progress.done();
      }
      return found.stream().map(RestoreRun::outcome).toList();
    }
  }

  private static Restored outcome(Archived archived) {
    return new Restored(
        archived.range().partition(),
        archived.range().from(),
        archived.range().to().minusDays(1),
        archived.rows(),
        !archived.there());
  }
}
