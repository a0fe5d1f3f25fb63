package org.fxbb.cron.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Progress;
import org.fxbb.migrations.PostgresVersion;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

final class DoctorIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  /** A database whose partitions reach ahead as retain leaves them on this day. */
  private static TestDatabase wellKept(PostgresVersion version) {
    TestDatabase database = TestDatabase.create(version);
    new JdbcTemplate(database.etl()).queryForList("SELECT fxbb_make_partitions_ahead(?)", TODAY);
    return database;
  }

  private static TestDatabase wellKept() {
    return wellKept(PostgresVersion.POSTGRES_17);
  }

  private static List<Section> examine(TestDatabase database, LocalDate today) {
    return new Doctor(
            database.monitor(),
            "the test database",
            today,
            Doctor.orphans(database.etl(), Progress.none()))
        .examine()
        .toList();
  }

  /** Settings apart: the servers of tests are allowed to lose data. */
  private static List<String> findings(TestDatabase database, LocalDate today) {
    return examine(database, today).stream()
        .filter(section -> !section.name().equals("database"))
        .flatMap(section -> section.findings().stream())
        .map(Finding::text)
        .toList();
  }

  private static void plant(TestDatabase database, String sql) {
    new JdbcTemplate(database.superuser()).execute(sql);
  }

  @ParameterizedTest
  @EnumSource
  void aWellKeptDatabaseHasNoFindings(PostgresVersion version) {
    TestDatabase database = wellKept(version);

    assertThat(findings(database, TODAY)).isEmpty();
    assertThat(examine(database, TODAY))
        .extracting(Section::name)
        .containsExactly(
            "database",
            "tables",
            "partitions",
            "unused_indexes",
            "duplicate_indexes",
            "bloat",
            "long_sessions",
            "connections",
            "orphans");
  }

  @Test
  void settingsThatMayLoseDataAreFound() {
    TestDatabase database = TestDatabase.create();

    assertThat(examine(database, TODAY).get(0).findings())
        .extracting(Finding::text)
        .containsExactly(
            "Setting fsync: expected on, found off. Change it in postgresql.conf and reload the"
                + " server.",
            "Setting synchronous_commit: expected anything but off, found off. Change it in"
                + " postgresql.conf and reload the server.");
  }

  @Test
  void daysAheadShrinkUntilTomorrowIsMissing() {
    TestDatabase database = TestDatabase.create();
    plant(
        database,
        """
        DELETE FROM partition_policies WHERE parent_table <> 'ts_subscriber_counts';
        SELECT fxbb_make_partitions_ahead('2026-01-31')
        """);

    assertThat(daysAhead(database, TODAY)).isEqualTo(7);
    assertThat(daysAhead(database, TODAY.plusDays(6))).isEqualTo(1);
    assertThat(daysAhead(database, TODAY.plusDays(7))).isEqualTo(0);
    assertThat(daysAhead(database, TODAY.plusDays(8))).isEqualTo(-1);
    assertThat(findings(database, TODAY.plusDays(6)))
        .noneMatch(finding -> finding.contains("ts_subscriber_counts"));
    assertThat(findings(database, TODAY.plusDays(7)))
        .contains(
            "Partitions of today and tomorrow: expected both in every table, seen from 2026-02-07,"
                + " found none in ts_subscriber_counts. Run: fxbb run retain (serve starts it each"
                + " Sunday at 04:00).");
  }

  @Test
  void aGapBetweenPartitionsEndsTheDaysAhead() {
    TestDatabase database = wellKept();
    plant(database, "DROP TABLE ts_subscriber_counts_20260203");

    assertThat(daysAhead(database, TODAY)).isEqualTo(2);
    assertThat(daysAhead(database, TODAY.plusDays(3))).isEqualTo(-1);
  }

  private static int daysAhead(TestDatabase database, LocalDate today) {
    Section section =
        new PartitionCoverage(new NamedParameterJdbcTemplate(database.monitor()), today).examine();
    return ((List<?>) section.data())
        .stream()
            .map(PartitionCoverage.Coverage.class::cast)
            .filter(table -> table.table().equals("ts_subscriber_counts"))
            .findFirst()
            .orElseThrow()
            .daysAhead();
  }

  @Test
  void partitionsAWeekPastTheirRetentionAreFound() {
    TestDatabase database = wellKept();
    plant(
        database, "SELECT fxbb_make_partitions('ts_qos_measurements', '2025-01-23', '2025-01-23')");

    assertThat(findings(database, TODAY)).isEmpty();
    assertThat(findings(database, TODAY.plusDays(1)))
        .containsExactly(
            "Partitions past their retention: expected archived and dropped within a week, found"
                + " older ones in ts_qos_measurements. Run: fxbb run retain (serve starts it each"
                + " Sunday at 04:00).");
  }

  @Test
  void superfluousIndexesAreFoundAndUsefulOnesAreNot() {
    TestDatabase database = wellKept();
    plant(
        database,
        """
        CREATE TABLE planted (a bigint PRIMARY KEY, b bigint, c bigint, d text);
        CREATE INDEX planted_bc_ix ON planted (b, c);
        CREATE INDEX planted_b_ix ON planted (b);
        CREATE INDEX planted_c_ix ON planted (c);
        CREATE INDEX planted_b_desc_ix ON planted (b DESC);
        CREATE INDEX planted_b_part_ix ON planted (b) WHERE c > 0;
        CREATE INDEX planted_d_ix ON planted (d);
        CREATE INDEX planted_d_like_ix ON planted (d text_pattern_ops);
        CREATE INDEX planted_lower_ix ON planted (lower(d));
        CREATE INDEX planted_lower2_ix ON planted (lower(d));
        CREATE UNIQUE INDEX planted_c_uk ON planted (c)
        """);

    assertThat(findings(database, TODAY))
        .containsExactly(
            "Index planted_b_ix: expected a key of its own, found its key at the start of"
                + " planted_bc_ix. Drop it in a migration: the other one serves the same queries.",
            "Index planted_c_ix: expected a key of its own, found the same key in planted_c_uk."
                + " Drop it in a migration: the other one serves the same queries.",
            "Index planted_lower2_ix: expected a key of its own, found the same key in"
                + " planted_lower_ix. Drop it in a migration: the other one serves the same"
                + " queries.");
  }

  @Test
  void rowsWhoseIdsPointNowhereAreCounted() {
    TestDatabase database = wellKept();
    plant(
        database,
        """
        INSERT INTO availability_slots (pop_id, isp_id, slot_start, status)
        VALUES (4711, 4712, '2026-01-31 10:00+06', 'UNKNOWN'), (4711, 4712, '2026-01-31 10:15+06', 'UNKNOWN')
        """);

    assertThat(findings(database, TODAY))
        .containsExactly(
            "Rows of availability_slots: expected every isp_id in isps, found 2 rows where it is"
                + " not. Somebody deleted what they belong to: restore it from a backup, or load"
                + " the files of these rows again.",
            "Rows of availability_slots: expected every pop_id in pops, found 2 rows where it is"
                + " not. Somebody deleted what they belong to: restore it from a backup, or load"
                + " the files of these rows again.");
  }

  @Test
  void ofALongStatementNoValueIsShown() throws SQLException {
    TestDatabase database = wellKept();
    plant(database, "GRANT pg_monitor TO fxbb_monitor");
    try (Connection idle = database.etl().getConnection();
        Statement statement = idle.createStatement()) {
      idle.setAutoCommit(false);
      statement.execute("SELECT code, 42 FROM isps WHERE code = 'geheim' -- secret");

      LongSessions.Seen seen = longSessions(database.monitor());

      assertThat(seen.hidden()).isZero();
      assertThat(seen.sessions())
          .extracting(LongSessions.LongSession::state, LongSessions.LongSession::statement)
          .containsExactly(tuple("idle in transaction", "SELECT code,"));
    } finally {
      plant(database, "REVOKE pg_monitor FROM fxbb_monitor");
    }
  }

  @Test
  void sessionsThatTheServerHidesAreSaidToBeHidden() throws SQLException {
    TestDatabase database = wellKept();
    try (Connection other = database.etl().getConnection()) {
      assertThat(other.isValid(1)).isTrue();

      assertThat(longSessions(database.monitor()).hidden()).isPositive();
    }
  }

  private static LongSessions.Seen longSessions(DataSource monitor) {
    NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(monitor);
    return (LongSessions.Seen) new LongSessions(jdbc, Duration.ZERO).examine().data();
  }
}
