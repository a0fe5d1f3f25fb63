package org.fxbb.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fxbb.jobs.judge.TestNation;
import org.fxbb.jobs.rollup.DayShare;
import org.fxbb.jobs.rollup.DirtyMarks;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * What is committed while a refresh runs is never lost.
 *
 * <p><b>Source</b>: issue 4, "a load and a refresh interleaved at every step lose nothing".
 */
final class InterleavedLoadIT {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
  private static final Clock NIGHT =
      Clock.fixed(Instant.parse("2026-01-31T21:00:00Z"), ZoneOffset.UTC);

  /** More PoPs than a refresh has statements, so that each load has a PoP of its own. */
  private static final int POPS = 100;

  private final TestDatabase database = TestDatabase.create();
  private final TestNation nation = new TestNation(database);
  private final RollupCycle undisturbed = new RollupCycle(database.etl(), NIGHT);
  private final List<Long> isps = new ArrayList<>();
  private final List<Long> pops = new ArrayList<>();
  private final List<Long> agents = new ArrayList<>();
  private final List<Long> targets = new ArrayList<>();

  @Test
  void aLoadBeforeEveryStatementOfARefresh() {
    pops(POPS);
    for (int i = 0; i < POPS; i++) {
      load(i, DAY, 0);
    }
    int[] statements = {0};
    RollupCycle disturbed =
        new RollupCycle(
            beforeEach(
                database.etl(),
                sql -> {
                  if (statements[0] < POPS) {
                    load(statements[0], DAY, 8);
                  }
                  statements[0]++;
                }),
            NIGHT);

    disturbed.refresh();

    assertThat(statements[0]).as("statements of a refresh").isBetween(50, POPS);
    for (int i = statements[0]; i < POPS; i++) {
      load(i, DAY, 8);
    }
    assertThat(undisturbed.marksLeft()).isPositive();
    assertLastRefreshEqualsRecomputation(DAY);
  }

  @Test
  void aWitnessThatArrivesWhileTheSlotsItDecidesAreJudged() {
    pops(1);
    nation.polls(pops.get(0), targets.get(0), DAY, 0, 96, 199, "UP");
    undisturbed.witnesses(DirtyMarks.INTERFACES, DayShare.whole(DAY));
    List<CompletableFuture<Void>> refreshes = new ArrayList<>();
    RollupCycle judge =
        new RollupCycle(
            beforeEach(
                database.etl(),
                sql -> {
                  if (sql.contains("INSERT INTO availability_slots")) {
                    refreshes.add(refreshDayBefore());
                    awaitLockOrEnd(refreshes.get(0));
                  }
                }),
            NIGHT);

    judge.slots(DayShare.whole(DAY));

    assertThat(refreshes).hasSize(1);
    refreshes.get(0).join();
    assertThat(nation.texts("SELECT DISTINCT status FROM availability_slots"))
        .as("judged without the day before")
        .containsExactly("NOT_MEASURED");
    assertLastRefreshEqualsRecomputation(DAY.minusDays(1));
    assertThat(
            nation.texts(
                "SELECT DISTINCT status FROM availability_slots WHERE slot_start >= '2026-01-31 00:00+06'"))
        .containsExactly("UNKNOWN");
  }

  /** Loads what is usual the day before, and rolls it up on a connection of its own. */
  private CompletableFuture<Void> refreshDayBefore() {
    LocalDate before = DAY.minusDays(1);
    nation.polls(pops.get(0), targets.get(0), before, 0, 96, 1_000, "UP");
    RollupCycle other = new RollupCycle(database.etl(), NIGHT);
    return CompletableFuture.runAsync(
        () -> other.witnesses(DirtyMarks.INTERFACES, DayShare.whole(before)));
  }

  private void awaitLockOrEnd(CompletableFuture<Void> refresh) {
    NamedParameterJdbcTemplate superuser = new NamedParameterJdbcTemplate(database.superuser());
    Integer waiting = 0;
    while (!refresh.isDone() && (waiting == null || waiting == 0)) {
      waiting =
          superuser.queryForObject(
              "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                  + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
              Map.of(),
              Integer.class);
    }
  }

  private void assertLastRefreshEqualsRecomputation(LocalDate first) {
    undisturbed.refresh();
    assertThat(undisturbed.marksLeft()).isZero();
    Set<String> refreshed = undisturbed.made();
    undisturbed.recompute(new NamedParameterJdbcTemplate(database.superuser()), first, DAY);
    RollupCycle.assertSame(refreshed, undisturbed.made());
  }

  private void pops(int count) {
    LocalDate since = LocalDate.of(2026, 1, 1);
    nation.partitions(DAY.minusDays(1), DAY.plusDays(1));
    for (int i = 0; i < count; i++) {
      isps.add(nation.isp("isp-%04d".formatted(i)));
      pops.add(nation.pop(isps.get(i), "pop-" + i, "3026", since));
      agents.add(nation.qosAgent(pops.get(i), since));
      targets.add(nation.target(pops.get(i), "DOWNSTREAM", ""));
    }
  }

  /** Two hours of polls, sessions and tests of one PoP, in one transaction as a load has it. */
  private void load(int i, LocalDate day, int slot) {
    nation.commit(
        () -> {
          nation.polls(pops.get(i), targets.get(i), day, slot, 8, 1_000 + slot, "UP");
          nation.sessions(isps.get(i), "bras", day, slot, 8, 100 + slot);
          nation.tests(pops.get(i), agents.get(i), day, slot, 4, slot == 0 ? "FAILED" : "GOOD");
        });
  }

  /** Connections that tell of every statement before it is made. */
  private static DataSource beforeEach(DataSource source, Consumer<String> hook) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")) {
                    hook.accept(String.valueOf(arguments[0]));
                  } else if (method.getName().equals("createStatement")) {
                    hook.accept("");
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
      }
    };
  }
}
