package org.fxbb.cron.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.database.Database;
import org.fxbb.cron.doctor.Checksum;
import org.fxbb.cron.doctor.TableSizes;
import org.fxbb.jobs.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb doctor}: how the database is. */
@Command(name = "doctor", description = "Look at the database: sizes, partitions, checksum.")
final class DoctorCommand implements Callable<Integer> {
  private static final int LOCKS_NEEDED = 256;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Option(
      names = "--checksum",
      description =
          "Print one SHA-256 over everything the database knows: natural keys and business columns, not ids or arrival times. Two databases with the same facts print the same.")
  private boolean checksum;

  @Override
  public Integer call() {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      DataSource etl = engine.get("etlDataSource", DataSource.class);
      if (checksum) {
        print(new Checksum(etl).compute(engine.get(Progress.class)));
        return ExitCode.DONE;
      }
      TableSizes sizes = new TableSizes(etl);
      int locks = sizes.maxLocksPerTransaction();
      print(engine.get(Database.class).place(), sizes.list(), locks);
      return locks < LOCKS_NEEDED ? ExitCode.FOUND : ExitCode.DONE;
    }
  }

  private void print(Checksum.Result result) {
    fxbb.output()
        .print(
            Map.of("checksum", result.all(), "tables", result.tables()),
            writer -> {
              Output.table(
                  writer,
                  List.of("table", "rows", "sha-256"),
                  result.tables().entrySet().stream()
                      .map(
                          entry ->
                              List.of(
                                  entry.getKey(),
                                  "%,d".formatted(entry.getValue().rows()),
                                  entry.getValue().sha256().substring(0, 16) + "..."))
                      .toList());
              writer.println(result.all());
            });
  }

  private void print(String place, List<TableSizes.Size> sizes, int locks) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("database", place);
    document.put("max_locks_per_transaction", locks);
    document.put("tables", sizes);
    fxbb.output()
        .print(
            document,
            writer -> {
              writer.println("Database: " + place);
              Output.table(
                  writer,
                  List.of("table", "partitions", "rows (est.)", "MB"),
                  sizes.stream()
                      .limit(20)
                      .map(
                          size ->
                              List.of(
                                  size.name(),
                                  Long.toString(size.partitions()),
                                  "%,d".formatted(size.rowsEstimated()),
                                  "%,.1f".formatted(size.bytes() / 1e6)))
                      .toList());
              long bytes = sizes.stream().mapToLong(TableSizes.Size::bytes).sum();
              writer.printf("%d tables, %,.1f MB.%n", sizes.size(), bytes / 1e6);
              if (locks < LOCKS_NEEDED) {
                writer.printf(
                    "max_locks_per_transaction: expected %d or more for daily partitions, found %d. Raise it in postgresql.conf and restart the server.%n",
                    LOCKS_NEEDED, locks);
              }
            });
  }
}
