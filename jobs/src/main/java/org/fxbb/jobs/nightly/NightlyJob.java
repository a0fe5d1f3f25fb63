package org.fxbb.jobs.nightly;

import java.time.Clock;
import java.util.Map;
import org.fxbb.jobs.reconcile.Reconciliation;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.ProfiledTasklet;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.jobs.run.RunParameters;
import org.fxbb.jobs.slots.SlotJudge;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

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

  private static final String INTAKE = "intake";

  @Bean(NAME)
  Job nightly(
      JobRepository repository,
      Step ingestLeftovers,
      Step markDueOfDay,
      Flow rollupFlow,
      Step reconcileSoFar,
      Step reportIntake) {
    return new JobBuilder(NAME, repository)
        .start(ingestLeftovers)
        .on("COMPLETED")
        .to(markDueOfDay)
        .next(rollupFlow)
        .next(reconcileSoFar)
        .next(reportIntake)
        .end()
        .build();
  }

  /**
   * Runs intake as a job of its own, under its own lock; where one is running already, that one
   * takes what is left. A failure holds up nothing: the job fails in its last step.
   */
  @Bean
  Step ingestLeftovers(JobRepository repository, ObjectProvider<JobRuns> runs, Clock clock) {
    return new StepBuilder("ingest-leftovers", repository)
        .tasklet(
            (contribution, context) -> {
              Map<String, Object> parameters = context.getStepContext().getJobParameters();
              RunOutcome intake =
                  runs.getObject()
                      .run(
                          "intake",
                          Period.today(clock).toString(),
                          "nightly %s %s"
                              .formatted(
                                  parameters.get(RunParameters.PERIOD),
                                  parameters.get(RunParameters.RUN)),
                          Map.of());
              contribution
                  .getStepExecution()
                  .getJobExecution()
                  .getExecutionContext()
                  .putString(INTAKE, intake.state().name());
              return RepeatStatus.FINISHED;
            },
            new ResourcelessTransactionManager())
        // the job inside has transactions of its own
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }

  @Bean
  Step reportIntake(JobRepository repository, PlatformTransactionManager transactions) {
    return new StepBuilder("report-intake", repository)
        .tasklet(
            (contribution, context) -> {
              if (RunOutcome.State.FAILED
                  .name()
                  .equals(context.getStepContext().getJobExecutionContext().get(INTAKE))) {
                throw new IllegalStateException(
                    "Cannot call the night complete: its intake failed, though all that was loaded is"
                        + " rolled up. Look at the newest run of intake in fxbb status, correct what it"
                        + " names, and run intake and nightly again.");
              }
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  @Bean
  Step markDueOfDay(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Clock clock) {
    return markDue("mark-due-of-day", repository, transactions, jdbc, clock);
  }

  /** A step that marks the PoP-days of the job's period that are due and not fully judged. */
  public static Step markDue(
      String name,
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Clock clock) {
    return new StepBuilder(name, repository)
        .tasklet(
            ProfiledTasklet.of(
                repository,
                1,
                (contribution, profile) ->
                    contribution.incrementWriteCount(
                        new SlotJudge(jdbc, clock, profile)
                            .markDue(RunParameters.period(contribution)))),
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
            ProfiledTasklet.of(
                repository,
                1,
                (contribution, profile) ->
                    reconciliation.reconcile(RunParameters.period(contribution).month(), profile)),
            transactions)
        .build();
  }
}
