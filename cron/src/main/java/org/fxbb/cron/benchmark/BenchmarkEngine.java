package org.fxbb.cron.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.Resources;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.config.EngineOptions;
import org.fxbb.cron.database.DatabaseAccess;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.RunOutcome;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine as everybody runs it, on one database of the benchmark and folders of its own.
 *
 * <p><b>Lifecycle</b>: one per run; its folders are removed when it is closed.
 */
final class BenchmarkEngine implements AutoCloseable {
  /** The day on which every benchmark is played, after the last of its measurements. */
  static final Instant NOW = Instant.parse("2026-01-05T06:00:00Z");

  private static final String TODAY = "2026-01-05";
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-04T00:00:00Z"));

  private final Path home;
  private final Engine engine;

  /** Starts the engine; the database is migrated when it is empty. */
  BenchmarkEngine(Path home, DatabaseAccess access) {
    this.home = home;
    Folders.remove(home);
    this.engine =
        Engine.start(
            new EngineOptions(
                NOW,
                NOW,
                null,
                false,
                EngineOptions.Migrate.NOW,
                false,
                Progress.none(),
                "fxbb benchmark"),
            Map.of(
                "spring.datasource.url", access.url(),
                "spring.datasource.username", access.user(),
                "spring.datasource.password", access.password(),
                "fxbb.var", home.toString(),
                "fxbb.drop-area", home.resolve("drop").toString(),
                "fxbb.archive", home.resolve("archive").toString(),
                "fxbb.output", home.resolve("out").toString()));
  }

  /**
   * Puts a file where its sender would, complete and some time ago.
   *
   * @param folder of the drop area, such as {@code manual/inbox}
   */
  void deliver(Path file, String folder) {
    try {
      Path inbox = Files.createDirectories(home.resolve("drop").resolve(folder));
      Path delivered = Files.copy(file, inbox.resolve(file.getFileName().toString()));
      Files.setLastModifiedTime(delivered, LONG_AGO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a job of today once more, to its end. */
  void run(String job) {
    run(job, TODAY);
  }

  /** Runs a job once more, to its end. */
  void run(String job, String period) {
    JobRuns runs = engine.get(JobRuns.class);
    RunOutcome outcome = runs.run(job, period, runs.nextRun(job), Map.of());
    if (outcome.state() != RunOutcome.State.DONE) {
      throw new EngineFailure(
          "Cannot finish the benchmark: job %s is %s: %s"
              .formatted(
                  job, outcome.state(), outcome.failures().stream().map(String::valueOf).toList()));
    }
  }

  /** Seconds of the steps of the newest run whose name begins so, partitions left out. */
  double seconds(String stepsLike) {
    Double seconds =
        new JdbcTemplate(etl())
            .queryForObject(
                Resources.sql(BenchmarkEngine.class, "stepSeconds"), Double.class, stepsLike);
    return seconds == null ? 0 : seconds;
  }

  /** The longest steps of the newest run with their seconds, longest first. */
  String longestSteps() {
    return String.join(
        ", ",
        new JdbcTemplate(etl())
            .queryForList(Resources.sql(BenchmarkEngine.class, "longestSteps"), String.class));
  }

  /** What was refused, as "state: files" and "notice: rows"; empty when nothing. */
  List<String> refusals() {
    return new JdbcTemplate(etl())
        .queryForList(Resources.sql(BenchmarkEngine.class, "refusals"), String.class);
  }

  private DataSource etl() {
    return engine.get("etlDataSource", DataSource.class);
  }

  @Override
  public void close() {
    engine.close();
    Folders.remove(home);
  }
}
