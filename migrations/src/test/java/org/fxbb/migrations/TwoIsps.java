package org.fxbb.migrations;

import static org.fxbb.migrations.Sql.strings;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A database in which every table that has an isp_id holds one row of ISP 1 and one of ISP 2.
 *
 * <p>Rows are made up from the types of the columns alone, so that a table that is new needs no
 * words here: on this clone CHECK constraints are dropped and foreign keys not asked.
 */
final class TwoIsps {
  private static final String DAY = "2026-01-01";
  private static final String TABLES =
      """
      SELECT DISTINCT c.relname
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND (a.attname = 'isp_id' OR c.relname = 'isps')
      ORDER BY 1
      """;
  private static final String NEEDED_COLUMNS =
      """
      SELECT a.attname || ' ' || format_type(a.atttypid, NULL)
      FROM pg_attribute a
      WHERE a.attrelid = '%s'::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND (a.attname = 'isp_id' OR a.attrelid = 'isps'::regclass AND a.attname = 'id'
          OR a.attnotnull AND NOT a.atthasdef AND a.attidentity = '')
      """;
  private static final String DROP_CHECKS =
      """
      DO $$
      DECLARE k record;
      BEGIN
        FOR k IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
          WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND coninhcount = 0 LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', k.t, k.conname);
        END LOOP;
        PERFORM fxbb_make_partitions(parent_table, date '2026-01-01', date '2026-01-01') FROM partition_policies;
      END $$
      """;

  private final TestDatabase database;
  private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

  private TwoIsps(TestDatabase database) {
    this.database = database;
  }

  static TwoIsps create() throws SQLException {
    TwoIsps isps = new TwoIsps(TestDatabase.create());
    DataSource superuser = isps.database.superuser();
    strings(superuser, DROP_CHECKS);
    for (String table : strings(superuser, TABLES)) {
      isps.columns.put(table, columns(superuser, table));
    }
    for (String table : isps.tables()) {
      for (int isp : List.of(1, 2)) {
        strings(superuser, "SET session_replication_role = replica; " + isps.insert(table, isp));
      }
    }
    return isps;
  }

  TestDatabase database() {
    return database;
  }

  /** Every table that holds rows of ISPs. */
  List<String> tables() {
    return List.copyOf(columns.keySet());
  }

  /** The column that says whose row it is. */
  static String owner(String table) {
    return table.equals("isps") ? "id" : "isp_id";
  }

  /** A statement that adds a row of an ISP. */
  String insert(String table, int isp) {
    Map<String, String> cells = columns.getOrDefault(table, Map.of());
    return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)"
        .formatted(
            table,
            String.join(", ", cells.keySet()),
            cells.values().stream()
                .map(type -> value(type, isp))
                .collect(Collectors.joining(", ")));
  }

  private static Map<String, String> columns(DataSource superuser, String table)
      throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String column : strings(superuser, NEEDED_COLUMNS.formatted(table))) {
      String[] nameAndType = column.split(" ", 2);
      columns.put(nameAndType[0], nameAndType[1]);
    }
    return columns;
  }

  private static String value(String type, int isp) {
    if (type.endsWith("[]")) {
      return "'{}'";
    }
    return switch (type) {
      case "bigint", "integer", "smallint", "numeric", "real", "double precision" -> "" + isp;
      case "text", "character varying" -> "'x" + isp + "'";
      case "date" -> "'" + DAY + "'";
      case "timestamp with time zone" -> "'" + DAY + " 06:00:0" + isp + "+06'";
      case "uuid" -> "'00000000-0000-4000-8000-00000000000" + isp + "'";
      case "boolean" -> "false";
      case "jsonb" -> "'{}'";
      case "bytea" -> "'\\x00'";
      default -> throw new IllegalStateException("No value for the type " + type + ".");
    };
  }
}
