package org.fxbb.cron.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.cron.benchmark.BenchmarkOptions.RivalName;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Bulk history: one file of interface polls, one of QoS tests, for days before the simulated ones;
 * rivals get the same rows with the ids of the database already in them.
 *
 * <p><b>Source</b>: spec 4.7, 8.1.
 */
final class HistoryWorkload {
  private static final String STAMP = "20260104T000000Z";
  private static final int PRELOADED_FACTOR = 10;

  /** Two times the simulated days, or a little more where the nation is small. */
  private static final int MOST_DAYS = 30;

  private final Bench bench;

  HistoryWorkload(Bench bench) {
    this.bench = bench;
  }

  /** Races for both tables into empty days and, when asked for, for interfaces into full ones. */
  List<RaceResult> run() {
    List<RaceResult> results = new ArrayList<>();
    for (SeriesTable table : List.of(SeriesTable.INTERFACES, SeriesTable.QOS)) {
      String moved = moved(table);
      Path feed = bench.data().resolve("history_%s_%s.csv".formatted(table.subject(), STAMP));
      RowsFile.write(loaded(), Resources.sql(getClass(), feedQuery(table)).formatted(moved), feed);
      RowsFile flat = flat(table, moved);
      results.add(race("history " + table.subject(), Nation.KNOWN, table, feed, flat));
      if (bench.options().preloaded() && table == SeriesTable.INTERFACES) {
        preload(table, flat);
        results.add(
            race(
                "history %s, days hold %d x".formatted(table.subject(), PRELOADED_FACTOR),
                "full",
                table,
                feed,
                flat));
        bench.server().drop("full");
      }
    }
    return results;
  }

  private RaceResult race(
      String name, String template, SeriesTable table, Path feed, RowsFile flat) {
    List<CheckedRows> rows = List.of(table.checked(loaded(), table.keyByTime()));
    Contender engine =
        new IntakeContender(
            bench.nation(), template, Map.of(feed, "manual/inbox"), rows, flat.rows());
    RivalTask task =
        new RivalTask(bench.server(), template, makePartitions(table), List.of(flat), rows);
    return bench
        .race()
        .run(
            name,
            bench.options().rounds(),
            engine,
            bench.loaders(task, EnumSet.allOf(RivalName.class)));
  }

  /** The rows of the simulated days, as often as is needed, each time some days further back. */
  private String moved(SeriesTable table) {
    Long base =
        new JdbcTemplate(loaded())
            .queryForObject("SELECT count(*) FROM " + table.table(), Long.class);
    long times = -Math.floorDiv(-bench.options().rows(), base == null ? 1L : base);
    return "SELECT %s FROM %s t CROSS JOIN generate_series(1, %d) n ORDER BY %s LIMIT %d"
        .formatted(
            table.movedColumns(loaded(), Nation.DAYS),
            table.table(),
            times,
            table.keyByTime(),
            bench.options().rows());
  }

  private RowsFile flat(SeriesTable table, String moved) {
    Path path = bench.data().resolve(table.table() + ".csv");
    long rows = RowsFile.write(loaded(), moved, path);
    return new RowsFile(table.table(), path, TableColumn.listOf(loaded(), table.table()), rows);
  }

  /** All days that the rows may fall on: no rival has to make partitions while it is timed. */
  private String makePartitions(SeriesTable table) {
    return "SELECT fxbb_make_partitions('%s', '%s', '%s')"
        .formatted(table.table(), Nation.FIRST.minusDays(MOST_DAYS), Nation.FIRST);
  }

  /** A database whose days hold ten rows, some seconds apart, for each that will come. */
  private void preload(SeriesTable table, RowsFile flat) {
    bench.server().copy(Nation.KNOWN, "full");
    DataSource full = bench.server().owner("full");
    JdbcTemplate jdbc = new JdbcTemplate(full);
    jdbc.execute(makePartitions(table));
    String columns = String.join(", ", TableColumn.names(flat.columns()));
    jdbc.execute("CREATE TABLE preloaded (LIKE %s)".formatted(table.table()));
    new RowsFile("preloaded", flat.path(), flat.columns(), flat.rows()).load(full);
    jdbc.execute(
        "INSERT INTO %s (%s) SELECT %s FROM preloaded t CROSS JOIN generate_series(1, %d) n"
            .formatted(
                table.table(),
                columns,
                columns.replaceFirst("\\btime\\b", "t.time + n * interval '20 seconds'"),
                PRELOADED_FACTOR));
    jdbc.execute("DROP TABLE preloaded");
    jdbc.execute("ANALYZE");
  }

  private static String feedQuery(SeriesTable table) {
    return table == SeriesTable.QOS ? "historyQos" : "historyInterfaces";
  }

  private DataSource loaded() {
    return bench.server().owner(Nation.LOADED);
  }
}
