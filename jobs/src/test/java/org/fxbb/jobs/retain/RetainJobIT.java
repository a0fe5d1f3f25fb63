package org.fxbb.jobs.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** The whole job, as it runs on a Sunday morning. */
final class RetainJobIT {
  @TempDir Path folder;

  /** What the application gives the job. */
  @Configuration(proxyBeanMethods = false)
  @EnableBatchProcessing
  @EnableJdbcJobRepository(
      dataSourceRef = "etlDataSource",
      transactionManagerRef = "transactionManager",
      tablePrefix = "batch.BATCH_",
      isolationLevelForCreate = Isolation.READ_COMMITTED)
  @Import(RetainJob.class)
  static class Engine {
    @Bean
    PlatformTransactionManager transactionManager(DataSource etlDataSource) {
      return new JdbcTransactionManager(etlDataSource);
    }
  }

  private JobExecution run(Warehouse house, String name) throws Exception {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean("etlDataSource", DataSource.class, house.database::etl);
      context.registerBean(Clock.class, house::clock);
      context.registerBean(Progress.class, Progress::none);
      context.registerBean(Folders.class, () -> new Folders(folder, folder, folder, folder));
      context.register(Engine.class);
      context.refresh();
      return context
          .getBean(JobOperator.class)
          .start(
              context.getBean(Job.class),
              new JobParametersBuilder().addString("run", name).toJobParameters());
    }
  }

  private static long done(JobExecution execution, String step) {
    return execution.getStepExecutions().stream()
        .filter(each -> each.getStepName().equals(step))
        .findFirst()
        .orElseThrow()
        .getWriteCount();
  }

  @Test
  void keepsTheDatabaseAndASecondRunFindsNothingToDo() throws Exception {
    Warehouse house = new Warehouse(folder, "2026-02-01");
    house.fill("2025-01-31", 100);
    house.fill("2026-01-31", 100);

    JobExecution first = run(house, "1");

    assertThat(first.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(done(first, "make-partitions-ahead")).isPositive();
    assertThat(done(first, "archive-old-partitions")).isEqualTo(1);
    assertThat(house.partitions())
        .startsWith("ts_subscriber_counts_20260131", "ts_subscriber_counts_20260201")
        .endsWith("ts_subscriber_counts_20260208");
    assertThat(
            house.texts("SELECT relname FROM pg_stat_user_tables WHERE last_analyze IS NOT NULL"))
        .contains("ts_subscriber_counts", "ts_subscriber_counts_20260131");

    JobExecution second = run(house, "2");

    assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    for (String step :
        new String[] {
          "make-partitions-ahead",
          "archive-old-partitions",
          "analyze-tables",
          "reindex-bloated",
          "forget-old-runs",
          "forget-old-answers"
        }) {
      assertThat(done(second, step)).as(step).isZero();
    }
  }

  @Test
  void aTableWithoutAPolicyOfForgettingOnlyGetsItsPartitionsAhead() throws Exception {
    Warehouse house = new Warehouse(folder, "2026-02-01");
    house.sql.execute(
        "UPDATE partition_policies SET retention_months = NULL, premake_days = 2 WHERE parent_table = 'ts_subscriber_counts'");
    house.fill("2020-01-31", 1);

    run(house, "1");

    assertThat(house.partitions())
        .containsExactly(
            "ts_subscriber_counts_20200131",
            "ts_subscriber_counts_20260201",
            "ts_subscriber_counts_20260202",
            "ts_subscriber_counts_20260203");
  }

  @Test
  void runsThatEndedNinetyDaysAgoAreForgotten() throws Exception {
    Warehouse house = new Warehouse(folder, "2026-02-01");
    run(house, "old");
    run(house, "young");
    run(house, "never ended");
    house.sql.execute(
        """
        UPDATE batch.batch_job_execution e
        SET end_time = CASE i.parameter_value WHEN 'old' THEN TIMESTAMP '2025-11-01' WHEN 'young' THEN TIMESTAMP '2025-11-30' END
        FROM batch.batch_job_execution_params i
        WHERE i.job_execution_id = e.job_execution_id
        """);

    assertThat(new RunHistory(house.database.etl(), house.clock()).forget()).isEqualTo(1);

    assertThat(
            house.texts(
                "SELECT parameter_value FROM batch.batch_job_execution_params ORDER BY job_execution_id"))
        .containsExactly("young", "never ended");
    assertThat(
            house.texts(
                "SELECT count(DISTINCT job_execution_id)::text FROM batch.batch_step_execution"))
        .containsExactly("2");
  }

  @Test
  void anIndexThatIsMostlyAirIsBuiltAnewAndNoOther() {
    Warehouse house = new Warehouse(folder, "2026-02-01");
    TableCare care = new TableCare(house.database.etl(), Progress.none());
    house.fill("2026-01-31", 80_000);
    house.sql.execute("UPDATE ts_subscriber_counts SET bras_id = 'a' || bras_id");
    house.sql.execute("UPDATE ts_subscriber_counts SET bras_id = 'b' || bras_id");
    house.sql.execute("VACUUM ANALYZE ts_subscriber_counts_20260131");
    String index =
        house
            .texts(
                "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'ts_subscriber_counts_20260131'::regclass")
            .get(0);
    assertThat(house.texts("SELECT fxbb_bloated_indexes()")).containsExactly(index);

    assertThat(care.reindex()).isEqualTo(1);

    assertThat(care.reindex()).isZero();
    assertThat(
            house.texts(
                "SELECT (bloat_ratio BETWEEN 0.7 AND 1.3)::text FROM fxbb_index_bloat() WHERE index_name = '"
                    + index
                    + "'"))
        .containsExactly("true");
    assertThatThrownBy(
            () -> house.etl.queryForList("SELECT fxbb_reindex(?)::text", String.class, index))
        .hasMessageContaining("fxbb_bloated_indexes() does not list it");
  }
}
