package org.fxbb.jobs.retain;

import java.time.Clock;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code retain}: makes the partitions of every partitioned table ahead of the clock.
 *
 * <p><b>Lifecycle</b>: idempotent; partitions that exist stay. Archiving and dropping old
 * partitions comes with the archive.
 *
 * <p><b>Source</b>: specification 7.1, retain; 3, "made ahead by the engine".
 */
@Configuration(proxyBeanMethods = false)
public class RetainJob {
  /** Name of the job and of its schedule. */
  public static final String NAME = "retain";

  private static final Logger LOG = LoggerFactory.getLogger(RetainJob.class);

  @Bean(NAME)
  Job retain(JobRepository repository, Step makePartitionsAhead) {
    return new JobBuilder(NAME, repository).start(makePartitionsAhead).build();
  }

  @Bean
  Step makePartitionsAhead(
      JobRepository repository,
      PlatformTransactionManager transactions,
      DataSource etl,
      Clock clock) {
    return new StepBuilder("make-partitions-ahead", repository)
        .tasklet(
            (contribution, context) -> {
              int made =
                  JdbcClient.create(etl)
                      .sql("SELECT fxbb_make_partitions_ahead(:today)")
                      .param("today", Period.today(clock))
                      .query(Integer.class)
                      .single();
              contribution.incrementWriteCount(made);
              LOG.info("Made {} partitions ahead.", made);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }
}
