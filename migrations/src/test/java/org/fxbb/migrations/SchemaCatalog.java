package org.fxbb.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the catalogs of a migrated database say, as far as the schema document tells it.
 *
 * @param tables tables and views by name
 * @param columns of each table or view, in order
 * @param rules constraints and indexes of each table, keys first
 * @param functions of schema public
 * @param others tables of the other schemas
 */
record SchemaCatalog(
    Map<String, Row> tables,
    Map<String, List<Row>> columns,
    Map<String, List<Row>> rules,
    List<Row> functions,
    List<Row> others) {

  /**
   * A row of a catalog query.
   *
   * @param values by column; empty text where the database has null
   */
  record Row(Map<String, String> values) {
    String get(String column) {
      String value = values.get(column);
      if (value == null) {
        throw new IllegalArgumentException("No column " + column + " in " + values.keySet());
      }
      return value;
    }

    boolean is(String column) {
      return get(column).equals("t");
    }
  }

  static SchemaCatalog read(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Map<String, Row> tables = new LinkedHashMap<>();
      rows(statement, "schema-tables.sql").forEach(row -> tables.put(row.get("name"), row));
      return new SchemaCatalog(
          tables,
          byTable(rows(statement, "schema-columns.sql")),
          byTable(rows(statement, "schema-rules.sql")),
          rows(statement, "schema-functions.sql"),
          rows(statement, "schema-others.sql"));
    }
  }

  private static Map<String, List<Row>> byTable(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.get("table_name")));
  }

  private static List<Row> rows(Statement statement, String resource) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(Resource.text(resource))) {
      while (result.next()) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          String value = result.getString(column);
          values.put(result.getMetaData().getColumnLabel(column), value == null ? "" : value);
        }
        rows.add(new Row(values));
      }
    }
    return rows;
  }
}
