package org.fxbb.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxbb.jobs.judge.TestNation;
import org.fxbb.jobs.rollup.DayWindow;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * A refresh after late rows leaves what a recomputation leaves, to the last digit, over three days
 * and the end of a month.
 *
 * <p><b>Source</b>: issue 4, "both equal the recomputation to the last digit"; spec 5.1.
 */
final class LateRowsIT {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
  private static final LocalDate LAST = LocalDate.of(2026, 2, 1);
  private static final Clock NIGHT =
      Clock.fixed(Instant.parse("2026-02-01T21:00:00Z"), ZoneOffset.UTC);

  /** A quarter hour in which every agent fails: with the late ones, it is the target's fault. */
  private static final int TARGET_FAILS = 40;

  private record Line(long pop, long agent, long isp) {}

  private final List<Line> lines = new ArrayList<>();
  private TestNation nation = new TestNation();
  private NamedParameterJdbcTemplate superuser = nation.jdbc;
  private RollupCycle cycle = new RollupCycle(TestDatabase.create().etl(), NIGHT);

  @BeforeEach
  void aNationOfFiveIsps() {
    TestDatabase database = TestDatabase.create();
    nation = new TestNation(database);
    superuser = new NamedParameterJdbcTemplate(database.superuser());
    cycle = new RollupCycle(database.etl(), NIGHT);
    nation.partitions(FIRST, LAST.plusDays(1));
    for (int i = 0; i < 5; i++) {
      long isp = nation.isp("isp-000" + i);
      long pop = nation.pop(isp, "pop-" + i, "3026", FIRST.minusDays(20));
      lines.add(new Line(pop, nation.qosAgent(pop, FIRST.minusDays(20)), isp));
      nation.snmpAgent(pop, FIRST.minusDays(20));
      nation.target(pop, "DOWNSTREAM", "");
      nation.target(pop, "INTERNET", "operator-" + i % 2);
    }
  }

  @Test
  void theBacklogOfOneAgentIntoFinishedDays() {
    Line late = lines.get(4);
    lines.subList(0, 4).forEach(line -> load(line, 0, 95, 1, 0));
    cycle.refresh();
    assertThat(nation.texts("SELECT target_key FROM target_down_slots")).isEmpty();

    load(late, 0, 95, 1, 0);

    assertRefreshEqualsRecomputation();
    assertThat(nation.texts("SELECT DISTINCT target_key FROM target_down_slots"))
        .as("the fifth ISP makes it the fault of the target")
        .hasSize(6);
  }

  @Test
  void theSameRowsScatteredOverAllPops() {
    lines.forEach(line -> load(line, 0, 95, 5, 1));
    cycle.refresh();

    lines.forEach(line -> load(line, 0, 95, 5, 0));

    assertRefreshEqualsRecomputation();
  }

  @Test
  void oneHourOfOnePopLeavesTheOtherHoursAsTheyAre() {
    lines.forEach(line -> load(line, 0, 91, 1, 0));
    cycle.refresh();
    String untouched =
        "SELECT coalesce(string_agg(tableoid || ' ' || ctid, ',' ORDER BY pop_id, hour), '') FROM rollup_interfaces_hourly"
            + " WHERE extract(hour FROM hour AT TIME ZONE 'Asia/Dhaka') < 23 OR pop_id <> "
            + lines.get(0).pop();
    List<String> before = nation.texts(untouched);

    load(lines.get(0), 92, 95, 1, 0);

    assertRefreshEqualsRecomputation(() -> assertThat(nation.texts(untouched)).isEqualTo(before));
  }

  private void assertRefreshEqualsRecomputation() {
    assertRefreshEqualsRecomputation(() -> {});
  }

  private void assertRefreshEqualsRecomputation(Runnable afterRefresh) {
    Set<String> before = cycle.made();
    cycle.refreshInBuckets();
    afterRefresh.run();
    assertThat(cycle.marksLeft()).isZero();
    Set<String> refreshed = cycle.made();
    assertThat(refreshed.equals(before)).as("late rows change nothing").isFalse();
    cycle.recompute(superuser, FIRST, LAST);
    RollupCycle.assertSame(refreshed, cycle.made());
  }

  /**
   * Loads quarter hours of the three days in one transaction: those whose number modulo {@code of}
   * is not 0 when {@code rest} is 1, else those where it is 0 (all of them for {@code of} 1).
   */
  private void load(Line line, int from, int to, int of, int rest) {
    nation.commit(
        () -> {
          for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            for (int slot = from; slot <= to; slot++) {
              boolean multiple = (slot + line.pop()) % of == 0;
              if (multiple == (rest == 0)) {
                quarterHour(line, day, slot);
              }
            }
          }
        });
  }

  private void quarterHour(Line line, LocalDate day, int slot) {
    long mixed = (line.pop() * 31 + day.getDayOfMonth() * 17L + slot * 7L) % 23;
    Map<String, Object> values =
        Map.of(
            "pop", line.pop(),
            "isp", line.isp(),
            "at", DayWindow.midnight(day).plusMinutes(15L * slot));
    if (mixed != 3) {
      polls(values);
      sessions(values);
    }
    if (slot == TARGET_FAILS) {
      nation.tests(line.pop(), line.agent(), day, slot, 1, "FAILED");
    } else if (mixed > 3) {
      String quality = mixed > 8 ? "GOOD" : mixed > 6 ? "SLOW" : mixed > 5 ? "BAD" : "FAILED";
      nation.tests(line.pop(), line.agent(), day, slot, 1, quality);
    }
  }

  /** Three polls of each interface, of values that have no round mean, some without use. */
  private void polls(Map<String, Object> values) {
    nation.run(
        """
        WITH polls AS (
          INSERT INTO ts_interface_metrics (
            time, isp_id, pop_id, snmp_target_id, upstream_type_id, poll_status, in_bps, out_bps, oper_status, restarted, data_quality, submission_id)
          SELECT t, n.isp_id, n.pop_id, n.id, n.upstream_type_id, 'SUCCESS',
            abs(hashint8(n.id * 7919 + extract(epoch FROM t)::bigint))::bigint % 900000007,
            abs(hashint8(n.id * 104729 + extract(epoch FROM t)::bigint))::bigint % 900000011,
            CASE WHEN hashint8(n.id + extract(epoch FROM t)::bigint) % 29 = 0 THEN 'DOWN' ELSE 'UP' END,
            hashint8(n.id + extract(epoch FROM t)::bigint) % 31 = 0,
            CASE WHEN hashint8(n.id + extract(epoch FROM t)::bigint) % 13 = 0 THEN 'UNRELIABLE' ELSE 'RELIABLE' END,
            1
          FROM snmp_targets n CROSS JOIN generate_series(:at::timestamptz, :at::timestamptz + interval '10 minutes', interval '5 minutes') t
          WHERE n.pop_id = :pop
          RETURNING pop_id, isp_id, time
        )
        INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
        SELECT DISTINCT 1, 'ts_interface_metrics', pop_id, isp_id, date_trunc('hour', time) FROM polls
        """,
        values);
  }

  private void sessions(Map<String, Object> values) {
    nation.run(
        """
        WITH counts AS (
          INSERT INTO ts_subscriber_counts (time, isp_id, bras_id, poll_status, active_sessions, submission_id)
          SELECT :at, :isp, b, 'SUCCESS', nullif(abs(hashint8(:isp + extract(epoch FROM :at::timestamptz)::bigint)) % 1009, 7), 1
          FROM unnest(ARRAY['bras-1', 'bras-2']) b
          RETURNING isp_id, time
        )
        INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
        SELECT DISTINCT 1, 'ts_subscriber_counts', 0, isp_id, date_trunc('hour', time) FROM counts
        """,
        values);
  }
}
