package org.fxbb.jobs.nightly;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.fxbb.jobs.rollup.DirtyMarks;
import org.fxbb.jobs.run.Progress;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes steps that work through the Dhaka days which have dirty marks, two at a time, each day in
 * one transaction of its own.
 *
 * <p><b>Lifecycle</b>: restartable: after a crash the days are looked up again, and those that were
 * finished have no marks left.
 */
final class DaySteps {
  private static final int WORKERS = 2;
  private static final String DAY = "day";
  private static final List<String> FILLED_TABLES =
      List.of(
          "rollup_interfaces_hourly",
          "rollup_interfaces_daily",
          "rollup_sessions_hourly",
          "rollup_sessions_daily",
          "availability_slots",
          "qos_pop_day_values");

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final NamedParameterJdbcTemplate jdbc;
  private final Progress progress;

  DaySteps(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Progress progress) {
    this.repository = repository;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.progress = progress;
  }

  /**
   * A step over the days that have marks of the tables.
   *
   * @param title what a waiting person reads
   */
  Step overDays(String name, String title, List<String> tables, Consumer<LocalDate> work) {
    SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor(name + "-");
    workers.setConcurrencyLimit(WORKERS);
    return new StepBuilder(name, repository)
        .partitioner(name + "-of-day", gridSize -> partitions(title, tables))
        .step(ofDay(name, work))
        .taskExecutor(workers)
        .allowStartIfComplete(true)
        .build();
  }

  private Step ofDay(String name, Consumer<LocalDate> work) {
    return new StepBuilder(name + "-of-day", repository)
        .tasklet(
            (contribution, context) -> {
              Object day = context.getStepContext().getStepExecutionContext().get(DAY);
              work.accept(LocalDate.parse(String.valueOf(day)));
              progress.add(1);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .allowStartIfComplete(true)
        .build();
  }

  private Map<String, ExecutionContext> partitions(String title, List<String> tables) {
    List<LocalDate> days = new DirtyMarks(jdbc).listDays(tables);
    makeTablePartitions(days);
    progress.start(title, days.size(), "days");
    Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
    for (LocalDate day : days) {
      ExecutionContext context = new ExecutionContext();
      context.putString(DAY, day.toString());
      partitions.put(day.toString(), context);
    }
    return partitions;
  }

  private void makeTablePartitions(List<LocalDate> days) {
    TreeSet<LocalDate> months = new TreeSet<>();
    days.forEach(day -> months.add(day.withDayOfMonth(1)));
    for (LocalDate month : months) {
      for (String table : FILLED_TABLES) {
        jdbc.queryForObject(
            "SELECT fxbb_make_partitions(:table, :month, :month)",
            Map.of("table", table, "month", month),
            Integer.class);
      }
    }
  }
}
