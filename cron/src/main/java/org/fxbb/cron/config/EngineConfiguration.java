package org.fxbb.cron.config;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.fxbb.cron.database.Database;
import org.fxbb.jobs.audit.AuditSealer;
import org.fxbb.jobs.intake.IntakeUptime;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.PeriodLocks;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.ReceivedAt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.batch.autoconfigure.BatchTransactionManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;

/**
 * The beans of the engine. Jobs are found by scanning {@code org.fxbb.jobs}: a new job is known to
 * the command line as soon as its configuration class exists.
 */
@SpringBootApplication(
    scanBasePackages = {
      "org.fxbb.jobs",
      "org.fxbb.cron.pull",
      "org.fxbb.cron.schedule",
      "org.fxbb.cron.sftp"
    })
@EnableConfigurationProperties(FxbbProperties.class)
@Import(AccessConfiguration.class)
class EngineConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(EngineConfiguration.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  @Bean
  Clock clock(EngineOptions options) {
    return options.clock();
  }

  @Bean
  ReceivedAt receivedAt(Clock clock, EngineOptions options) {
    return new ReceivedAt(clock, options.receivedAt());
  }

  @Bean
  Progress progress(EngineOptions options) {
    return options.progress();
  }

  @Bean
  Folders folders(FxbbProperties properties) {
    return new Folders(
        properties.dropArea().toAbsolutePath().normalize(),
        properties.archive().toAbsolutePath().normalize(),
        properties.output().toAbsolutePath().normalize(),
        properties.var().toAbsolutePath().normalize());
  }

  @Bean(destroyMethod = "close")
  Database database(Environment environment, FxbbProperties properties, EngineOptions options) {
    String url = environment.getProperty("spring.datasource.url");
    Database database =
        StringUtils.hasText(url)
            ? Database.configured(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""),
                options.actor())
            : Database.embedded(properties.var(), options.actor());
    try {
      new SchemaState(database).prepare(properties.migrate(), options.migrate());
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  @Bean
  @Primary
  DataSource etlDataSource(Database database, FxbbProperties properties) {
    return database.pool("fxbb_etl", properties.poolSize());
  }

  @Bean
  DataSource reportDataSource(Database database, FxbbProperties properties) {
    return database.pool("fxbb_report", Math.max(2, properties.poolSize() / 3));
  }

  @Bean(defaultCandidate = false)
  @BatchTransactionManager
  PlatformTransactionManager runRecordTransactions(
      @Qualifier("etlDataSource") DataSource dataSource) {
    return new RunRecordTransactions(dataSource);
  }

  @Bean
  IntakeUptime intakeUptime(
      @Qualifier("etlDataSource") DataSource dataSource, Clock clock, EngineOptions options) {
    return new IntakeUptime(dataSource, clock, options.scheduled());
  }

  @Bean
  PeriodLocks periodLocks(@Qualifier("etlDataSource") DataSource dataSource) {
    return new PeriodLocks(dataSource);
  }

  @Bean
  JobRuns jobRuns(
      ObjectProvider<Job> jobs,
      JobOperator operator,
      JobRepository repository,
      PeriodLocks periodLocks) {
    return new JobRuns(jobs.stream().toList(), operator, repository, periodLocks);
  }

  /**
   * Lets running jobs end their transaction before the pools and the database close, and seals what
   * they changed.
   */
  @Bean
  ApplicationListener<ContextClosedEvent> stopJobsFirst(JobRuns runs, AuditSealer sealer) {
    return event -> {
      if (!runs.shutDown(LONGEST_STOP)) {
        LOG.warn(
            "A job did not stop within {} s; it is cut off and goes on when it is run again",
            LONGEST_STOP.toSeconds());
      }
      try {
        sealer.seal();
      } catch (DataAccessException e) {
        LOG.warn("{}", e.getMessage());
      }
    };
  }
}
