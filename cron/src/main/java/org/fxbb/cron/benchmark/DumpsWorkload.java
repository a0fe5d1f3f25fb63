package org.fxbb.cron.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.cron.benchmark.BenchmarkOptions.RivalName;

/**
 * Daily dumps of every agent, NDJSON in gzip; rivals get the same rows flattened, as the engine
 * loaded them, a CSV per table, one sender after the other as the dumps are.
 *
 * <p><b>Source</b>: spec 4.5, 4.6, 8.1.
 */
final class DumpsWorkload {
  private final Bench bench;

  DumpsWorkload(Bench bench) {
    this.bench = bench;
  }

  /** The race. */
  List<RaceResult> run() {
    DataSource loaded = bench.server().owner(Nation.LOADED);
    List<SeriesTable> tables = List.of(SeriesTable.values());
    List<RowsFile> files = tables.stream().map(table -> flat(loaded, table)).toList();
    List<CheckedRows> rows =
        tables.stream().map(table -> table.checked(loaded, table.keyBySender())).toList();
    Map<Path, String> deliveries =
        bench.nation().dumps().stream().collect(Collectors.toMap(dump -> dump, Nation::inboxOf));
    RivalTask task =
        new RivalTask(bench.server(), Nation.KNOWN, makePartitions(tables), files, rows);
    Contender engine =
        new IntakeContender(bench.nation(), Nation.KNOWN, deliveries, rows, task.total());
    return List.of(
        bench
            .race()
            .run(
                "dumps",
                bench.options().rounds(),
                engine,
                bench.loaders(task, EnumSet.of(RivalName.PSQL, RivalName.BATCH))));
  }

  private RowsFile flat(DataSource loaded, SeriesTable table) {
    List<TableColumn> columns = TableColumn.listOf(loaded, table.table());
    Path path = bench.data().resolve("dumps-" + table.table() + ".csv");
    String query =
        "SELECT %s FROM %s ORDER BY %s"
            .formatted(
                String.join(", ", TableColumn.names(columns)), table.table(), table.keyBySender());
    return new RowsFile(table.table(), path, columns, RowsFile.write(loaded, query, path));
  }

  private static String makePartitions(List<SeriesTable> tables) {
    return tables.stream()
        .map(
            table ->
                "SELECT fxbb_make_partitions('%s', '%s', '%s')"
                    .formatted(table.table(), Nation.FIRST, Nation.FIRST.plusDays(Nation.DAYS)))
        .collect(Collectors.joining("; "));
  }
}
