package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AuditIT {
  private static final String LOG =
      "SELECT concat_ws(' ', action, table_name, row_key, actor, before ->> 'name_en', after ->> 'name_en', changed_columns) FROM audit_logs ORDER BY seq";
  private static final String SEALS =
      "SELECT seal_no || ' ' || from_seq || '-' || to_seq || ' ' || rows FROM audit_seals ORDER BY seal_no";
  private static final String SEAL = "SELECT fxbb_seal_audit()";

  private TestDatabase database = TestDatabase.create();

  @BeforeEach
  void freshDatabase() {
    database = TestDatabase.create();
  }

  @Test
  void aChangeIsLoggedWithActorKeyAndBothImages() throws SQLException {
    try (Connection etl = database.etl().getConnection()) {
      run(etl, "SET fxbb.actor = 'fxbb run intake'");
      run(etl, isp("isp-0001"));
      run(etl, "UPDATE isps SET name_en = 'Other' WHERE code = 'isp-0001'");
      run(etl, "DELETE FROM isps");
    }

    assertThat(strings(database.etl(), LOG))
        .containsExactly(
            "INSERT isps isp-0001 fxbb run intake Net isp-0001",
            "UPDATE isps isp-0001 fxbb run intake Net isp-0001 Other {name_en}",
            "DELETE isps isp-0001 fxbb run intake Other");
    assertThat(
            strings(database.etl(), "SELECT DISTINCT login || ' ' || session_role FROM audit_logs"))
        .containsExactly("fxbb fxbb_etl");
  }

  @Test
  void sealingCoversEveryRowOnce() throws SQLException {
    run(database.etl(), isp("isp-0001"));
    run(database.etl(), isp("isp-0002"));

    assertThat(strings(database.etl(), SEAL)).containsExactly("1");
    assertThat(strings(database.etl(), SEAL)).containsExactly("0");
    run(database.etl(), isp("isp-0003"));
    assertThat(strings(database.etl(), SEAL)).containsExactly("1");
    assertThat(strings(database.etl(), SEALS)).containsExactly("1 1-2 2", "2 3-3 1");
  }

  private static String isp(String code) {
    return """
        INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status)
        SELECT '%1$s', 'L-%1$s', 'Net %1$s', id, 'ACTIVE' FROM isp_license_categories WHERE code = 'NATIONWIDE'
        """
        .formatted(code);
  }

  private static void run(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      run(connection, sql);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> strings(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }
}
