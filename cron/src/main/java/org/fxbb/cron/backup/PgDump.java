package org.fxbb.cron.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.run.Progress;

/**
 * The program {@code pg_dump} of one version.
 *
 * <p>It reads as {@code fxbb_owner}, who owns every table, so that row security neither hides a row
 * nor stops it.
 *
 * @param program its path
 * @param major version of PostgreSQL that it belongs to
 */
record PgDump(Path program, int major) {
  private static final String TABLE_DONE = "dumping contents of table";

  /**
   * Writes the database to a file in the custom format of PostgreSQL, compressed.
   *
   * @param connection how to reach the database, as environment of libpq; the password is nowhere
   *     else
   * @param otherSchemas schemas that are not the engine's and stay out
   * @param file to write
   * @param progress counts tables and partitions
   * @throws EngineFailure with what pg_dump said, when it failed
   */
  void write(
      Map<String, String> connection, List<String> otherSchemas, Path file, Progress progress) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--format=custom",
                "--role=fxbb_owner",
                "--no-password",
                "--verbose",
                "--file=" + file));
    for (String schema : otherSchemas) {
      command.add("--exclude-schema=\"%s\"".formatted(schema.replace("\"", "\"\"")));
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(connection);
    List<String> errors = new ArrayList<>();
    int exit = run(builder, errors, progress);
    if (exit != 0) {
      throw new EngineFailure(
          "Cannot back up the database: %s ended with %d and said \"%s\". No backup was written."
              .formatted(program, exit, String.join(" ", errors)));
    }
  }

  private int run(ProcessBuilder builder, List<String> errors, Progress progress) {
    try {
      Process process = builder.start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.contains(TABLE_DONE)) {
            progress.add(1);
          } else if (line.contains("error:") || line.contains("detail:")) {
            errors.add(line);
          }
        }
        return process.waitFor();
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot back up the database: %s did not run (%s). No backup was written."
              .formatted(program, e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure("Cannot back up the database: it was interrupted.", e);
    }
  }
}
