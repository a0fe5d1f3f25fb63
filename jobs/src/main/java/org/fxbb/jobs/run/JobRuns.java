package org.fxbb.jobs.run;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.fxbb.jobs.run.PeriodLocks.PeriodLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Starts jobs, by hand or by schedule, so that the same run happens once and a broken one goes on.
 *
 * <p><b>Lifecycle</b>: a launch holds the lock of its job and period. With the lock in hand, an
 * execution of that period which still says STARTED belongs to a dead process: it is recovered, and
 * the launch goes on where it stopped. Synchronous and thread-safe.
 *
 * <p><b>Source</b>: spec 7.1.
 */
public final class JobRuns {
  private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);

  /**
   * Jobs of which one run at a time is right, whatever the period: they share the inboxes, the
   * reminders or the partitions.
   */
  private static final Set<String> ONE_AT_A_TIME = Set.of("intake", "remind", "retain");

  private final Map<String, Job> jobs;
  private final JobOperator operator;
  private final JobRepository repository;
  private final PeriodLocks locks;
  private final Set<String> current = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /** Launches any of these jobs. */
  public JobRuns(
      Collection<Job> jobs, JobOperator operator, JobRepository repository, PeriodLocks locks) {
    this.jobs =
        jobs.stream()
            .collect(Collectors.toMap(Job::getName, job -> job, (a, b) -> a, TreeMap::new));
    this.operator = operator;
    this.repository = repository;
    this.locks = locks;
  }

  /** The names of the jobs, sorted. */
  public List<String> names() {
    return List.copyOf(jobs.keySet());
  }

  /**
   * Runs a job to its end, or says why it was not started.
   *
   * @param job one of {@link #names()}
   * @param period the period's text
   * @param run which run over the period; the same job, period and run complete once
   * @param narrowing further parameters such as {@link RunParameters#ISP}, which do not identify
   * @throws IllegalArgumentException when there is no such job; the message lists those there are
   */
  public RunOutcome run(String job, String period, String run, Map<String, String> narrowing) {
    Job found = jobs.get(job);
    if (found == null) {
      throw new IllegalArgumentException(
          "Cannot run \"%s\": expected one of %s.".formatted(job, String.join(", ", names())));
    }
    if (closing) {
      return outcome(job, period, run, RunOutcome.State.STOPPED, null);
    }
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addString(RunParameters.PERIOD, period)
            .addString(RunParameters.RUN, run);
    narrowing.forEach((name, value) -> parameters.addString(name, value, false));
    return locks
        .tryLock(job, lockedPeriod(job, period))
        .map(
            lock ->
                OwnThread.call(
                    job + " " + period, () -> runLocked(lock, found, parameters.toJobParameters())))
        .orElseGet(() -> outcome(job, period, run, RunOutcome.State.RUNNING_ELSEWHERE, null));
  }

  /**
   * A run number that no run of this job has used, for work that is repeated on purpose. It follows
   * the newest run's id, not their count: old runs are forgotten.
   */
  public String nextRun(String job) {
    JobInstance newest = repository.getLastJobInstance(job);
    return newest == null ? "1" : Long.toString(newest.getInstanceId() + 1);
  }

  /** The periods over which any run of the job completed. */
  public Set<String> completedPeriods(String job) {
    return repository.findJobInstances(job).stream()
        .flatMap(instance -> repository.getJobExecutions(instance).stream())
        .filter(execution -> execution.getStatus() == BatchStatus.COMPLETED)
        .map(JobRuns::periodOf)
        .collect(Collectors.toSet());
  }

  /**
   * Marks the executions that dead processes left behind as failed, so that they can go on. An
   * execution whose lock somebody holds is alive and left alone.
   *
   * @return what was recovered, as {@code job period}
   */
  public List<String> recoverAll() {
    return jobs.keySet().stream()
        .flatMap(job -> repository.findRunningJobExecutions(job).stream())
        .filter(this::recoverUnlessAlive)
        .map(JobRuns::keyOf)
        .toList();
  }

  /**
   * Starts nothing more, asks the executions of this process to stop after their current
   * transaction, and waits until they have.
   *
   * @return whether all of them ended within the limit
   */
  public boolean shutDown(Duration limit) {
    closing = true;
    jobs.keySet().stream()
        .flatMap(job -> repository.findRunningJobExecutions(job).stream())
        .filter(execution -> current.contains(keyOf(execution)))
        .forEach(this::stop);
    long deadline = System.nanoTime() + limit.toNanos();
    synchronized (current) {
      while (!current.isEmpty()) {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
          return false;
        }
        try {
          current.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return true;
  }

  private RunOutcome runLocked(PeriodLock held, Job job, JobParameters parameters) {
    String period = String.valueOf(parameters.getString(RunParameters.PERIOD));
    String run = String.valueOf(parameters.getString(RunParameters.RUN));
    try (held) {
      repository.findRunningJobExecutions(job.getName()).stream()
          .filter(
              execution ->
                  lockedPeriod(job.getName(), period)
                      .equals(lockedPeriod(job.getName(), periodOf(execution))))
          .forEach(this::recover);
      JobInstance instance = repository.getJobInstance(job.getName(), parameters);
      JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
      if (last != null && last.getStatus() == BatchStatus.UNKNOWN) {
        fail(last);
      }
      if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
        return outcome(job.getName(), period, run, RunOutcome.State.ALREADY_DONE, null);
      }
      JobExecution execution = start(job, period, parameters);
      return outcome(job.getName(), period, run, stateOf(execution), execution);
    } catch (JobInstanceAlreadyCompleteException e) {
      return outcome(job.getName(), period, run, RunOutcome.State.ALREADY_DONE, null);
    } catch (JobExecutionAlreadyRunningException e) {
      return outcome(job.getName(), period, run, RunOutcome.State.RUNNING_ELSEWHERE, null);
    } catch (JobRestartException | InvalidJobParametersException e) {
      return new RunOutcome(
          job.getName(),
          period,
          run,
          RunOutcome.State.FAILED,
          Duration.ZERO,
          List.of(),
          List.of(e));
    }
  }

  private JobExecution start(Job job, String period, JobParameters parameters)
      throws JobInstanceAlreadyCompleteException,
          JobExecutionAlreadyRunningException,
          JobRestartException,
          InvalidJobParametersException {
    String key = job.getName() + " " + period;
    current.add(key);
    try {
      return operator.start(job, parameters);
    } finally {
      synchronized (current) {
        current.remove(key);
        current.notifyAll();
      }
    }
  }

  private void stop(JobExecution execution) {
    try {
      operator.stop(execution);
    } catch (JobExecutionNotRunningException e) {
      LOG.debug("Execution {} ended before it could be stopped", execution.getId());
    }
  }

  private boolean recoverUnlessAlive(JobExecution execution) {
    return locks
        .tryLock(
            execution.getJobInstance().getJobName(),
            lockedPeriod(execution.getJobInstance().getJobName(), periodOf(execution)))
        .map(
            lock -> {
              try (lock) {
                recover(execution);
                return true;
              }
            })
        .orElse(false);
  }

  /**
   * Lets an execution go on whose end nobody could record, as when the database went away in its
   * middle: its transactions were rolled back, so it failed.
   */
  private void fail(JobExecution execution) {
    LOG.warn(
        "Job {} of period {} lost its database; it goes on where it stopped",
        execution.getJobInstance().getJobName(),
        periodOf(execution));
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED);
        repository.update(step);
      }
    }
    execution.setStatus(BatchStatus.FAILED);
    execution.setExitStatus(ExitStatus.FAILED);
    repository.update(execution);
  }

  private void recover(JobExecution execution) {
    LOG.warn(
        "Job {} of period {} was left {} by a process that died; it goes on when it is run again",
        execution.getJobInstance().getJobName(),
        periodOf(execution),
        execution.getStatus());
    operator.recover(execution);
  }

  private static String lockedPeriod(String job, String period) {
    return ONE_AT_A_TIME.contains(job) ? PeriodLocks.ANY_PERIOD : period;
  }

  private static String keyOf(JobExecution execution) {
    return execution.getJobInstance().getJobName() + " " + periodOf(execution);
  }

  private static String periodOf(JobExecution execution) {
    return String.valueOf(execution.getJobParameters().getString(RunParameters.PERIOD));
  }

  private static RunOutcome.State stateOf(JobExecution execution) {
    return switch (execution.getStatus()) {
      case COMPLETED -> RunOutcome.State.DONE;
      case STOPPED, STOPPING -> RunOutcome.State.STOPPED;
      case FAILED, ABANDONED, STARTED, STARTING, UNKNOWN -> RunOutcome.State.FAILED;
    };
  }

  private static RunOutcome outcome(
      String job,
      String period,
      String run,
      RunOutcome.State state,
      @Nullable JobExecution execution) {
    if (execution == null) {
      return new RunOutcome(job, period, run, state, Duration.ZERO, List.of(), List.of());
    }
    LocalDateTime start = execution.getStartTime();
    LocalDateTime end = execution.getEndTime();
    Duration took = start == null || end == null ? Duration.ZERO : Duration.between(start, end);
    return new RunOutcome(
        job, period, run, state, took, Told.by(execution), execution.getAllFailureExceptions());
  }
}
