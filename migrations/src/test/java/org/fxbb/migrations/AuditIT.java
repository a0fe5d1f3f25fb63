package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fxbb.migrations.Sql.isp;
import static org.fxbb.migrations.Sql.run;
import static org.fxbb.migrations.Sql.strings;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit log records, and that nobody can change it. */
final class AuditIT {
  private static final List<String> AUDITED =
      List.of(
          "agent_pop_assignments",
          "alert_rules",
          "api_keys",
          "calendar_days",
          "discrepancy_detections",
          "discrepancy_resolutions",
          "discrepancy_rules",
          "encrypted_secrets",
          "isp_commitments",
          "isp_contacts",
          "isp_coverage_areas",
          "isp_logins",
          "isps",
          "maintenance_windows",
          "month_closings",
          "network_elements",
          "notification_channels",
          "notification_groups",
          "partition_policies",
          "penalty_rules",
          "permissions",
          "policy_sets",
          "policy_values",
          "notice_grades",
          "pops",
          "qos_parameters",
          "report_schedules",
          "restatements",
          "role_permissions",
          "roles",
          "sftp_credentials",
          "sla_thresholds",
          "sla_violations",
          "snmp_targets",
          "software_agents",
          "subscriber_count_sources",
          "test_targets",
          "user_roles",
          "users");

  private static final String LOG =
      "SELECT concat_ws(' ', action, table_name, row_key, before ->> 'name_en', after ->> 'name_en', changed_columns) FROM audit_logs ORDER BY seq";

  private final TestDatabase database = TestDatabase.create();

  private List<String> auditedAndThere() throws SQLException {
    return strings(
            database.superuser(),
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')")
        .stream()
        .filter(AUDITED::contains)
        .sorted()
        .toList();
  }

  @Test
  void everyTableThatDecidesAboutSomebodyHasItsFourTriggers() throws SQLException {
    assertThat(
            strings(
                database.superuser(),
                "SELECT tgrelid::regclass FROM pg_trigger WHERE tgfoid = 'fxbb_audit_change'::regproc AND tgenabled = 'O' GROUP BY 1 HAVING count(*) = 4"))
        .containsExactlyInAnyOrderElementsOf(auditedAndThere());
  }

  @Test
  void everyAuditedTableLogsWhatWasAddedChangedAndRemoved() throws SQLException {
    try (Connection connection = database.superuser().getConnection()) {
      run(connection, PlantedRows.FREE_OF_CONSTRAINTS);
      run(connection, "SET fxbb.actor = 'fxbb run nightly, os user root'");
      for (String table : auditedAndThere()) {
        PlantedRows rows = PlantedRows.of(connection, table);
        run(connection, rows.insert(), rows.update(), rows.delete());
        assertThat(
                strings(
                    connection,
                    """
                    SELECT concat_ws(' ', action, actor, login, changed_columns, before ->> '%1$s' IS NULL, after ->> '%1$s' IS NULL)
                    FROM audit_logs WHERE table_name = '%2$s' ORDER BY seq
                    """
                        .formatted(rows.changed(), table)))
            .as(table)
            .containsExactly(
                "INSERT fxbb run nightly, os user root postgres t t",
                "UPDATE fxbb run nightly, os user root postgres {" + rows.changed() + "} t f",
                "DELETE fxbb run nightly, os user root postgres f t");
      }
    }
  }

  @Test
  void oneStatementLogsEveryRowWithItsOwnImages() throws SQLException {
    run(
        database.etl(),
        isp("isp-0001"),
        isp("isp-0002"),
        "UPDATE isps SET name_en = 'New ' || code",
        "DELETE FROM isps");

    assertThat(strings(database.etl(), LOG))
        .containsExactlyInAnyOrder(
            "INSERT isps isp-0001 Net isp-0001",
            "INSERT isps isp-0002 Net isp-0002",
            "UPDATE isps isp-0001 Net isp-0001 New isp-0001 {name_en}",
            "UPDATE isps isp-0002 Net isp-0002 New isp-0002 {name_en}",
            "DELETE isps isp-0001 New isp-0001",
            "DELETE isps isp-0002 New isp-0002");
  }

  @Test
  void withoutAnActorTheLoginIsNamed() throws SQLException {
    run(database.etl(), isp("isp-0001"));

    assertThat(
            strings(
                database.etl(),
                "SELECT concat_ws(' ', actor, login, session_role, isp_id = (after ->> 'id')::bigint) FROM audit_logs"))
        .containsExactly("fxbb fxbb fxbb_etl t");
  }

  @Test
  void anUpdateThatChangesNothingButBookkeepingIsNotLogged() throws SQLException {
    run(
        database.etl(),
        isp("isp-0001"),
        "INSERT INTO software_agents (agent_uuid, agent_type, isp_id, valid_from) SELECT '00000000-0000-0000-0000-000000000001', 'QOS_AGENT', id, '2026-01-01' FROM isps");
    List<String> before = strings(database.etl(), LOG);

    run(
        database.etl(),
        "UPDATE isps SET name_en = name_en, updated_at = now() + interval '1 hour', updated_by = 'x'",
        "UPDATE software_agents SET last_seen_at = now(), updated_at = now()",
        "UPDATE isps SET name_en = 'x' WHERE false",
        "DELETE FROM isps WHERE false");
    assertThat(strings(database.etl(), LOG)).isEqualTo(before);

    run(database.etl(), "UPDATE software_agents SET last_seen_at = NULL, version = '2.0'");
    assertThat(strings(database.etl(), LOG))
        .hasSize(before.size() + 1)
        .last()
        .isEqualTo("UPDATE software_agents 00000000-0000-0000-0000-000000000001 {version}");
  }

  @Test
  void anUpsertLogsItsInsertsAndItsChanges() throws SQLException {
    run(
        database.etl(),
        "INSERT INTO calendar_days (day, kind, value) VALUES ('2026-02-21', 'HOLIDAY', 'a'), ('2026-03-26', 'HOLIDAY', 'b')",
        """
        INSERT INTO calendar_days (day, kind, value)
        VALUES ('2026-02-21', 'HOLIDAY', 'A'), ('2026-03-26', 'HOLIDAY', 'b'), ('2026-12-16', 'HOLIDAY', 'c')
        ON CONFLICT (day, kind) DO UPDATE SET value = excluded.value
        """);

    assertThat(
            strings(
                database.etl(),
                "SELECT concat_ws(' ', action, row_key, before ->> 'value', after ->> 'value') FROM audit_logs"))
        .containsExactlyInAnyOrder(
            "INSERT 2026-02-21/HOLIDAY a",
            "INSERT 2026-03-26/HOLIDAY b",
            "UPDATE 2026-02-21/HOLIDAY a A",
            "INSERT 2026-12-16/HOLIDAY c");
  }

  @Test
  void aChangedPrimaryKeyIsAnotherRow() throws SQLException {
    run(
        database.etl(),
        "INSERT INTO calendar_days (day, kind, value) VALUES ('2026-02-21', 'HOLIDAY', 'a')",
        "UPDATE calendar_days SET day = '2026-02-22'");

    assertThat(
            strings(database.etl(), "SELECT action || ' ' || row_key FROM audit_logs ORDER BY seq"))
        .containsExactlyInAnyOrder(
            "INSERT 2026-02-21/HOLIDAY", "DELETE 2026-02-21/HOLIDAY", "INSERT 2026-02-22/HOLIDAY");
  }

  @Test
  void personalDataAndSecretsAreMaskedButNamed() throws SQLException {
    run(
        database.etl(),
        isp("isp-0001"),
        "INSERT INTO isp_contacts (isp_id, email, phone) SELECT id, 'somebody@example.org', NULL FROM isps",
        "UPDATE isp_contacts SET email = 'else@example.org', phone = '0123456789'",
        "INSERT INTO encrypted_secrets (name, purpose, key_id, ciphertext) VALUES ('smtp', 'SMTP_PASSWORD', 'k1', '\\x5ec4e7')");

    assertThat(
            strings(
                database.etl(),
                "SELECT concat_ws(' ', action, row_key, before ->> 'email', after ->> 'email', after ->> 'phone', changed_columns) FROM audit_logs WHERE table_name = 'isp_contacts' ORDER BY seq"))
        .containsExactly(
            "INSERT isp-0001/REGISTERED ***",
            "UPDATE isp-0001/REGISTERED *** *** *** {email,phone}");
    assertThat(strings(database.superuser(), "SELECT l::text FROM audit_logs l"))
        .noneMatch(row -> row.contains("example.org") || row.contains("0123456789"))
        .noneMatch(row -> row.contains("5ec4e7"));
  }

  @Test
  void cuttingATableOffIsLoggedWithItsRows() throws SQLException {
    run(
        database.superuser(),
        "INSERT INTO calendar_days (day, kind, value) VALUES ('2026-02-21', 'HOLIDAY', 'a')",
        "TRUNCATE calendar_days");

    assertThat(
            strings(
                database.etl(),
                "SELECT concat_ws(' ', action, table_name, before) FROM audit_logs ORDER BY seq DESC LIMIT 1"))
        .containsExactly("TRUNCATE calendar_days {\"rows\": 1}");
  }

  @Test
  void eventsAreLoggedToo() throws SQLException {
    assertThat(
            strings(
                database.etl(),
                "SELECT fxbb_audit_event('login.refused', 'isp-0001', '{\"address\": \"192.0.2.1\"}')"))
        .containsExactly("1");
    assertThat(
            strings(
                database.etl(),
                "SELECT concat_ws(' ', seq, action, event, row_key, after) FROM audit_logs"))
        .containsExactly("1 EVENT login.refused isp-0001 {\"address\": \"192.0.2.1\"}");
  }

  @Test
  void aMonthWithoutPartitionGetsItsOwnOnDemand() throws SQLException {
    run(
        database.superuser(),
        """
        DO $$
        DECLARE child regclass;
        BEGIN
          FOR child IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'audit_logs'::regclass LOOP
            EXECUTE 'DROP TABLE ' || child;
          END LOOP;
        END $$
        """);

    run(database.etl(), isp("isp-0001"));

    assertThat(strings(database.etl(), LOG)).hasSize(1);
    assertThat(
            strings(
                database.etl(),
                "SELECT relname FROM pg_class WHERE relname LIKE 'audit\\_logs\\_%' AND relkind = 'r' AND has_table_privilege('fxbb_etl', oid, 'INSERT, UPDATE, DELETE, TRUNCATE')"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fxbb_etl", "fxbb_report", "fxbb_finance", "fxbb_isp", "fxbb_monitor"})
  void nobodyCanChange(String role) throws SQLException {
    run(database.etl(), isp("isp-0001"), "SELECT fxbb_seal_audit()");
    run(
        database.etl(),
        "SELECT fxbb_make_partitions('audit_logs', DATE '2031-05-01', DATE '2031-05-01')");
    List<String> tables =
        strings(
            database.superuser(),
            "SELECT oid::regclass FROM pg_class WHERE relname LIKE 'audit\\_%' AND relkind IN ('r', 'p')");
    assertThat(tables)
        .contains(
            "audit_logs",
            "audit_logs_203105",
            "audit_seals",
            "audit_seal_marks",
            "fxbb_staging.audit_writers");
    try (Connection connection = database.login().getConnection()) {
      run(connection, "SET ROLE " + role);
      for (String table : tables) {
        refused(connection, "INSERT INTO " + table + " SELECT * FROM " + table);
        refused(connection, "UPDATE " + table + " SET " + someColumn(table) + " = NULL");
        refused(connection, "DELETE FROM " + table);
        refused(connection, "TRUNCATE " + table);
        refused(connection, "DROP TABLE " + table);
        refused(connection, "COPY " + table + " FROM STDIN");
        refused(connection, "BEGIN; LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      }
      refused(connection, "ALTER TABLE isps DISABLE TRIGGER audit_insert");
      refused(connection, "ALTER TABLE audit_logs DETACH PARTITION audit_logs_203105");
      refused(connection, "DROP TRIGGER audit_update ON isps");
      refused(connection, "SET session_replication_role = replica");
      refused(connection, "SELECT setval('audit_logs_seq', 1)");
      refused(connection, "SELECT nextval('audit_logs_seq')");
      refused(connection, "SELECT fxbb_audit_begin()");
      refused(connection, "DROP FUNCTION fxbb_audit_change()");
    }
  }

  @Test
  void nobodyCanForgeRowsThroughATableOfTheirOwn() throws SQLException {
    try (Connection etl = database.etl().getConnection()) {
      run(etl, "CREATE TEMPORARY TABLE sla_violations (id bigint PRIMARY KEY)");
      refused(
          etl,
          "CREATE TRIGGER forged AFTER INSERT ON pg_temp.sla_violations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fxbb_audit_change('id', 'id')");
    }
  }

  private static String someColumn(String table) {
    return switch (table) {
      case "audit_seals" -> "sha256";
      case "audit_seal_marks" -> "writers";
      case "fxbb_staging.audit_writers" -> "nothing";
      default -> "actor";
    };
  }

  private static void refused(Connection connection, String sql) throws SQLException {
    assertThatThrownBy(() -> run(connection, sql))
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(Sql.REFUSED));
    run(connection, "ROLLBACK");
  }
}
