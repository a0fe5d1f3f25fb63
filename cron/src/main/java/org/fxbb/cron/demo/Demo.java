package org.fxbb.cron.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.jobs.run.RunOutcome.State;

/**
 * The jobs of a whole month, one after the other, as the scheduler and an operator would start
 * them.
 *
 * <p><b>Lifecycle</b>: every step is a named run, so a second time each is "already done", and an
 * interrupted one goes on where it stopped.
 *
 * <p><b>Source</b>: spec 7.2, demo.
 */
public final class Demo {
  private static final int MOST_INTAKES = 20;

  private final JobRuns runs;
  private final DataSource etl;
  private final Path dropArea;
  private final Consumer<RunOutcome> listener;

  /**
   * A demo on this engine.
   *
   * @param runs launches the jobs
   * @param etl the pool that loads and judges
   * @param dropArea where the simulated files lie
   * @param listener told of every run as it ends
   */
  public Demo(JobRuns runs, DataSource etl, Path dropArea, Consumer<RunOutcome> listener) {
    this.runs = runs;
    this.etl = etl;
    this.dropArea = dropArea;
    this.listener = listener;
  }

  /**
   * Runs the chain.
   *
   * @param today the date on which it is played, after the end of the measurements
   * @param last the last day with measurements
   * @return what became of each run
   * @throws EngineFailure when a run fails; the same command then goes on where it stopped
   */
  public List<RunOutcome> run(LocalDate today, LocalDate last) {
    List<RunOutcome> outcomes = new ArrayList<>(intake(today));
    String name = outcomes.get(outcomes.size() - 1).run();
    String month = YearMonth.from(last).toString();
    outcomes.add(step("rollup", today.toString(), name));
    outcomes.add(step("nightly", last.toString(), name));
    outcomes.add(step("judge-month", month, name));
    outcomes.add(step("render", month, name));
    return outcomes;
  }

  /** Intake until nothing is left in the inboxes and a further cycle would change nothing. */
  private List<RunOutcome> intake(LocalDate today) {
    List<RunOutcome> outcomes = new ArrayList<>();
    long before = Long.MAX_VALUE;
    for (int cycle = 1; cycle <= MOST_INTAKES; cycle++) {
      String name = cycle == 1 ? "demo" : "demo " + cycle;
      RunOutcome outcome = step("intake", today.toString(), name);
      outcomes.add(outcome);
      long left = DemoFindings.pending(etl) + filesInInboxes();
      if (left == 0 || left >= before) {
        return outcomes;
      }
      before = left;
    }
    return outcomes;
  }

  private RunOutcome step(String job, String period, String name) {
    RunOutcome outcome = runs.run(job, period, name, Map.of());
    listener.accept(outcome);
    if (outcome.state() != State.DONE && outcome.state() != State.ALREADY_DONE) {
      throw new EngineFailure(
          "Cannot finish the demo: job %s of %s is %s. %s"
              .formatted(
                  job,
                  period,
                  outcome.state(),
                  outcome.failures().stream().allMatch(EngineFailure::mayPassNextTime)
                      ? "Start fxbb demo again and it goes on where it was."
                      : "Its own message is above; the demo fails again until that is corrected."),
          outcome.failures().stream().findFirst().orElse(null));
    }
    return outcome;
  }

  private long filesInInboxes() {
    if (!Files.isDirectory(dropArea)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(dropArea, 4)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getName(file.getNameCount() - 2).toString().equals("inbox"))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
