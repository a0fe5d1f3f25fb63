package org.fxbb.cron.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.jobs.run.RunOutcome.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a line of the schedule for a day, and finds the days on which it should have run and did
 * not.
 *
 * <p><b>Lifecycle</b>: safe to repeat: a run that completed is "already done".
 *
 * <p><b>Source</b>: spec 7.1.
 */
public final class ScheduledRuns {
  /** How far back missed days are looked for. */
  static final int LOOK_BACK_DAYS = 35;

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);

  private final JobRuns runs;
  private final Clock clock;

  /** Launches through these runs, and asks this clock what is due. */
  public ScheduledRuns(JobRuns runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * Runs a line for the date on which it is due, in Dhaka.
   *
   * @return what became of each launch; after a failure the rest of the line is left for the scan
   */
  public List<RunOutcome> run(ScheduleEntry entry, LocalDate today) {
    List<RunOutcome> outcomes = new ArrayList<>();
    for (String job : entry.jobs()) {
      if (!runs.names().contains(job)) {
        LOG.warn("The schedule names the job {}, which this engine does not have", job);
        continue;
      }
      PeriodRule rule = PeriodRule.ofJob(job);
      for (Period period : rule.periods(today)) {
        String run = rule.repeats() ? runs.nextRun(job) : "scheduled " + today;
        RunOutcome outcome = runs.run(job, period.text(), run, Map.of());
        report(outcome);
        outcomes.add(outcome);
        if (outcome.state() == State.FAILED || outcome.state() == State.STOPPED) {
          return outcomes;
        }
      }
    }
    return outcomes;
  }

  /**
   * Runs the nightly lines that were due and did not happen, oldest first.
   *
   * @return the days that were caught up
   */
  public List<LocalDate> catchUp() {
    List<LocalDate> caughtUp = new ArrayList<>();
    for (ScheduleEntry entry : ScheduleEntry.table()) {
      if (entry.jobs().stream().map(PeriodRule::ofJob).noneMatch(PeriodRule::repeats)) {
        List<LocalDate> missed = missed(entry);
        if (!missed.isEmpty()) {
          LOG.warn("{} was missed on {}; running it now, oldest first", entry.name(), missed);
        }
        missed.forEach(day -> run(entry, day));
        caughtUp.addAll(missed);
      }
    }
    return caughtUp;
  }

  private List<LocalDate> missed(ScheduleEntry entry) {
    String job = entry.jobs().get(0);
    return runs.names().contains(job)
        ? missed(entry, clock.instant(), runs.completedPeriods(job))
        : List.of();
  }

  /**
   * The days on which a line was due and its first job did not complete for its period: from the
   * first day that it ever completed, at most {@link #LOOK_BACK_DAYS} back. On an engine that has
   * never run it, only the newest due day.
   */
  static List<LocalDate> missed(ScheduleEntry entry, Instant now, Set<String> completed) {
    PeriodRule rule = PeriodRule.ofJob(entry.jobs().get(0));
    LocalDate newest = DueTimes.newestDueDay(entry.cron(), now);
    List<LocalDate> days = newest.minusDays(LOOK_BACK_DAYS).datesUntil(newest.plusDays(1)).toList();
    List<LocalDate> done =
        days.stream()
            .filter(
                day ->
                    rule.periods(day).stream()
                        .allMatch(period -> completed.contains(period.text())))
            .toList();
    LocalDate first = done.isEmpty() ? newest : done.get(0);
    return days.stream().filter(day -> !day.isBefore(first) && !done.contains(day)).toList();
  }

  private static void report(RunOutcome outcome) {
    String text = "%s %s: %s".formatted(outcome.job(), outcome.period(), outcome.state());
    if (outcome.state() == State.FAILED) {
      LOG.error("{}", text, outcome.failures().stream().findFirst().orElse(null));
    } else {
      LOG.info("{}", text);
    }
  }
}
