package org.fxbb.cron.command;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.database.Database;
import org.fxbb.cron.doctor.Check;
import org.fxbb.cron.doctor.Checksum;
import org.fxbb.cron.doctor.Doctor;
import org.fxbb.cron.doctor.Section;
import org.fxbb.jobs.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb doctor}: how the database is. */
@Command(
    name = "doctor",
    description =
        "Look at the database: settings, sizes, partitions, indexes, bloat, sessions. Changes nothing; ends with 3 when something should be changed.")
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Option(
      names = "--checksum",
      description =
          "Print one SHA-256 over everything the database knows: natural keys and business columns, not ids or arrival times. Two databases with the same facts print the same.")
  private boolean checksum;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private AuditOptions audit;

  @Option(
      names = "--orphans",
      description =
          "Also look for rows whose ids point nowhere. Reads every bulk table once: about a second per million rows.")
  private boolean orphans;

  @Override
  public Integer call() {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      if (audit.wanted()) {
        return audit.check(engine, fxbb.output());
      }
      DoctorPrint print = new DoctorPrint(fxbb.output());
      if (checksum) {
        DataSource etl = engine.get("etlDataSource", DataSource.class);
        print.print(new Checksum(etl).compute(engine.get(Progress.class)));
        return ExitCode.DONE;
      }
      List<Section> sections = examine(engine);
      print.print(sections);
      boolean well = sections.stream().allMatch(section -> section.findings().isEmpty());
      return well ? ExitCode.DONE : ExitCode.FOUND;
    }
  }

  private List<Section> examine(Engine engine) {
    Database database = engine.get(Database.class);
    Check lookForOrphans =
        orphans
            ? Doctor.orphans(
                engine.get("etlDataSource", DataSource.class), engine.get(Progress.class))
            : Doctor.orphansNotLookedFor();
    try (HikariDataSource monitor = database.pool("fxbb_monitor", 1)) {
      LocalDate today = LocalDate.now(engine.get(Clock.class));
      return new Doctor(monitor, database.place(), today, lookForOrphans).examine().toList();
    }
  }
}
