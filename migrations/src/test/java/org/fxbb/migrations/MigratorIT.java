package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class MigratorIT {
  private static final String UNCOMMENTED_TABLES =
      """
      SELECT c.oid::regclass::text
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'fxbb_staging', 'batch', 'quartz')
        AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
        AND c.relname <> 'flyway_schema_history'
        AND obj_description(c.oid, 'pg_class') IS NULL
      """;
  private static final String UNCOMMENTED_UNITS =
      """
      SELECT a.attrelid::regclass || '.' || a.attname
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname ~ '(_mbps|_bdt|latency.*_ms|_gb|_pct)$'
        AND col_description(a.attrelid, a.attnum) IS NULL
      """;
  private static final String UNINDEXED_FOREIGN_KEYS =
      """
      SELECT conrelid::regclass || ' ' || conname
      FROM pg_constraint k
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace
        AND NOT EXISTS (
          SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])
      """;

  @Test
  void loadsTheWholeGeography() throws SQLException {
    DataSource etl = TestDatabase.create().etl();

    assertThat(
            strings(
                etl,
                "SELECT level || ' ' || count(*) FROM geo_locations GROUP BY level ORDER BY level"))
        .containsExactly("district 64", "division 8", "thana 70", "upazila 495");
    assertThat(
            strings(
                etl, "SELECT location_code FROM geo_upazilas WHERE bbs_code IS NULL ORDER BY 1"))
        .containsExactly("2022u1", "3054u1", "6036u1", "6090u1");
    assertThat(strings(etl, "SELECT current_code FROM geo_legacy_codes WHERE legacy_code = '65'"))
        .containsExactly("45");
    assertThat(strings(etl, "SELECT count(*) FROM geo_aliases")).containsExactly("294");
  }

  @Test
  void everyTableAndEveryColumnWithAUnitHasAComment() throws SQLException {
    DataSource database = TestDatabase.create().superuser();

    assertThat(strings(database, UNCOMMENTED_TABLES)).isEmpty();
    assertThat(strings(database, UNCOMMENTED_UNITS)).isEmpty();
  }

  @Test
  void aTableWithoutACommentIsFound() throws SQLException {
    DataSource database = TestDatabase.create().superuser();

    strings(database, "CREATE TABLE planted (price_bdt numeric); SELECT 1");

    assertThat(strings(database, UNCOMMENTED_TABLES)).containsExactly("planted");
    assertThat(strings(database, UNCOMMENTED_UNITS)).containsExactly("planted.price_bdt");
  }

  @Test
  void everyForeignKeyHasAnIndex() throws SQLException {
    assertThat(strings(TestDatabase.create().superuser(), UNINDEXED_FOREIGN_KEYS)).isEmpty();
  }

  @Test
  void partitionsFollowDhakaMidnights() throws SQLException {
    TestDatabase database = TestDatabase.create();
    String twoDays =
        "SELECT fxbb_make_partitions('ts_qos_measurements', '2026-01-31', '2026-02-01')";

    assertThat(strings(database.etl(), twoDays)).containsExactly("2");
    assertThat(strings(database.etl(), twoDays)).containsExactly("0");
    assertThat(
            strings(
                database.superuser(),
                """
                SET TimeZone = 'UTC';
                SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE relname = 'ts_qos_measurements_20260131'
                """))
        .containsExactly(
            "FOR VALUES FROM ('2026-01-30 18:00:00+00') TO ('2026-01-31 18:00:00+00')");
  }

  @Test
  void twoLoadsMayMakeTheSamePartitionsAtOnce() throws Exception {
    DataSource etl = TestDatabase.create().etl();
    String year = "SELECT fxbb_make_partitions('ts_qos_measurements', '2026-01-01', '2026-06-30')";
    ExecutorService loads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<String>>> made =
          loads.invokeAll(List.of(() -> strings(etl, year), () -> strings(etl, year)));
      int sum = 0;
      for (Future<List<String>> each : made) {
        sum += Integer.parseInt(each.get().get(0));
      }
      assertThat(sum).isEqualTo(181);
    } finally {
      loads.shutdownNow();
    }
  }

  @Test
  void theEnginesRolesOwnNothingAndAreNoSuperusers() throws SQLException {
    TestDatabase database = TestDatabase.create();

    assertThat(
            strings(
                database.etl(),
                "SELECT current_user || ' ' || rolsuper || ' ' || rolbypassrls FROM pg_roles"
                    + " WHERE rolname = current_user"))
        .containsExactly("fxbb_etl false false");
    assertThat(
            strings(
                database.superuser(),
                "SELECT DISTINCT tableowner FROM pg_tables"
                    + " WHERE schemaname IN ('public', 'batch', 'quartz', 'fxbb_staging')"))
        .containsExactly("fxbb_owner");
  }

  @Test
  void reportsCannotReadRevenue() {
    DataSource report = TestDatabase.create().report();

    for (String sql :
        List.of(
            "SELECT * FROM revenue_details",
            "SELECT * FROM revenue_snapshots",
            "SELECT expected_value FROM discrepancy_detections",
            "SELECT found FROM submission_notices",
            "SELECT raw FROM quarantined_rows")) {
      assertThatThrownBy(() -> strings(report, sql))
          .as(sql)
          .hasMessageContaining("permission denied");
    }
  }

  private static List<String> strings(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      List<String> values = new ArrayList<>();
      try (ResultSet result = statement.getResultSet()) {
        while (result.next()) {
          values.add(String.valueOf(result.getString(1)));
        }
      }
      return values;
    }
  }
}
