package org.fxbb.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.fxbb.jobs.rollup.DayShare;
import org.fxbb.jobs.rollup.DirtyMarks;
import org.fxbb.jobs.rollup.TargetDown;
import org.fxbb.jobs.rollup.WitnessRollup;
import org.fxbb.jobs.slots.Outages;
import org.fxbb.jobs.slots.SlotJudge;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of the job rollup on one connection source, and all that they make. */
final class RollupCycle {
  private static final List<String> MADE =
      List.of(
          "rollup_interfaces_hourly",
          "rollup_interfaces_daily",
          "rollup_sessions_hourly",
          "rollup_sessions_daily",
          "target_down_slots",
          "availability_slots",
          "qos_pop_day_values",
          "outages");

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final DirtyMarks marks;
  private final WitnessRollup witnesses;
  private final TargetDown targets;
  private final SlotJudge slots;
  private final Outages outages;

  RollupCycle(DataSource source, Clock clock) {
    jdbc = new NamedParameterJdbcTemplate(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    marks = new DirtyMarks(jdbc, new WorkProfile());
    witnesses = new WitnessRollup(jdbc, new WorkProfile());
    targets = new TargetDown(jdbc, new WorkProfile());
    slots = new SlotJudge(jdbc, clock, new WorkProfile());
    outages = new Outages(jdbc, new WorkProfile());
  }

  /** Works through the days that have marks, each as a whole. */
  void refresh() {
    for (String table : WitnessRollup.TABLES) {
      days(table).forEach(day -> witnesses(table, DayShare.whole(day)));
    }
    days(DirtyMarks.TESTS).forEach(this::targets);
    days(DirtyMarks.SLOTS).forEach(day -> slots(DayShare.whole(day)));
    outages();
  }

  /** As {@link #refresh}, every bucket in a transaction of its own. */
  void refreshInBuckets() {
    for (String table : WitnessRollup.TABLES) {
      days(table).forEach(day -> buckets(day).forEach(bucket -> witnesses(table, bucket)));
    }
    days(DirtyMarks.TESTS).forEach(this::targets);
    days(DirtyMarks.SLOTS).forEach(day -> buckets(day).forEach(this::slots));
    outages();
  }

  /** Forgets all that was made and makes it anew from the raw rows. */
  void recompute(NamedParameterJdbcTemplate superuser, LocalDate first, LocalDate last) {
    superuser
        .getJdbcOperations()
        .execute("TRUNCATE rollup_dirty_marks, " + String.join(", ", MADE));
    jdbc.update(
        """
        INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
        SELECT 1, t, p.id, p.isp_id, h
        FROM pops p
        CROSS JOIN unnest(ARRAY['ts_interface_metrics', 'ts_subscriber_counts', 'ts_qos_measurements', 'availability_slots']) t
        CROSS JOIN generate_series(:first::timestamp AT TIME ZONE 'Asia/Dhaka', :last::timestamp AT TIME ZONE 'Asia/Dhaka' + interval '23 hours', interval '1 hour') h
        """,
        Map.of("first", first, "last", last));
    refresh();
  }

  /** Every column of every row that was made, as text, without the numbers of rows. */
  Set<String> made() {
    Set<String> rows = new TreeSet<>();
    for (String table : MADE) {
      rows.addAll(
          jdbc.queryForList(
              "SELECT '%1$s ' || (to_jsonb(t) - '{id,created_at,updated_at}'::text[])::text FROM %1$s t"
                  .formatted(table),
              Map.of(),
              String.class));
    }
    return rows;
  }

  /** Fails with the rows that only one of the two has. */
  static void assertSame(Set<String> refreshed, Set<String> recomputed) {
    assertThat(without(refreshed, recomputed)).as("only refreshed").isEmpty();
    assertThat(without(recomputed, refreshed)).as("only recomputed").isEmpty();
  }

  private static Set<String> without(Set<String> rows, Set<String> others) {
    Set<String> rest = new TreeSet<>(rows);
    rest.removeAll(others);
    return rest;
  }

  /** How many marks no refresh has taken. */
  int marksLeft() {
    Integer left =
        jdbc.queryForObject("SELECT count(*) FROM rollup_dirty_marks", Map.of(), Integer.class);
    return left == null ? 0 : left;
  }

  void witnesses(String table, DayShare share) {
    transaction.executeWithoutResult(status -> witnesses.refresh(table, share));
  }

  void slots(DayShare share) {
    transaction.executeWithoutResult(status -> slots.refresh(share));
  }

  private void targets(LocalDate day) {
    transaction.executeWithoutResult(status -> targets.refresh(day));
  }

  private void outages() {
    transaction.executeWithoutResult(status -> outages.refresh(LocalDate.of(2026, 1, 1)));
  }

  private Set<LocalDate> days(String table) {
    Set<LocalDate> days = new TreeSet<>();
    marks.listDays(table).keySet().forEach(share -> days.add(share.day()));
    return days;
  }

  private static List<DayShare> buckets(LocalDate day) {
    return IntStream.range(0, DayShare.BUCKETS).mapToObj(b -> new DayShare(day, b, b)).toList();
  }
}
