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
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
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
}
