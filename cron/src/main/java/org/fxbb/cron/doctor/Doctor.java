package org.fxbb.cron.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Progress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Looks at the database from every side and says what should be changed.
 *
 * <p><b>Lifecycle</b>: reads only; safe beside everything else. Each section is a statement or two
 * over catalogs and statistics and takes no longer on a large database.
 *
 * <p><b>Source</b>: spec 7.2, {@code doctor}.
 */
public final class Doctor {
  private final List<Check> checks;

  /**
   * A doctor of one database.
   *
   * @param monitor acts as {@code fxbb_monitor}
   * @param place the database as an operator would name it
   * @param today in Dhaka, from which partitions ahead are counted
   * @param orphans looks for rows whose ids point nowhere, or says that it was not asked to
   */
  public Doctor(DataSource monitor, String place, LocalDate today, Check orphans) {
    JdbcTemplate jdbc = new JdbcTemplate(monitor);
    NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
    checks =
        List.of(
            new ServerSettings(jdbc, place),
            new TableSizes(jdbc),
            new PartitionCoverage(named, today),
            new UnusedIndexes(jdbc),
            new DuplicateIndexes(jdbc),
            new Bloat(jdbc),
            new LongSessions(named, LongSessions.LONG),
            new Connections(jdbc),
            orphans);
  }

  /** The check for rows whose ids point nowhere, which reads every bulk table. */
  public static Check orphans(DataSource etl, Progress progress) {
    return new Orphans(etl, progress);
  }

  /** What stands in its place when it was not asked for. */
  public static Check orphansNotLookedFor() {
    return Orphans::notLookedFor;
  }

  /** Every section, in the order in which they are read. */
  public Stream<Section> examine() {
    return checks.stream().map(Check::examine);
  }
}
