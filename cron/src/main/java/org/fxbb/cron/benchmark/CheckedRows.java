package org.fxbb.cron.benchmark;

import java.util.List;

/**
 * Rows that must be the same, whoever wrote them.
 *
 * @param table as messages name it
 * @param columns what is compared: expressions over {@code from}, under the names of {@code key}
 *     where they are part of it
 * @param from table and joins
 * @param key names of columns that make a row unique and give the order
 * @param first only so many rows in the order of the key; 0 = all
 */
record CheckedRows(String table, List<String> columns, String from, List<String> key, long first) {

  /** Only the first rows in the order of the key. */
  CheckedRows first(long rows) {
    return new CheckedRows(table, columns, from, key, rows);
  }

  /** Rows and two sums of row hashes under different seeds: no order is needed for all rows. */
  String digestQuery() {
    return "SELECT count(*), sum(hashtextextended(r::text, 1))::text, sum(hashtextextended(r::text, 2))::text FROM (%s) r"
        .formatted(first == 0 ? select() : ordered());
  }

  /** The key and the row as text, in the order of the key. */
  String listQuery() {
    return "SELECT ROW(%s)::text, r::text FROM (%s) r".formatted(keyList(), ordered());
  }

  private String select() {
    return "SELECT %s FROM %s".formatted(String.join(", ", columns), from);
  }

  private String ordered() {
    return "SELECT * FROM (%s) q ORDER BY %s%s"
        .formatted(select(), keyList(), first == 0 ? "" : " LIMIT " + first);
  }

  private String keyList() {
    return String.join(", ", key);
  }
}
