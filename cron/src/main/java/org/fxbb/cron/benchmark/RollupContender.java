package org.fxbb.cron.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.jobs.rollup.DayWindow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Roll-up after something came late: by the engine, only the windows that are marked; or
 * recomputation of whole days. Then interfaces and sessions are plain SQL, as a user would write
 * it; slots, values and outages the engine's own statements over every PoP of the days, because
 * plain SQL for these would be the same statements.
 */
final class RollupContender implements Contender {
  private static final List<String> RECOMPUTATION =
      List.of(
          "deleteRollups",
          "recomputeInterfacesHourly",
          "recomputeInterfacesDaily",
          "recomputeSessionsHourly",
          "recomputeSessionsDaily",
          "markDays");

  private final Nation nation;
  private final Rollups rollups;
  private final boolean recomputes;
  private final String database;
  private @Nullable BenchmarkEngine engine;

  RollupContender(Nation nation, Rollups rollups, boolean recomputes) {
    this.nation = nation;
    this.rollups = rollups;
    this.recomputes = recomputes;
    this.database = recomputes ? RivalTask.DATABASE : IntakeContender.DATABASE;
  }

  @Override
  public String name() {
    return recomputes ? "recompute in SQL" : "engine";
  }

  @Override
  public String note() {
    return recomputes ? "whole days; slots by the engine over every PoP" : "";
  }

  @Override
  public void prepare() {
    nation.server().copy(rollups.template(), database);
    engine = nation.engine(database);
  }

  @Override
  public Work run() {
    if (recomputes) {
      recompute();
    }
    running().run("rollup");
    return new Work(rollups.rawRows(), 0);
  }

  private void recompute() {
    Map<String, Object> days =
        Map.of(
            "first", Nation.FIRST,
            "last", Nation.FIRST.plusDays(Nation.DAYS - 1L),
            "from", DayWindow.midnight(Nation.FIRST),
            "to", DayWindow.midnight(Nation.FIRST.plusDays(Nation.DAYS)));
    NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(database());
    new TransactionTemplate(new JdbcTransactionManager(database()))
        .executeWithoutResult(
            status ->
                RECOMPUTATION.forEach(
                    name -> jdbc.update(Resources.sql(RollupContender.class, name), days)));
  }

  @Override
  public void finish() {
    running().close();
    engine = null;
  }

  @Override
  public List<CheckedRows> rows() {
    return rollups.rows();
  }

  @Override
  public DataSource database() {
    return nation.server().owner(database);
  }

  private BenchmarkEngine running() {
    return Optional.ofNullable(engine)
        .orElseThrow(() -> new IllegalStateException("A contender runs after it was prepared."));
  }
}
