package org.fxbb.cron.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** pgloader with its defaults, a command file per CSV file. */
final class PgloaderLoader {
  private PgloaderLoader() {}

  /** Loads file after file. */
  static long load(RivalTask task) {
    Map<String, String> environment = task.server().environment(RivalTask.DATABASE);
    long peak = 0;
    for (RowsFile file : task.files()) {
      Path commands = file.path().resolveSibling("pgloader-" + file.table() + ".load");
      write(commands, commandsFor(file, environment));
      List<String> command =
          List.of(
              "pgloader",
              "--on-error-stop",
              "--root-dir",
              commands.resolveSibling("pgloader").toString(),
              commands.toString());
      peak = Math.max(peak, RivalProcess.run(List.of(command), environment, commands));
    }
    return peak;
  }

  /** The password is not in it: pgloader takes it from PGPASSWORD. */
  private static String commandsFor(RowsFile file, Map<String, String> environment) {
    String fields =
        file.columns().stream()
            .map(c -> "\"%s\"%s".formatted(c.name(), c.nullable() ? " [null if blanks]" : ""))
            .collect(Collectors.joining(", "));
    String columns =
        file.columns().stream()
            .map(c -> "\"%s\"".formatted(c.name()))
            .collect(Collectors.joining(", "));
    return """
        LOAD CSV
        FROM '%s' (%s)
        INTO postgresql://%s@%s:%s/%s
        TARGET TABLE "public"."%s" (%s)
        WITH skip header = 1, fields terminated by ',', fields optionally enclosed by '"', fields escaped by double-quote
        SET role to 'fxbb_owner';
        """
        .formatted(
            file.path(),
            fields,
            environment.get("PGUSER"),
            environment.get("PGHOST"),
            environment.get("PGPORT"),
            environment.get("PGDATABASE"),
            file.table(),
            columns);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
