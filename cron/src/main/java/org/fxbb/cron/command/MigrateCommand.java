package org.fxbb.cron.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.config.EngineOptions.Migrate;
import org.fxbb.cron.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb migrate}: brings the database up to date, whatever {@code fxbb.migrate} says. */
@Command(name = "migrate", description = "Bring the database to the schema of this engine.")
final class MigrateCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Option(
      names = "--roles-only",
      description =
          "Make the roles and their rights on the database, and no table: before a backup is restored into an empty database.")
  private boolean rolesOnly;

  @Override
  public Integer call() {
    Migrate migrate = rolesOnly ? Migrate.ROLES_ONLY : Migrate.NOW;
    try (Engine engine = Engine.start(fxbb.engineOptionsToMigrate(migrate))) {
      String place = engine.get(Database.class).place();
      fxbb.output()
          .print(
              Map.of("database", place, "state", rolesOnly ? "ROLES_MADE" : "UP_TO_DATE"),
              writer ->
                  writer.println(
                      (rolesOnly ? "The roles are there: " : "Up to date: ") + place + "."));
      return ExitCode.DONE;
    }
  }
}
