package org.fxbb.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that add, change and remove one row of any table, whatever its columns are, once its
 * constraints are out of the way.
 *
 * @param insert adds a row that has nothing but its key
 * @param update changes one column of it
 * @param delete removes it
 * @param changed the column that update changes
 */
record PlantedRows(String insert, String update, String delete, String changed) {

  /** Takes foreign keys, checks and NOT NULL from every table of a test's database. */
  static final String FREE_OF_CONSTRAINTS =
      """
      DO $$
      DECLARE
        it record;
      BEGIN
        FOR it IN
          SELECT conrelid::regclass AS name, conname
          FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'c') AND conrelid <> 0 AND conislocal
            AND conrelid IN (SELECT tgrelid FROM pg_trigger WHERE tgfoid = 'fxbb_audit_change'::regproc)
        LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', it.name, it.conname);
        END LOOP;
        FOR it IN
          SELECT a.attrelid::regclass AS name, a.attname
          FROM pg_attribute a
          JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
          WHERE a.attnotnull AND a.attnum > 0 AND NOT a.attnum = ANY (i.indkey) AND a.attidentity = ''
            AND a.attrelid IN (SELECT tgrelid FROM pg_trigger WHERE tgfoid = 'fxbb_audit_change'::regproc)
        LOOP
          EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL, ALTER COLUMN %I DROP DEFAULT', it.name, it.attname, it.attname);
        END LOOP;
      END $$
      """;

  private static final String COLUMNS =
      """
      SELECT a.attname || ' ' || format_type(a.atttypid, NULL)
      FROM pg_attribute a
      JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
      WHERE a.attrelid = '%s'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND (a.attnum = ANY (i.indkey)) = %s
        AND (i.indkey::int[] @> ARRAY[a.attnum::int] OR a.attname NOT IN ('isp_id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'last_seen_at', 'seen_at', 'last_used_at', 'last_login_at'))
      ORDER BY a.attnum
      """;

  static PlantedRows of(Connection connection, String table) throws SQLException {
    List<Column> key = columns(connection, table, true);
    Column changed =
        columns(connection, table, false).stream()
            .findFirst()
            .orElse(new Column("planted", "text"));
    if (changed.name.equals("planted")) {
      Sql.run(connection, "ALTER TABLE " + table + " ADD COLUMN planted text");
    }
    Sql.run(connection, "ALTER TABLE " + table + " ALTER COLUMN " + changed.name + " DROP DEFAULT");
    String row =
        key.stream()
            .map(column -> column.name + " = " + column.value())
            .collect(Collectors.joining(" AND "));
    return new PlantedRows(
        "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)"
            .formatted(
                table,
                key.stream().map(Column::name).collect(Collectors.joining(", ")),
                key.stream().map(Column::value).collect(Collectors.joining(", "))),
        "UPDATE %s SET %s = %s WHERE %s".formatted(table, changed.name, changed.value(), row),
        "DELETE FROM %s WHERE %s".formatted(table, row),
        changed.name);
  }

  private static List<Column> columns(Connection connection, String table, boolean key)
      throws SQLException {
    return Sql.strings(connection, COLUMNS.formatted(table, key)).stream()
        .map(line -> line.split(" ", 2))
        .map(parts -> new Column(parts[0], parts[1]))
        .toList();
  }

  private record Column(String name, String type) {
    String value() {
      String text =
          switch (type) {
            case "uuid" -> "00000000-0000-0000-0000-000000009001";
            case "date" -> "2031-01-01";
            case "timestamp with time zone" -> "2031-01-01 00:00+06";
            case "boolean" -> "true";
            case "text", "character varying" -> "planted";
            case "text[]" -> "{planted}";
            case "jsonb" -> "{}";
            default -> "9001";
          };
      return "'" + text + "'";
    }
  }
}
