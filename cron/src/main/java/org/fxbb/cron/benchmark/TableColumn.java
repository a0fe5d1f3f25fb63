package org.fxbb.cron.benchmark;

import java.util.List;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A column as the database describes it.
 *
 * @param name its name
 * @param type as {@code CAST} takes it
 * @param nullable whether it may be null; an empty cell is then null, else an empty text
 */
record TableColumn(String name, String type, boolean nullable) {

  /** Columns of a table, in their order. */
  static List<TableColumn> listOf(DataSource database, String table) {
    return new JdbcTemplate(database)
        .query(
            Resources.sql(TableColumn.class, "columns"),
            (row, i) -> new TableColumn(row.getString(1), row.getString(2), row.getBoolean(3)),
            table);
  }

  /** Their names. */
  static List<String> names(List<TableColumn> columns) {
    return columns.stream().map(TableColumn::name).toList();
  }
}
