package org.fxbb.jobs.retain;

import java.time.Clock;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.Progress;
import org.fxbb.writers.answer.AnswerHistory;
import org.fxbb.writers.partition.PartitionArchives;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job {@code retain}: makes partitions ahead of the clock, archives and drops those beyond
 * their retention, and looks after statistics, indexes and the histories of jobs and answers.
 *
 * <p><b>Lifecycle</b>: every step can be repeated: what is to be done is read from the database
 * each time. The work has transactions of its own, so steps run without one.
 *
 * <p><b>Source</b>: specification 7.1, retain; 7.8; 3, "made ahead by the engine".
 */
@Configuration(proxyBeanMethods = false)
public class RetainJob {
  /** Name of the job and of its schedule. */
  public static final String NAME = "retain";

  private static final Logger LOG = LoggerFactory.getLogger(RetainJob.class);

  @Bean(NAME)
  Job retain(
      JobRepository repository, DataSource etl, Folders folders, Clock clock, Progress progress) {
    OldPartitions partitions =
        new OldPartitions(new PartitionArchives(etl, folders.archive(), clock), progress);
    TableCare care = new TableCare(etl, progress);
    RunHistory history = new RunHistory(etl, clock);
    AnswerHistory answers = new AnswerHistory(folders.dropArea(), clock);
    return new JobBuilder(NAME, repository)
        .start(step(repository, "make-partitions-ahead", () -> makeAhead(etl, clock)))
        .next(step(repository, "archive-old-partitions", partitions::retire))
        .next(step(repository, "analyze-tables", care::analyze))
        .next(step(repository, "reindex-bloated", care::reindex))
        .next(step(repository, "forget-old-runs", history::forget))
        .next(step(repository, "forget-old-answers", answers::forget))
        .build();
  }

  /** What one step does; the number of things done. */
  @FunctionalInterface
  interface Work {
    long run();
  }

  private static Step step(JobRepository repository, String name, Work work) {
    return new StepBuilder(name, repository)
        .allowStartIfComplete(true)
        .tasklet(
            (contribution, context) -> {
              long done = work.run();
              contribution.incrementWriteCount(done);
              LOG.info("{}: {}.", name, done);
              return RepeatStatus.FINISHED;
            },
            new ResourcelessTransactionManager())
        .build();
  }

  private static long makeAhead(DataSource etl, Clock clock) {
    return JdbcClient.create(etl)
        .sql("SELECT fxbb_make_partitions_ahead(:today)")
        .param("today", Period.today(clock))
        .query(Integer.class)
        .single();
  }
}
