package org.fxbb.writers.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fxbb.writers.profile.WorkProfile;

/**
 * Fills one table by binary COPY.
 *
 * <p>Rows collect in a buffer that goes to the server each time it passes {@link #FLUSH_BYTES}, so
 * several tables of one connection can be filled side by side in bounded memory.
 *
 * <p><b>Lifecycle</b>: {@link #row} and its values, again; {@link #flush} before the rows are used.
 * Everything happens in the transaction of the connection. Not thread-safe.
 *
 * <p><b>Errors</b>: {@link IllegalStateException} when the server refuses the rows.
 */
public final class CopyTable {
  private static final int FLUSH_BYTES = 1 << 20;
  private static final int FIRST_BUFFER = 8 << 10;

  private final Connection connection;
  private final String table;
  private final CopyRows collected;
  private final WorkProfile profile;
  private long sent;

  /** Prepares to fill these columns of a table or temporary table. */
  public CopyTable(Connection connection, String table, List<String> columns, WorkProfile profile) {
    this.connection = connection;
    this.table = table;
    this.profile = profile;
    this.collected = new CopyRows(columns, FIRST_BUFFER);
  }

  /** Begins the next row. */
  public CopyRows row() {
    if (collected.bytes() >= FLUSH_BYTES) {
      flush();
    }
    return collected.row();
  }

  /** Rows begun so far. */
  public long rows() {
    return sent + collected.rows();
  }

  /** Sends what has collected. */
  public void flush() {
    if (collected.rows() == 0) {
      return;
    }
    try {
      collected.send(connection, table, profile);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot fill " + table + ": " + e.getMessage(), e);
    }
    sent += collected.rows();
    collected.clear();
  }
}
