package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fxbb.migrations.Sql.strings;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An ISP sees its own rows, whatever it tries. Source: spec 3, "Roles and row-level security". */
final class RowSecurityIT {
  private static final String UNGUARDED =
      """
      SELECT DISTINCT c.relname
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND (a.attname = 'isp_id' OR c.relname = 'isps')
        AND NOT (c.relrowsecurity AND (
          SELECT count(*) FROM pg_policies p
          WHERE p.tablename = c.relname AND p.policyname IN ('engine', 'readers', 'own_rows')) = 3)
      """;

  /** Tables about an ISP that are the regulator's own: no grant, so not even an ISP's own rows. */
  private static final Set<String> CLOSED =
      Set.of(
          "alerts",
          "api_keys",
          "app_feedback",
          "app_installations",
          "audit_logs",
          "data_provenance",
          "field_report_attachments",
          "field_report_issues",
          "field_reports",
          "notifications",
          "report_deliveries",
          "rollup_dirty_marks",
          "sftp_credentials",
          "ts_mobile_speed_tests",
          "ts_mobile_streaming_tests",
          "users");

  /** What explains the rows of everybody. */
  private static final Set<String> SHARED =
      Set.of(
          "calendar_days",
          "connection_types",
          "data_originators",
          "discrepancy_rules",
          "geo_aliases",
          "geo_districts",
          "geo_divisions",
          "geo_legacy_codes",
          "geo_locations",
          "geo_thanas",
          "geo_upazilas",
          "isp_license_categories",
          "month_closings",
          "notice_grades",
          "package_types",
          "policy_sets",
          "policy_values",
          "pop_categories",
          "qos_parameters",
          "sla_thresholds",
          "upstream_types");

  private static TwoIsps isps;
  private static DataSource superuser;
  private static DataSource isp;

  @BeforeAll
  static void plant() throws SQLException {
    isps = TwoIsps.create();
    superuser = isps.database().superuser();
    isps.database().createLogin("row_security_isp", "fxbb_isp");
    isps.database().createLogin("row_security_nobody", "fxbb_isp");
    strings(
        superuser,
        "SET session_replication_role = replica;"
            + " UPDATE isp_logins SET role_name = 'row_security_isp' WHERE isp_id = 1;"
            + " UPDATE isp_logins SET role_name = 'row_security_other' WHERE isp_id = 2");
    isp = isps.database().as("row_security_isp");
  }

  @Test
  void everyTableWithAnIspIsGuarded() throws SQLException {
    assertThat(strings(superuser, UNGUARDED))
        .as("tables with isp_id that R__row_security.sql does not name")
        .isEmpty();
  }

  @Test
  void anUnguardedTableIsFound() throws SQLException {
    DataSource planted = TestDatabase.create().superuser();

    strings(planted, "CREATE TABLE planted (isp_id bigint)");
    strings(planted, "DROP POLICY own_rows ON pops");

    assertThat(strings(planted, UNGUARDED)).containsExactlyInAnyOrder("planted", "pops");
  }

  @Test
  void anIspReadsItsOwnRowsOfEachTable() throws SQLException {
    Set<String> refused = new TreeSet<>();
    for (String table : isps.tables()) {
      String rows = "SELECT %s FROM %s".formatted(TwoIsps.owner(table), table);
      assertThat(strings(superuser, rows)).as(table).containsExactlyInAnyOrder("1", "2");
      try {
        assertThat(strings(isp, rows)).as(table).containsExactly("1");
      } catch (SQLException e) {
        assertThat(e.getSQLState()).as(table).isEqualTo(Sql.REFUSED);
        refused.add(table);
      }
    }
    assertThat(refused).isEqualTo(new TreeSet<>(CLOSED));
  }

  @Test
  void anIspWritesNothing() throws SQLException {
    for (String table : isps.tables()) {
      String owner = TwoIsps.owner(table);
      String change = table.equals("isps") ? "name_en = 'mine'" : "isp_id = 1";
      for (String statement :
          List.of(
              isps.insert(table, 2),
              isps.insert(table, 1),
              "UPDATE %s SET %s WHERE %s = 2".formatted(table, change, owner),
              "UPDATE %s SET %s".formatted(table, change),
              "DELETE FROM %s WHERE %s = 2".formatted(table, owner),
              "DELETE FROM " + table,
              "TRUNCATE " + table)) {
        assertRefused(statement);
      }
      assertThat(strings(superuser, "SELECT count(*) FROM " + table))
          .as(table)
          .containsExactly("2");
    }
  }

  @Test
  void whatElseIsInTheDatabaseIsClosedOrForEverybody() throws SQLException {
    List<String> open = new ArrayList<>();
    for (String relation :
        strings(
            superuser,
            """
            SELECT c.oid::regclass::text
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('public', 'fxbb_staging', 'batch', 'quartz') AND c.relkind IN ('r', 'p', 'v', 'S')
            """)) {
      if (isps.tables().contains(relation)) {
        continue;
      }
      try {
        strings(isp, "SELECT * FROM " + relation);
        open.add(relation);
      } catch (SQLException e) {
        assertThat(e.getSQLState()).isEqualTo(Sql.REFUSED);
      }
    }
    assertThat(open).containsExactlyInAnyOrderElementsOf(SHARED);
  }

  @Test
  void noTrickOpensTheRowsOfAnother() throws SQLException {
    for (String statement :
        List.of(
            "SET ROLE fxbb_etl",
            "SET ROLE fxbb_report",
            "SET SESSION AUTHORIZATION row_security_other",
            "SET row_security = off; SELECT * FROM revenue_details",
            "ALTER TABLE revenue_details DISABLE ROW LEVEL SECURITY",
            "DROP POLICY own_rows ON revenue_details",
            "UPDATE isp_logins SET isp_id = 2",
            "INSERT INTO isp_logins (isp_id, role_name) VALUES (2, 'row_security_isp')",
            "SELECT * FROM ts_qos_measurements_20260101",
            "SELECT * FROM discrepancy_findings",
            "SELECT * FROM revenue_anonymised",
            "SELECT fxbb_make_partitions('ts_qos_measurements', '2026-02-01', '2026-02-01')",
            "CREATE TABLE public.mine (isp_id bigint)",
            "SELECT lo_import('/etc/hostname')",
            "COPY revenue_details TO PROGRAM 'cat'")) {
      assertThatThrownBy(() -> strings(isp, statement))
          .as(statement)
          .isInstanceOf(SQLException.class);
    }
    assertThat(strings(isp, "SET fxbb.actor = 'row_security_other'; SELECT isp_id FROM pops"))
        .containsExactly("1");
    assertThat(strings(isp, "SELECT count(*) FROM pg_stats WHERE tablename = 'revenue_details'"))
        .containsExactly("0");
  }

  @Test
  void aFunctionInAFilterNeverSeesTheRowOfAnother() throws SQLException {
    assertThat(
            strings(
                isp,
                """
                CREATE FUNCTION pg_temp.spy(isp bigint) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$
                BEGIN
                  IF isp <> 1 THEN RAISE EXCEPTION 'seen: %', isp; END IF;
                  RETURN true;
                END $$;
                SELECT isp_id FROM revenue_details WHERE pg_temp.spy(isp_id)
                """))
        .containsExactly("1");
  }

  @Test
  void aLoginOfNoIspSeesNothing() throws SQLException {
    DataSource nobody = isps.database().as("row_security_nobody");

    assertThat(strings(nobody, "SELECT isp_id FROM revenue_details")).isEmpty();
    assertThat(strings(nobody, "SELECT id FROM isps")).isEmpty();
    assertThat(strings(nobody, "SELECT isp_id FROM isp_logins")).isEmpty();
  }

  @Test
  void theEngineAndReportsSeeAllRows() throws SQLException {
    assertThat(strings(isps.database().etl(), "SELECT isp_id FROM revenue_details ORDER BY 1"))
        .containsExactly("1", "2");
    assertThat(strings(isps.database().report(), "SELECT isp_id FROM sla_violations ORDER BY 1"))
        .containsExactly("1", "2");
  }

  private static void assertRefused(String statement) {
    assertThatThrownBy(() -> strings(isp, statement))
        .as(statement)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(Sql.REFUSED));
  }
}
