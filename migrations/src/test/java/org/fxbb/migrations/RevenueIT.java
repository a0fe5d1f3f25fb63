package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fxbb.migrations.Sql.strings;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may read what ISPs earn. Source: spec 3, "Restricted". */
final class RevenueIT {
  private static final String ALL = "*";

  /** Tables with amounts, and their columns that tell them. */
  private static final Map<String, List<String>> RESTRICTED =
      Map.ofEntries(
          Map.entry("revenue_details", List.of(ALL)),
          Map.entry("revenue_snapshots", List.of(ALL)),
          Map.entry("package_analytics", List.of(ALL)),
          Map.entry("market_analytics", List.of(ALL)),
          Map.entry("penalty_rules", List.of("amount_bdt")),
          Map.entry("discrepancy_detections", List.of(ALL)),
          Map.entry("discrepancy_resolutions", List.of(ALL)),
          Map.entry("quarantined_rows", List.of("raw")),
          Map.entry(
              "submission_notices",
              List.of("found", "expected", "message_en", "message_bn", "fix_en")),
          Map.entry("audit_logs", List.of(ALL)),
          Map.entry("encrypted_secrets", List.of(ALL)),
          Map.entry("revenue_anonymised", List.of(ALL)));

  /** Views that the role may read and that read one of these tables, whose name follows. */
  private static final String VIEWS_OVER =
      """
      SELECT DISTINCT v.oid::regclass::text
      FROM pg_rewrite w
      JOIN pg_class v ON v.oid = w.ev_class AND v.relkind IN ('v', 'm')
      JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
      WHERE d.refobjid IN (%s) AND has_any_column_privilege('fxbb_report', v.oid, 'SELECT')
      """;

  private static final String FUNCTIONS_OF_THE_OWNER =
      """
      SELECT p.oid::regprocedure::text
      FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND has_function_privilege('fxbb_report', p.oid, 'EXECUTE')
      """;

  private static TwoIsps isps;
  private static DataSource superuser;
  private static DataSource reporter;

  @BeforeAll
  static void plant() throws SQLException {
    isps = TwoIsps.create();
    superuser = isps.database().superuser();
    isps.database().createLogin("revenue_reporter", "fxbb_report");
    isps.database().createLogin("revenue_analyst", "fxbb_analyst");
    reporter = isps.database().as("revenue_reporter");
  }

  @Test
  void reportsReadNoAmountFromATable() throws SQLException {
    for (Map.Entry<String, List<String>> table : RESTRICTED.entrySet()) {
      String name = table.getKey();
      List<String> columns = table.getValue();
      if (columns.equals(List.of(ALL))) {
        columns = columnsOf(name);
      }
      for (String column : columns) {
        assertRefused("SELECT %s FROM %s".formatted(column, name));
        assertRefused("SELECT 1 FROM %s WHERE %s IS NOT NULL".formatted(name, column));
        assertRefused("COPY %s (%s) TO STDOUT".formatted(name, column));
      }
      assertRefused("SELECT t FROM %s t".formatted(name));
      assertRefused("SELECT to_jsonb(t) FROM %s t".formatted(name));
      assertRefused("CREATE TEMPORARY TABLE mine AS SELECT * FROM " + name);
    }
  }

  @Test
  void reportsReadNoPartitionOfThem() throws SQLException {
    for (String partition :
        strings(
            superuser,
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent IN"
                + " ('submission_notices'::regclass, 'quarantined_rows'::regclass, 'audit_logs'::regclass)")) {
      assertRefused("SELECT * FROM " + partition);
    }
  }

  @Test
  void noViewAndNoFunctionLeadsThere() throws SQLException {
    String tables =
        String.join(
            ", ",
            RESTRICTED.keySet().stream().sorted().map(name -> "'" + name + "'::regclass").toList());

    assertThat(strings(superuser, VIEWS_OVER.formatted(tables)))
        .as("views that show band and direction only")
        .containsExactly("discrepancy_findings");
    assertThat(strings(superuser, FUNCTIONS_OF_THE_OWNER)).isEmpty();
    assertThat(
            strings(
                reporter,
                "SELECT tablename FROM pg_stats WHERE tablename IN ('revenue_details', 'revenue_snapshots')"))
        .isEmpty();
    for (String role : List.of("fxbb_etl", "fxbb_finance", "fxbb_owner", "fxbb_analyst")) {
      assertRefused("SET ROLE " + role);
    }
  }

  @Test
  void aViewThatLeadsThereIsFound() throws SQLException {
    DataSource planted = TestDatabase.create().superuser();
    strings(
        planted,
        "CREATE VIEW planted AS SELECT subscriber_revenue_bdt FROM revenue_details;"
            + " GRANT SELECT ON planted TO fxbb_report;"
            + " CREATE FUNCTION planted() RETURNS numeric LANGUAGE sql SECURITY DEFINER"
            + " AS 'SELECT sum(subscriber_revenue_bdt) FROM revenue_details'");
    strings(planted, "GRANT EXECUTE ON FUNCTION planted() TO fxbb_report");

    assertThat(strings(planted, VIEWS_OVER.formatted("'revenue_details'::regclass")))
        .containsExactly("planted");
    assertThat(strings(planted, FUNCTIONS_OF_THE_OWNER)).containsExactly("planted()");
  }

  @Test
  void findingsOfRestrictedRulesShowBandAndDirectionOnly() throws SQLException {
    DataSource database = TestDatabase.create().superuser();
    strings(
        database,
        """
        SET session_replication_role = replica;
        INSERT INTO discrepancy_detections (
          discrepancy_rule_id, isp_id, period, band, declared_value, expected_value, variance_pct, direction, at_stake, detected_at)
        SELECT id, 1, '2026-01-01', 'WARN', 111, 222, -50, 'UNDER', 111, now() FROM discrepancy_rules WHERE code IN ('D02', 'D03')
        """);

    assertThat(
            strings(
                database,
                "SET ROLE fxbb_report; SELECT code || ' ' || band || ' ' || direction || ' ' || concat_ws('/', declared_value,"
                    + " expected_value, variance_pct, at_stake) FROM discrepancy_findings ORDER BY 1"))
        .containsExactly("D02 WARN UNDER ", "D03 WARN UNDER 111/222/-50/111");
  }

  @Test
  void financeReadsRevenue() throws SQLException {
    isps.database().createLogin("revenue_finance", "fxbb_finance");

    assertThat(
            strings(
                isps.database().as("revenue_finance"),
                "SELECT subscriber_revenue_bdt FROM revenue_details ORDER BY 1"))
        .containsExactly("1.00", "2.00");
  }

  private static final String CELLS =
      "SELECT license_category || ' ' || suppressed || ' ' || concat_ws('/', isps, subscriber_revenue_bdt, arpu_bdt)"
          + " FROM revenue_anonymised ORDER BY 1";

  private static final String CLOSE =
      "INSERT INTO month_closings (period, policy_set, data_closed_at, data_closed_by, month_closed_at)"
          + " SELECT '2026-01-01', code, '2026-02-20', 'x', %s FROM policy_sets WHERE is_default";

  private static final String FILE =
      "INSERT INTO submission_files (sender, inbox, isp_id, feed, period, file_name, sha256, bytes, received_at, state, state_at, archive_path)"
          + " VALUES ('x', 'FILING', %d, 'revenue', '2026-01-01', 'x', 'x', 1, %s, '%s', now(), 'x')";

  @Test
  void analystsReadGroupsInWhichNoIspCanBeRecognised() throws SQLException {
    TestDatabase database = TestDatabase.create();
    revenue(database, 1, "NATIONWIDE", 100_000, 100_000, 100_000, 100_000, 0);
    revenue(database, 11, "DIVISIONAL", 100_000, 100_000, 100_000, 100_000, 100_000, 0);
    revenue(database, 21, "DISTRICT", 300_000, 25_000, 25_000, 25_000, 25_000);
    revenue(database, 31, "UPAZILA", 300_001, 25_000, 25_000, 25_000, 25_000);
    strings(database.superuser(), CLOSE.formatted("'2026-02-20'"));

    assertThat(strings(database.as("revenue_analyst"), CELLS))
        .containsExactly(
            "DISTRICT false 5/400000/800",
            "DIVISIONAL false 5/500000/833",
            "NATIONWIDE true ",
            "UPAZILA true ");
    assertThatThrownBy(
            () ->
                strings(
                    database.as("revenue_analyst"),
                    "SELECT subscriber_revenue_bdt FROM revenue_details"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void twoLooksAroundTheArrivalOfAFileTellNothing() throws SQLException {
    TestDatabase database = TestDatabase.create();
    revenue(database, 1, "NATIONWIDE", 100_000, 100_000, 100_000, 100_000, 100_000);
    String shown = "NATIONWIDE false 5/500000/1000";
    String hidden = "NATIONWIDE true ";

    assertThat(strings(database.as("revenue_analyst"), CELLS)).as("open").containsExactly(hidden);
    strings(database.superuser(), CLOSE.formatted("NULL"));
    assertThat(strings(database.as("revenue_analyst"), CELLS))
        .as("figures frozen, month not closed")
        .containsExactly(hidden);
    strings(database.superuser(), "UPDATE month_closings SET month_closed_at = '2026-02-25'");
    assertThat(strings(database.as("revenue_analyst"), CELLS)).as("closed").containsExactly(shown);

    strings(
        database.superuser(),
        FILE.formatted(1, "timestamptz '2026-02-20' - interval '1 microsecond'", "ACCEPTED"));
    strings(database.superuser(), FILE.formatted(1, "'2026-02-20'", "REJECTED"));
    assertThat(strings(database.as("revenue_analyst"), CELLS)).containsExactly(shown);
    strings(database.superuser(), FILE.formatted(1, "'2026-02-20'", "ACCEPTED"));
    assertThat(strings(database.as("revenue_analyst"), CELLS)).containsExactly(hidden);
  }

  private static void revenue(TestDatabase database, int firstId, String category, int... amounts)
      throws SQLException {
    for (int i = 0; i < amounts.length; i++) {
      int id = firstId + i;
      strings(
          database.superuser(),
          """
          INSERT INTO isps (id, code, btrc_license_no, name_en, license_category_id, license_status)
          OVERRIDING SYSTEM VALUE SELECT %d, 'isp-%d', 'L%d', 'x', id, 'ACTIVE' FROM isp_license_categories WHERE code = '%s';
          INSERT INTO revenue_snapshots VALUES (%d, '2026-01-01', %d, 0, 0, 0, 100, 1)
          """
              .formatted(id, id, id, category, id, amounts[i]));
    }
  }

  private static List<String> columnsOf(String table) throws SQLException {
    return strings(
        superuser,
        "SELECT attname FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped"
            .formatted(table));
  }

  private static void assertRefused(String statement) {
    assertThatThrownBy(() -> strings(reporter, statement))
        .as(statement)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(Sql.REFUSED));
  }
}
