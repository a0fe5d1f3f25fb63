package org.fxbb.jobs.nightly;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fxbb.jobs.rollup.DayShare;
import org.fxbb.jobs.rollup.DirtyMarks;
import org.fxbb.jobs.run.ProfiledTasklet;
import org.fxbb.jobs.run.Progress;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes steps that work through what has dirty marks, two shares of days at a time, each share in
 * one transaction of its own.
 *
 * <p><b>Lifecycle</b>: restartable: after a crash the shares are looked up again, and what was
 * finished has no marks left.
 */
final class DaySteps {
  private static final int WORKERS = 2;
  private static final String TABLE = "table";
  private static final String DAY = "day";
  private static final String FIRST = "first-bucket";
  private static final String LAST = "last-bucket";
  private static final String PLACES = "places";
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
  private final DirtyMarks marks;
  private final Progress progress;

  DaySteps(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NamedParameterJdbcTemplate jdbc,
      Progress progress) {
    this.repository = repository;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.marks = new DirtyMarks(jdbc, new WorkProfile());
    this.progress = progress;
  }

  /**
   * A step over shares of the days that have marks of the tables.
   *
   * @param title what a waiting person reads
   * @param work makes, for a share's profile, what takes the table and the share
   */
  Step overShares(
      String name,
      String title,
      List<String> tables,
      Function<WorkProfile, BiConsumer<String, DayShare>> work) {
    return step(name, title, tables, marks::listShares, work);
  }

  /** A step over whole days that have marks of the table. */
  Step overDays(
      String name, String title, String table, Function<WorkProfile, Consumer<LocalDate>> work) {
    return step(
        name,
        title,
        List.of(table),
        marks::listDays,
        profile -> (marked, share) -> work.apply(profile).accept(share.day()));
  }

  private Step step(
      String name,
      String title,
      List<String> tables,
      Function<String, Map<DayShare, Integer>> shares,
      Function<WorkProfile, BiConsumer<String, DayShare>> work) {
    SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor(name + "-");
    workers.setConcurrencyLimit(WORKERS);
    return new StepBuilder(name, repository)
        .partitioner(name + "-of-share", gridSize -> partitions(title, tables, shares))
        .step(ofShare(name, work))
        .taskExecutor(workers)
        .allowStartIfComplete(true)
        .build();
  }

  private Step ofShare(String name, Function<WorkProfile, BiConsumer<String, DayShare>> work) {
    return new StepBuilder(name + "-of-share", repository)
        .tasklet(
            ProfiledTasklet.of(
                repository,
                WORKERS,
                (contribution, profile) -> {
                  ExecutionContext share = contribution.getStepExecution().getExecutionContext();
                  work.apply(profile)
                      .accept(
                          share.getString(TABLE),
                          new DayShare(
                              LocalDate.parse(share.getString(DAY)),
                              share.getInt(FIRST),
                              share.getInt(LAST)));
                  progress.add(share.getInt(PLACES));
                }),
            transactions)
        .allowStartIfComplete(true)
        .build();
  }

  private Map<String, ExecutionContext> partitions(
      String title, List<String> tables, Function<String, Map<DayShare, Integer>> shares) {
    Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
    Set<LocalDate> months = new TreeSet<>();
    long total = 0;
    for (String table : tables) {
      for (Map.Entry<DayShare, Integer> marked : shares.apply(table).entrySet()) {
        DayShare share = marked.getKey();
        months.add(share.day().withDayOfMonth(1));
        total += marked.getValue();
        partitions.put(
            "%s %s %d-%d".formatted(table, share.day(), share.first(), share.last()),
            context(table, share, marked.getValue()));
      }
    }
    makeTablePartitions(months);
    progress.start(title, total, tables.contains(DirtyMarks.SESSIONS) ? "PoPs and ISPs" : "PoPs");
    return partitions;
  }

  private static ExecutionContext context(String table, DayShare share, int places) {
    ExecutionContext context = new ExecutionContext();
    context.putString(TABLE, table);
    context.putString(DAY, share.day().toString());
    context.putInt(FIRST, share.first());
    context.putInt(LAST, share.last());
    context.putInt(PLACES, places);
    return context;
  }

  private void makeTablePartitions(Set<LocalDate> months) {
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
