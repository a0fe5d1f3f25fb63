package org.fxbb.cron.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.config.EngineOptions;
import org.fxbb.cron.demo.Demo;
import org.fxbb.cron.doctor.Checksum;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.migrations.TestDatabase;

/** The whole engine on a database of its own, played on the 20th of February 2026. */
public final class Chain implements AutoCloseable {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 20);

  private final Engine engine;

  Chain(Path folder) throws IOException {
    this(folder, TestDatabase.createEmpty());
  }

  public Chain(Path folder, TestDatabase database) throws IOException {
    Files.createDirectories(folder);
    Path settings =
        Files.writeString(
            folder.resolve("settings.properties"),
            """
            spring.datasource.url=%s
            spring.datasource.username=fxbb
            spring.datasource.password=test
            fxbb.var=%s
            fxbb.output=%s
            """
                .formatted(database.url(), folder.resolve("var"), folder.resolve("out")));
    engine =
        Engine.start(
            new EngineOptions(
                Instant.parse("2026-02-19T22:00:00Z"),
                null,
                settings,
                false,
                EngineOptions.Migrate.AS_CONFIGURED,
                false,
                Progress.none(),
                "test"));
  }

  public Path dropArea() {
    return engine.get(Folders.class).dropArea();
  }

  public DataSource etl() {
    return engine.get("etlDataSource", DataSource.class);
  }

  /** Intake until nothing is left, roll-up, nightly, judge, render. */
  public List<RunOutcome> run(LocalDate last) {
    return new Demo(engine.get(JobRuns.class), etl(), dropArea(), outcome -> {}).run(TODAY, last);
  }

  /** One more run of a job, as an operator would start it by hand. */
  public RunOutcome run(String job, String period) {
    JobRuns runs = engine.get(JobRuns.class);
    return runs.run(job, period, runs.nextRun(job), Map.of());
  }

  Checksum.Result checksum() {
    return new Checksum(etl()).compute(Progress.none());
  }

  @Override
  public void close() {
    engine.close();
  }
}
