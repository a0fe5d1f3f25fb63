package org.fxbb.jobs.remind;

import org.fxbb.jobs.run.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job {@code remind}: tells ISPs what they have not filed, three days before the last day, on
 * it and after it.
 *
 * <p><b>Lifecycle</b>: every step can be repeated; each message goes out once. A mail that the
 * server did not take is tried again later ({@link Reminders#deliver}) and does not fail the job.
 *
 * <p><b>Source</b>: spec 7.1.
 */
@Configuration(proxyBeanMethods = false)
public class RemindJob {
  /** Name of the job and of its schedule. */
  public static final String NAME = "remind";

  private static final Logger LOG = LoggerFactory.getLogger(RemindJob.class);

  @Bean(NAME)
  Job remind(JobRepository repository, Step planReminders, Step deliverReminders) {
    return new JobBuilder(NAME, repository).start(planReminders).next(deliverReminders).build();
  }

  @Bean
  Step planReminders(JobRepository repository, Reminders reminders) {
    return new StepBuilder("plan-reminders", repository)
        .tasklet(
            (contribution, context) -> {
              Plan plan = reminders.plan();
              contribution.incrementWriteCount(plan.added());
              tell(contribution, plan.sentences());
              return RepeatStatus.FINISHED;
            },
            new ResourcelessTransactionManager())
        .build();
  }

  @Bean
  Step deliverReminders(JobRepository repository, Reminders reminders) {
    return new StepBuilder("deliver-reminders", repository)
        .tasklet(
            (contribution, context) -> {
              Delivery delivery = reminders.deliver();
              contribution.incrementWriteCount(delivery.sent());
              tell(contribution, delivery.sentences());
              return RepeatStatus.FINISHED;
            },
            new ResourcelessTransactionManager())
        .build();
  }

  private static void tell(StepContribution contribution, String sentences) {
    Told.tell(contribution, sentences);
    LOG.info("{}", sentences);
  }
}
