package org.fxbb.jobs.run;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fxbb.jobs.run.StepProfile.Recorded;
import org.fxbb.writers.profile.Spent;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * One attempt at a run: how long each of its steps took, and where that time went.
 *
 * <p><b>Units</b>: seconds.
 *
 * @param attempt from 1; a run that failed or was cut off has one more each time it is started
 * @param state as Spring Batch has it; {@link #CUT_OFF} where the process died
 * @param seconds from start to end; 0 where the end is not known
 */
public record RunProfile(
    String job,
    String period,
    String run,
    int attempt,
    String state,
    double seconds,
    List<Step> steps) {

  /** State of an attempt or a step whose process died, found by the next. */
  public static final String CUT_OFF = "CUT_OFF";

  private static final String OF_SHARE = "-of-share:";
  private static final double NANOS = 1e9;

  /**
   * A step.
   *
   * @param seconds from start to end; where the end is not known, as far as its record goes
   * @param workers how many threads worked on it at most
   * @param activities the longest first; empty for a step that keeps no account
   */
  public record Step(
      String step, String state, double seconds, int workers, List<Activity> activities) {}

  /**
   * What the workers of a step did.
   *
   * @param seconds added up over the workers
   * @param share of the time that all workers had
   * @param times how often
   */
  public record Activity(
      String activity, double seconds, double share, long times, long rows, long bytes) {}

  /** What the record of an execution says. */
  public static RunProfile of(JobExecution execution, int attempt) {
    Map<String, List<StepExecution>> steps = new LinkedHashMap<>();
    execution.getStepExecutions().stream()
        .sorted(Comparator.comparingLong(StepExecution::getId))
        .forEach(e -> steps.computeIfAbsent(stepOf(e), name -> new ArrayList<>()).add(e));
    String state = state(execution.getStatus().name(), execution.getExitStatus());
    return new RunProfile(
        execution.getJobInstance().getJobName(),
        String.valueOf(execution.getJobParameters().getString(RunParameters.PERIOD)),
        String.valueOf(execution.getJobParameters().getString(RunParameters.RUN)),
        attempt,
        state,
        state.equals(CUT_OFF) ? 0 : seconds(execution.getStartTime(), execution.getEndTime()),
        steps.entrySet().stream().map(e -> step(e.getKey(), e.getValue())).toList());
  }

  /** To Spring Batch the shares of a step are steps of their own, named after it. */
  private static String stepOf(StepExecution execution) {
    String name = execution.getStepName();
    int end = name.indexOf(OF_SHARE);
    return end < 0 ? name : name.substring(0, end);
  }

  /** The first execution is that of the step, the others are those of its shares. */
  private static Step step(String name, List<StepExecution> executions) {
    StepExecution whole = executions.get(0);
    String state = state(whole.getStatus().name(), whole.getExitStatus());
    List<Recorded> records =
        executions.stream()
            .filter(e -> e.getStartTime() != null) // else what it has is of an earlier attempt
            .map(StepProfile::read)
            .filter(Objects::nonNull)
            .toList();
    int workers =
        records.stream()
            .mapToInt(Recorded::workers)
            .map(limit -> executions.size() == 1 ? limit : Math.min(limit, records.size()))
            .max()
            .orElse(1);
    boolean ended = whole.getEndTime() != null && !state.equals(CUT_OFF);
    double seconds =
        ended ? seconds(whole.getStartTime(), whole.getEndTime()) : atLeast(records, workers);
    Map<String, Spent> spent = new LinkedHashMap<>();
    records.forEach(record -> StepProfile.addTo(spent, record.spent()));
    List<Activity> activities =
        spent.entrySet().stream()
            .map(e -> activity(e.getKey(), e.getValue(), workers * seconds))
            .sorted(Comparator.comparingDouble(Activity::seconds).reversed())
            .toList();
    return new Step(name, state, seconds, workers, activities);
  }

  private static Activity activity(String name, Spent spent, double available) {
    double seconds = spent.nanos() / NANOS;
    return new Activity(
        name,
        seconds,
        available > 0 ? seconds / available : 0,
        spent.times(),
        spent.rows(),
        spent.bytes());
  }

  /** The least that a step without an end can have taken. */
  private static double atLeast(List<Recorded> records, int workers) {
    long longest = records.stream().mapToLong(Recorded::elapsedNanos).max().orElse(0);
    long all = records.stream().mapToLong(Recorded::elapsedNanos).sum();
    return Math.max((double) longest, (double) all / workers) / NANOS;
  }

  /** A dead process leaves an exit status that says running, whatever was made of it since. */
  private static String state(String status, ExitStatus exit) {
    return status.equals("FAILED") && exit.isRunning() ? CUT_OFF : status;
  }

  private static double seconds(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
    return start == null || end == null ? 0 : Duration.between(start, end).toNanos() / NANOS;
  }
}
