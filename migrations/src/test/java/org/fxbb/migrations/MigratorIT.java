package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fxbb.migrations.Sql.strings;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class MigratorIT {
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
}
