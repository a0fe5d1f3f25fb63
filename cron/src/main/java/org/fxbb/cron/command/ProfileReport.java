package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.terminal.TerminalProgress;
import org.fxbb.jobs.run.RunProfile;
import org.fxbb.jobs.run.RunProfile.Activity;
import org.fxbb.jobs.run.RunProfile.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows where the time of a run went, from the run's record. */
final class ProfileReport {
  /** What has less of the whole, or took less, would print as zero and is not shown by itself. */
  private static final double LEAST_SHARE = 0.005;

  private static final double LEAST_SECONDS = 0.005;
  private static final String COMPLETED = "COMPLETED";

  private static final double MEGABYTE = 1e6;

  private ProfileReport() {}

  /**
   * The attempts at one run and at the runs that its steps started, in order; empty where there is
   * no such run.
   *
   * @param period null for any
   * @param run null for the newest
   */
  static List<RunProfile> list(
      Engine engine, String job, @Nullable String period, @Nullable String run) {
    JobRepository repository = engine.get(JobRepository.class);
    Map<String, Integer> attempts = new HashMap<>();
    return JdbcClient.create(engine.get("etlDataSource", DataSource.class))
        .sql(Resources.sql(ProfileReport.class, "profileExecutions"))
        .param("job", job)
        .param("period", period, Types.VARCHAR)
        .param("run", run, Types.VARCHAR)
        .query(Long.class)
        .list()
        .stream()
        .map(repository::getJobExecution)
        .map(
            e -> RunProfile.of(e, attempts.merge(e.getJobInstance().getJobName(), 1, Integer::sum)))
        .toList();
  }

  /** Prints one table per attempt. */
  static void print(PrintWriter writer, List<RunProfile> attempts) {
    for (RunProfile attempt : attempts) {
      writer.println(
          "Where the time of %s %s went, run %s%s: %s%s"
              .formatted(
                  attempt.job(),
                  attempt.period(),
                  attempt.run(),
                  attempts.stream().anyMatch(a -> a.job().equals(attempt.job()) && a.attempt() > 1)
                      ? ", attempt " + attempt.attempt()
                      : "",
                  attempt.state(),
                  attempt.seconds() > 0
                      ? " in "
                          + TerminalProgress.describe(
                              Duration.ofMillis(Math.round(attempt.seconds() * 1000)))
                      : ""));
      Output.table(
          writer,
          List.of("step", "seconds", "share", "workers", "times", "rows", "MB"),
          rows(attempt));
    }
  }

  private static List<List<String>> rows(RunProfile attempt) {
    double whole = attempt.steps().stream().mapToDouble(Step::seconds).sum();
    List<List<String>> rows = new ArrayList<>();
    int small = 0;
    double smallSeconds = 0;
    for (Step step : attempt.steps()) {
      if (step.state().equals(COMPLETED) && isSmall(step.seconds(), step.seconds() / whole)) {
        small++;
        smallSeconds += step.seconds();
      } else {
        addStep(rows, step, whole);
      }
    }
    if (small > 0) {
      rows.add(row("other steps: " + small, smallSeconds, smallSeconds / whole, "", "", "", ""));
    }
    return rows;
  }

  private static void addStep(List<List<String>> rows, Step step, double whole) {
    String name = step.state().equals(COMPLETED) ? step.step() : step.step() + " " + step.state();
    rows.add(
        row(
            name,
            step.seconds(),
            step.seconds() / whole,
            Integer.toString(step.workers()),
            "",
            "",
            ""));
    double other = step.workers() * step.seconds();
    for (Activity activity : step.activities()) {
      if (!isSmall(activity.seconds(), activity.share())) {
        other -= activity.seconds();
        rows.add(
            row(
                "  " + activity.activity(),
                activity.seconds(),
                activity.share(),
                "",
                count(activity.times()),
                count(activity.rows()),
                activity.bytes() < MEGABYTE / 20
                    ? ""
                    : "%,.1f".formatted(activity.bytes() / MEGABYTE)));
      }
    }
    double share = other / (step.workers() * step.seconds());
    if (!step.activities().isEmpty() && !isSmall(other, share)) {
      rows.add(row("  other, and waiting", other, share, "", "", "", ""));
    }
  }

  private static List<String> row(
      String name,
      double seconds,
      double share,
      String workers,
      String times,
      String rows,
      String megabytes) {
    return List.of(
        name,
        seconds > 0 ? "%,.2f".formatted(seconds) : "",
        seconds > 0 ? "%.0f %%".formatted(share * 100) : "",
        workers,
        times,
        rows,
        megabytes);
  }

  private static boolean isSmall(double seconds, double share) {
    return seconds < LEAST_SECONDS || share < LEAST_SHARE;
  }

  private static String count(long number) {
    return number == 0 ? "" : "%,d".formatted(number);
  }
}
