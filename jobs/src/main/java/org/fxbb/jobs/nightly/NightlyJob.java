package org.fxbb.jobs.nightly;

import java.time.Clock;
import org.fxbb.jobs.reconcile.Reconciliation;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.RunParameters;
import org.fxbb.jobs.slots.SlotJudge;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code nightly}: brings one day up to date, also where nothing was sent, and compares the
 * month so far.
 *
 * <p><b>Lifecycle</b>: restartable and idempotent. Its period is a day.
 *
 * <p><b>Source</b>: spec 7.1.
 */
@Configuration(proxyBeanMethods = false)
public class NightlyJob {
  /** Name of the job and of its schedule. */
  public static final String NAME = "nightly";

  @Bean(NAME)
  Job nightly(JobRepository repository, Step markDueOfDay, Flow rollupFlow, Step reconcileSoFar) {
    return new JobBuilder(NAME, repository)
        .start(markDueOfDay)
        .on("COMPLETED")
        .to(rollupFlow)
        .next(reconcileSoFar)
        .end()
        .build();
  }

  @Bean
  Step markDueOfDay(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Clock clock) {
    return markDue("mark-due-of-day", repository, transactions, new SlotJudge(jdbc, clock));
  }

  /** A step that marks the PoP-days of the job's period that are due and not fully judged. */
  public static Step markDue(
      String name,
      JobRepository repository,
      PlatformTransactionManager transactions,
      SlotJudge slots) {
    return new StepBuilder(name, repository)
        .tasklet(
            (contribution, context) -> {
              Object period = context.getStepContext().getJobParameters().get(RunParameters.PERIOD);
              contribution.incrementWriteCount(slots.markDue(Period.parse(String.valueOf(period))));
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  @Bean
  Step reconcileSoFar(
      JobRepository repository,
      PlatformTransactionManager transactions,
      Reconciliation reconciliation) {
    return new StepBuilder("reconcile-so-far", repository)
        .tasklet(
            (contribution, context) -> {
              Object period = context.getStepContext().getJobParameters().get(RunParameters.PERIOD);
              reconciliation.reconcile(Period.parse(String.valueOf(period)).month());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }
}
