package org.fxbb.cron.doctor;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.JdbcTemplate;

/** How large the tables are, each with its partitions, indexes and long values. */
final class TableSizes implements Check {
  private static final int SHOWN = 15;

  private final JdbcTemplate jdbc;

  TableSizes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One table with everything that belongs to it.
   *
   * @param name of the table, with its schema unless that is public
   * @param partitions how many, 0 when it is not partitioned
   * @param rowsEstimated as of the last ANALYZE
   * @param heapBytes rows on disk
   * @param indexBytes indexes on disk
   * @param toastBytes long values on disk
   */
  record Size(
      String name,
      long partitions,
      long rowsEstimated,
      long heapBytes,
      long indexBytes,
      long toastBytes) {

    /** All of it on disk. */
    long bytes() {
      return heapBytes + indexBytes + toastBytes;
    }
  }

  @Override
  public Section examine() {
    List<Size> sizes =
        jdbc.query(
            Resources.sql(TableSizes.class, "sizes"),
            (row, i) ->
                new Size(
                    row.getString("table_name"),
                    row.getLong("partitions"),
                    row.getLong("rows_estimated"),
                    row.getLong("heap_bytes"),
                    row.getLong("index_bytes"),
                    row.getLong("toast_bytes")));
    List<String> notes = new ArrayList<>(Words.more(sizes.size(), SHOWN));
    long bytes = sizes.stream().mapToLong(Size::bytes).sum();
    notes.add("%d tables, %s.".formatted(sizes.size(), Words.bytes(bytes)));
    return new Section(
        "tables",
        "Biggest tables",
        sizes,
        new Listing(
            List.of("table", "partitions", "rows (est.)", "heap MB", "index MB", "toast MB"),
            Words.rows(
                sizes,
                SHOWN,
                size ->
                    List.of(
                        size.name(),
                        Long.toString(size.partitions()),
                        "%,d".formatted(size.rowsEstimated()),
                        Words.megabytes(size.heapBytes()),
                        Words.megabytes(size.indexBytes()),
                        Words.megabytes(size.toastBytes())))),
        notes,
        List.of());
  }
}
