package org.fxbb.cron.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fxbb.cron.backup.Backup;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.database.Database;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb backup}: the whole database in one file. */
@Command(
    name = "backup",
    description =
        "Write the whole database to one file with pg_dump, while everything else runs. How to restore it: README.md, Backup and restore.")
final class BackupCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Option(
      names = "--to",
      paramLabel = "<folder>",
      description = "Where to write it; by default backup/ in fxbb.var. Better on another disk.")
  private @Nullable Path to;

  @Option(
      names = "--pg-dump",
      paramLabel = "<program>",
      description =
          "The pg_dump to use, of the server's major version or newer; by default the first that fits in PATH or /usr/lib/postgresql.")
  private @Nullable Path pgDump;

  @Override
  public Integer call() {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      Folders folders = engine.get(Folders.class);
      Database database = engine.get(Database.class);
      Path folder = to == null ? folders.var().resolve("backup") : to.toAbsolutePath().normalize();
      Backup.Written backup =
          new Backup(database, engine.get(Clock.class), engine.get(Progress.class))
              .write(folder, pgDump);
      print(database.place(), backup, notIncluded(folders));
      return ExitCode.DONE;
    }
  }

  private static List<String> notIncluded(Folders folders) {
    return List.of(
        "received files and archived partitions: " + folders.archive(),
        "keys: " + folders.var().resolve("keys"),
        "report packs: " + folders.output(),
        "passwords of database logins");
  }

  private void print(String place, Backup.Written backup, List<String> notIncluded) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("database", place);
    document.put("file", backup.file().toString());
    document.put("bytes", backup.bytes());
    document.put("sha256", backup.sha256());
    document.put("roles_file", backup.rolesFile().toString());
    document.put("not_included", notIncluded);
    fxbb.output()
        .print(
            document,
            writer -> {
              writer.println("Backed up " + place + ".");
              writer.printf("  %s (%,.1f MB)%n", backup.file(), backup.bytes() / 1e6);
              writer.println("  SHA-256 " + backup.sha256() + ", also in the file beside it");
              writer.println("  logins of the engine's roles: " + backup.rolesFile());
              writer.println("Not in it, keep these too:");
              notIncluded.forEach(what -> writer.println("  " + what));
            });
  }
}
