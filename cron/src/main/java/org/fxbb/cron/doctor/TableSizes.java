package org.fxbb.cron.doctor;

import java.util.List;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.JdbcTemplate;

/** How large the business tables are. */
public final class TableSizes {
  private final JdbcTemplate jdbc;

  /** Sizes in the database of this pool. */
  public TableSizes(DataSource dataSource) {
    jdbc = new JdbcTemplate(dataSource);
  }

  /**
   * One table with everything that belongs to it.
   *
   * @param name of the table
   * @param partitions how many, 0 when it is not partitioned
   * @param rowsEstimated as of the last ANALYZE
   * @param bytes on disk, indexes included
   */
  public record Size(String name, long partitions, long rowsEstimated, long bytes) {}

  /** All tables, largest first. */
  public List<Size> list() {
    return jdbc.query(
        Resources.sql(TableSizes.class, "sizes"),
        (row, i) -> new Size(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  /** The server's {@code max_locks_per_transaction}; daily partitions need 256. */
  public int maxLocksPerTransaction() {
    Integer value =
        jdbc.queryForObject(
            "SELECT current_setting('max_locks_per_transaction')::int", Integer.class);
    return value == null ? 0 : value;
  }
}
