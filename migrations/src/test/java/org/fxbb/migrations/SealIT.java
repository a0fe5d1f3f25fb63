package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fxbb.migrations.Sql.isp;
import static org.fxbb.migrations.Sql.run;
import static org.fxbb.migrations.Sql.strings;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a seal covers, whoever writes meanwhile. */
final class SealIT {
  private static final String SEAL = "SELECT fxbb_seal_audit()";
  private static final String SEALS =
      "SELECT concat(seal_no, ': ', from_seq, '-', to_seq, ' ', rows) FROM audit_seals ORDER BY seal_no";
  private static final String OUTSIDE =
      "SELECT seq FROM audit_logs l WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE l.seq BETWEEN s.from_seq AND s.to_seq)";

  private final TestDatabase database = TestDatabase.create();

  private List<String> seal() throws SQLException {
    return strings(database.etl(), SEAL);
  }

  private List<String> seals() throws SQLException {
    return strings(database.etl(), SEALS);
  }

  private Connection open() throws SQLException {
    Connection connection = database.etl().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  @Test
  void everyRowIsSealedOnce() throws SQLException {
    assertThat(seal()).containsExactly("0");
    run(database.etl(), isp("isp-0001"), isp("isp-0002"));
    assertThat(seal()).containsExactly("1");
    assertThat(seal()).containsExactly("0");
    run(database.etl(), isp("isp-0003"));
    assertThat(seal()).containsExactly("1");

    assertThat(seals()).containsExactly("1: 1-2 2", "2: 3-3 1");
    assertThat(
            strings(
                database.etl(),
                "SELECT s.previous_sha256 = coalesce(p.sha256, repeat('0', 64)) FROM audit_seals s LEFT JOIN audit_seals p ON p.seal_no = s.seal_no - 1"))
        .containsExactly("t", "t");
  }

  @Test
  void aTransactionThatCommitsAfterASealLosesNothing() throws SQLException {
    try (Connection late = open()) {
      run(late, isp("isp-0001"));
      run(database.etl(), isp("isp-0002"));

      assertThat(seal()).containsExactly("0");
      assertThat(seals()).isEmpty();
      late.commit();
    }
    assertThat(seal()).containsExactly("1");
    assertThat(seals()).containsExactly("1: 1-2 2");
    assertThat(strings(database.etl(), OUTSIDE)).isEmpty();
  }

  @Test
  void writersThatOverlapForEverDoNotHoldSealingBackForEver() throws SQLException {
    try (Connection one = open();
        Connection other = open()) {
      run(one, isp("isp-0001"));
      seal();
      run(other, isp("isp-0002"));
      seal();
      one.commit();
      // other goes on, and has number 2; what was marked before it began is safe now
      assertThat(seal()).containsExactly("1");
      assertThat(seals()).containsExactly("1: 1-1 1");
      run(one, isp("isp-0003"));
      seal();
      other.commit();
      assertThat(seal()).containsExactly("1");
      assertThat(strings(database.etl(), OUTSIDE)).isEmpty();
      one.commit();
    }
    assertThat(seal()).containsExactly("1");
    assertThat(strings(database.etl(), OUTSIDE)).isEmpty();
    assertThat(strings(database.superuser(), "SELECT up_to_seq FROM audit_seal_marks")).isEmpty();
  }

  @Test
  void aLongTransactionThatLogsNothingHoldsNothingBack() throws SQLException {
    try (Connection load = open()) {
      run(load, "CREATE TEMPORARY TABLE t (a int)", "SELECT pg_current_xact_id()");
      run(database.etl(), isp("isp-0001"));

      assertThat(seal()).containsExactly("1");
      load.rollback();
    }
  }

  @Test
  void numbersThatWereRolledBackAreCoveredGaps() throws SQLException {
    try (Connection undone = open()) {
      run(undone, isp("isp-0001"));
      undone.rollback();
    }
    assertThat(seal()).containsExactly("0");
    run(database.etl(), isp("isp-0002"));
    assertThat(seal()).containsExactly("1");

    assertThat(seals()).containsExactly("1: 1-2 1");
  }

  @Test
  void whatTheSealersOwnTransactionWroteIsSealedWithIt() throws SQLException {
    try (Connection own = open()) {
      run(own, isp("isp-0001"), SEAL);
      own.rollback();
      assertThat(seals()).isEmpty();
      run(own, isp("isp-0001"), SEAL);
      own.commit();
    }
    assertThat(strings(database.etl(), OUTSIDE)).isEmpty();
  }

  @Test
  void aSealHoldsAtMostTenThousandRows() throws SQLException {
    run(
        database.etl(),
        "SELECT count(fxbb_audit_event('test', n::text, NULL)) FROM generate_series(1, 10001) n");

    assertThat(seal()).containsExactly("2");
    assertThat(seals()).containsExactly("1: 1-10000 10000", "2: 10001-10001 1");
  }

  @Test
  void twoSealersAtOnceMakeOneChain() throws Exception {
    Callable<List<String>> sealer = this::seal;
    ExecutorService sealers = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 20; round++) {
        run(database.etl(), isp("isp-" + round));
        for (Future<List<String>> each : sealers.invokeAll(List.of(sealer, sealer, sealer))) {
          each.get();
        }
      }
    } finally {
      sealers.shutdownNow();
    }
    assertThat(seals()).hasSize(20).last().isEqualTo("20: 20-20 1");
  }

  @Test
  void aTransactionThatCannotSeeWhatOthersCommittedMayNotSeal() throws SQLException {
    try (Connection frozen = open()) {
      frozen.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      assertThatThrownBy(() -> run(frozen, SEAL))
          .hasMessageContaining(
              "Cannot seal the audit log: expected a transaction that sees what others have committed meanwhile (read committed), found \"repeatable read\".");
    }
  }

  @Test
  void theSettingsOfASessionChangeNothing() throws SQLException {
    run(
        database.etl(),
        isp("isp-0001"),
        "INSERT INTO pops (isp_id, code, name_en, location_code, status, valid_from, latitude) SELECT id, 'p', 'P', '3026', 'ACTIVE', '2026-01-01', 23.70 FROM isps",
        """
        DO $$
        BEGIN
          PERFORM set_config('TimeZone', 'America/New_York', true), set_config('DateStyle', 'SQL, DMY', true);
          UPDATE pops SET name_en = 'Q';
        END $$
        """,
        SEAL);
    String canonical =
        "SELECT public.fxbb_audit_canonical(l) FROM public.audit_logs l UNION ALL SELECT public.fxbb_audit_seal_text(s) FROM public.audit_seals s";
    run(
        database.superuser(),
        """
        CREATE FUNCTION public.odd() RETURNS SETOF text LANGUAGE sql
        SET TimeZone = 'Pacific/Kiritimati' SET DateStyle = 'German' SET IntervalStyle = 'sql_standard'
        SET extra_float_digits = -5 SET bytea_output = 'escape' SET search_path = pg_temp
        AS $$ %s $$
        """
            .formatted(canonical));

    assertThat(strings(database.superuser(), "SELECT odd()"))
        .hasSize(4)
        .isEqualTo(strings(database.etl(), canonical));
    assertThat(
            strings(
                database.etl(),
                "SELECT DISTINCT right(before ->> 'created_at', 6) FROM audit_logs WHERE action = 'UPDATE'"))
        .containsExactly("+06:00");
  }

  @Test
  void aLoginOfAnIspCannotHoldTheLogUp() throws SQLException {
    database.createLogin("seal_isp", "fxbb_isp");
    try (Connection intruder = database.as("seal_isp").getConnection()) {
      intruder.setAutoCommit(false);
      run(intruder, "SELECT pg_advisory_lock(7002, 1)", "SELECT pg_advisory_lock(7002, 2)");
      for (String table : List.of("fxbb_staging.audit_writers", "public.audit_seals")) {
        for (String attempt :
            List.of("PREPARE p AS TABLE %s FOR UPDATE", "LOCK TABLE %s IN ROW SHARE MODE")) {
          intruder.setSavepoint();
          try {
            run(intruder, attempt.formatted(table));
          } catch (SQLException e) {
            intruder.rollback();
          }
        }
      }
      run(database.etl(), "SET lock_timeout = '10s'; " + isp("isp-0001"));

      assertThat(strings(database.etl(), "SET lock_timeout = '10s'; " + SEAL)).containsExactly("1");
      intruder.rollback();
    }
  }
}
