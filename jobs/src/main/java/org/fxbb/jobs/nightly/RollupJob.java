package org.fxbb.jobs.nightly;

import java.time.Clock;
import java.util.List;
import org.fxbb.jobs.rollup.DirtyMarks;
import org.fxbb.jobs.rollup.PackageCoverage;
import org.fxbb.jobs.rollup.TargetDown;
import org.fxbb.jobs.rollup.WitnessRollup;
import org.fxbb.jobs.run.ProfiledTasklet;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.RunParameters;
import org.fxbb.jobs.slots.Outages;
import org.fxbb.jobs.slots.SlotJudge;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code rollup}: refreshes every window that loads touched, whatever its day.
 *
 * <p><b>Shape</b>: interfaces and sessions of all days; then targets that were down; then slots and
 * values of the days; then outages, which may cross midnight.
 *
 * <p><b>Lifecycle</b>: restartable and idempotent; a share of a day is one transaction. The period
 * names the run and the policy; the days worked on are those with marks.
 *
 * <p><b>Source</b>: spec 5.1 to 5.3, 7.1.
 */
@Configuration(proxyBeanMethods = false)
public class RollupJob {
  /** Name of the job and of its schedule. */
  public static final String NAME = "rollup";

  @Bean(NAME)
  Job rollup(JobRepository repository, Flow rollupFlow) {
    return new JobBuilder(NAME, repository).start(rollupFlow).end().build();
  }

  @Bean
  Flow rollupFlow(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Clock clock,
      Progress progress) {
    DaySteps steps = new DaySteps(repository, transactions, jdbc, progress);
    return new FlowBuilder<Flow>("rollup-flow")
        .start(
            steps.overShares(
                "roll-up-witnesses",
                "Rolling up interfaces and sessions",
                WitnessRollup.TABLES,
                profile -> new WitnessRollup(jdbc, profile)::refresh))
        .next(
            steps.overDays(
                "find-targets-down",
                "Looking for targets that were down",
                DirtyMarks.TESTS,
                profile -> new TargetDown(jdbc, profile)::refresh))
        .next(
            steps.overShares(
                "judge-slots",
                "Judging slots",
                List.of(DirtyMarks.SLOTS),
                profile -> {
                  SlotJudge slots = new SlotJudge(jdbc, clock, profile);
                  return (table, share) -> slots.refresh(share);
                }))
        .next(listOutages(repository, transactions, jdbc, progress))
        .next(listCoverage(repository, transactions, jdbc))
        .build();
  }

  private static Step listOutages(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Progress progress) {
    return lastStep(
        "list-outages",
        repository,
        transactions,
        (contribution, profile) -> {
          new Outages(jdbc, profile).refresh(RunParameters.period(contribution).first());
          progress.done();
        });
  }

  private static Step listCoverage(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc) {
    return lastStep(
        "list-coverage",
        repository,
        transactions,
        (contribution, profile) -> new PackageCoverage(jdbc, profile).refresh());
  }

  private static Step lastStep(
      String name,
      JobRepository repository,
      PlatformTransactionManager transactions,
      ProfiledTasklet.Work work) {
    return new StepBuilder(name, repository)
        .tasklet(ProfiledTasklet.of(repository, 1, work), transactions)
        .allowStartIfComplete(true)
        .build();
  }
}
