package org.fxbb.cron.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb migrate}: brings the database up to date, whatever {@code fxbb.migrate} says. */
@Command(name = "migrate", description = "Bring the database to the schema of this engine.")
final class MigrateCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Override
  public Integer call() {
    try (Engine engine = Engine.start(fxbb.engineOptionsToMigrate())) {
      String place = engine.get(Database.class).place();
      fxbb.output()
          .print(
              Map.of("database", place, "state", "UP_TO_DATE"),
              writer -> writer.println("Up to date: " + place + "."));
      return ExitCode.DONE;
    }
  }
}
