package org.fxbb.jobs.judge;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.function.BiConsumer;
import org.fxbb.jobs.ingest.FilingDeadline;
import org.fxbb.jobs.nightly.NightlyJob;
import org.fxbb.jobs.reconcile.Reconciliation;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.ProfiledTasklet;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.RunParameters;
import org.fxbb.jobs.score.Scores;
import org.fxbb.jobs.verdict.MonthVerdicts;
import org.fxbb.jobs.violation.Violations;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.batch.core.job.Job;
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
 * The job {@code judge-month}: verdicts, violations, scores and discrepancies of one month.
 *
 * <p><b>Shape</b>: first every due slot of the month up to the clock; then each group of tables is
 * replaced in one transaction of its own. A month that still runs by the clock is marked partial.
 *
 * <p><b>Lifecycle</b>: restartable and idempotent. Its period is a month.
 *
 * <p><b>Source</b>: spec 5.4 to 5.8, 7.1.
 */
@Configuration(proxyBeanMethods = false)
public class JudgeMonthJob {
  /** Name of the job and of its schedule. */
  public static final String NAME = "judge-month";

  @Bean(NAME)
  Job judgeMonth(
      JobRepository repository,
      Step markDueOfMonth,
      Flow rollupFlow,
      Step judgeVerdicts,
      Step detectViolations,
      Step scoreIsps,
      Step reconcileMonth) {
    return new JobBuilder(NAME, repository)
        .start(markDueOfMonth)
        .on("COMPLETED")
        .to(rollupFlow)
        .next(judgeVerdicts)
        .next(detectViolations)
        .next(scoreIsps)
        .next(reconcileMonth)
        .end()
        .build();
  }

  @Bean
  Step markDueOfMonth(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Clock clock) {
    return NightlyJob.markDue("mark-due-of-month", repository, transactions, jdbc, clock);
  }

  @Bean
  Step judgeVerdicts(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Clock clock,
      Progress progress) {
    return step(
        "judge-verdicts",
        repository,
        transactions,
        (month, profile) -> {
          progress.start("Judging " + month, 0, "parameters");
          new MonthVerdicts(jdbc, clock, profile).judge(month, () -> progress.add(1));
          progress.done();
        });
  }

  @Bean
  Step detectViolations(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Clock clock) {
    Violations violations = new Violations(jdbc, clock, month -> deadline(jdbc, month));
    return step(
        "detect-violations",
        repository,
        transactions,
        (month, profile) -> {
          new FilingDeadline(jdbc).refreshLateness(month);
          violations.detect(month);
        });
  }

  @Bean
  Step scoreIsps(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Clock clock) {
    Scores scores = new Scores(jdbc, clock, month -> deadline(jdbc, month));
    return step("score-isps", repository, transactions, (month, profile) -> scores.score(month));
  }

  @Bean
  Step reconcileMonth(
      JobRepository repository,
      PlatformTransactionManager transactions,
      Reconciliation reconciliation) {
    return step(
        "reconcile-month",
        repository,
        transactions,
        (month, profile) -> reconciliation.reconcile(YearMonth.from(month.first()), profile));
  }

  private static Step step(
      String name,
      JobRepository repository,
      PlatformTransactionManager transactions,
      BiConsumer<Period, WorkProfile> work) {
    return new StepBuilder(name, repository)
        .tasklet(
            ProfiledTasklet.of(
                repository,
                1,
                (contribution, profile) ->
                    work.accept(
                        Period.ofMonth(RunParameters.period(contribution).month()), profile)),
            transactions)
        .build();
  }

  private static Instant deadline(NamedParameterJdbcTemplate jdbc, Period month) {
    return new FilingDeadline(jdbc).of(month);
  }
}
