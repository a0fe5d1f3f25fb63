package org.fxbb.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain statements for tests of the schema. */
final class Sql {
  /** SQLSTATE insufficient_privilege. */
  static final String REFUSED = "42501";

  private Sql() {}

  /** The first column of the last result of these statements; empty where none has rows. */
  static List<String> strings(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return strings(connection, sql);
    }
  }

  /** The same on an open connection. */
  static List<String> strings(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean isResult = statement.execute(sql);
      List<String> values = new ArrayList<>();
      while (isResult || statement.getUpdateCount() >= 0) {
        if (isResult) {
          values.clear();
          try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
              values.add(String.valueOf(result.getString(1)));
            }
          }
        }
        isResult = statement.getMoreResults();
      }
      return values;
    }
  }

  /** Runs statements on a connection of their own. */
  static void run(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection()) {
      run(connection, statements);
    }
  }

  /** Runs statements. */
  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Adds an ISP. */
  static String isp(String code) {
    return """
        INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status)
        SELECT '%1$s', 'L-%1$s', 'Net %1$s', id, 'ACTIVE' FROM isp_license_categories WHERE code = 'NATIONWIDE'
        """
        .formatted(code);
  }
}
