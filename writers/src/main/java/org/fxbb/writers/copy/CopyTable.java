package org.fxbb.writers.copy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills one table by binary COPY, value by value in the order of the columns it was made with.
 *
 * <p>Rows collect in a buffer that goes to the server each time it passes {@link #FLUSH_BYTES}, so
 * several tables of one connection can be filled side by side in bounded memory.
 *
 * <p><b>Lifecycle</b>: {@link #row}, one call per column, again; {@link #flush} before the rows are
 * used. Everything happens in the transaction of the connection. Not thread-safe.
 *
 * <p><b>Errors</b>: {@link IllegalStateException} when the server refuses the rows.
 *
 * <p><b>Source</b>: PostgreSQL, COPY, binary format; field notes: 2.1 of {@code \copy}.
 */
public final class CopyTable {
  private static final int FLUSH_BYTES = 1 << 20;
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private final Connection connection;
  private final String sql;
  private final int columns;
  private final BinaryBuffer buffer = new BinaryBuffer(FLUSH_BYTES + (FLUSH_BYTES >> 2));
  private long rows;

  /** Prepares to fill these columns of a table or temporary table. */
  public CopyTable(Connection connection, String table, List<String> columns) {
    this.connection = connection;
    this.columns = columns.size();
    this.sql =
        "COPY "
            + table
            + " (\""
            + String.join("\", \"", columns)
            + "\") FROM STDIN WITH (FORMAT binary)";
    buffer.bytes(HEADER);
  }

  /** Begins the next row. */
  public CopyTable row() {
    if (buffer.size() >= FLUSH_BYTES) {
      flush();
    }
    buffer.int2(columns);
    rows++;
    return this;
  }

  /** Rows begun so far. */
  public long rows() {
    return rows;
  }

  /** A null. */
  public CopyTable none() {
    buffer.int4(-1);
    return this;
  }

  /** A bigint. */
  public CopyTable int8(long value) {
    buffer.int4(8);
    buffer.int8(value);
    return this;
  }

  /** A bigint or null. */
  public CopyTable int8(@Nullable Long value) {
    return value == null ? none() : int8(value.longValue());
  }

  /** An integer. */
  public CopyTable int4(int value) {
    buffer.int4(4);
    buffer.int4(value);
    return this;
  }

  /** An integer or null. */
  public CopyTable int4(@Nullable Integer value) {
    return value == null ? none() : int4(value.intValue());
  }

  /** A smallint. */
  public CopyTable int2(int value) {
    buffer.int4(2);
    buffer.int2(value);
    return this;
  }

  /** A real; NaN stands for null. */
  public CopyTable real(double value) {
    if (Double.isNaN(value)) {
      return none();
    }
    buffer.int4(4);
    buffer.int4(Float.floatToIntBits((float) value));
    return this;
  }

  /** A real[] or null, without null elements. */
  public CopyTable reals(float @Nullable [] values) {
    if (values == null) {
      return none();
    }
    buffer.reals(values);
    return this;
  }

  /** A boolean or null. */
  public CopyTable bool(@Nullable Boolean value) {
    if (value == null) {
      return none();
    }
    buffer.int4(1);
    buffer.int1(value ? 1 : 0);
    return this;
  }

  /** A text or null; NUL, which PostgreSQL does not store, becomes U+FFFD. */
  public CopyTable text(@Nullable String value) {
    if (value == null) {
      return none();
    }
    buffer.text(value);
    return this;
  }

  /** A jsonb document or null. */
  public CopyTable jsonb(@Nullable String value) {
    if (value == null) {
      return none();
    }
    buffer.jsonb(value);
    return this;
  }

  /** A timestamptz or null, cut to microseconds. */
  public CopyTable time(@Nullable Instant value) {
    if (value == null) {
      return none();
    }
    buffer.int4(8);
    buffer.int8(BinaryBuffer.micros(value));
    return this;
  }

  /** A date or null. */
  public CopyTable date(@Nullable LocalDate value) {
    if (value == null) {
      return none();
    }
    buffer.int4(4);
    buffer.int4((int) (value.toEpochDay() - BinaryBuffer.EPOCH_DAY));
    return this;
  }

  /** A uuid or null. */
  public CopyTable uuid(@Nullable UUID value) {
    if (value == null) {
      return none();
    }
    buffer.int4(16);
    buffer.int8(value.getMostSignificantBits());
    buffer.int8(value.getLeastSignificantBits());
    return this;
  }

  /** A numeric or null. */
  public CopyTable numeric(@Nullable BigDecimal value) {
    if (value == null) {
      return none();
    }
    NumericText.write(buffer, value);
    return this;
  }

  /** A numeric rounded half up to two decimals; NaN stands for null. */
  public CopyTable hundredths(double value) {
    if (Double.isNaN(value)) {
      return none();
    }
    NumericText.write(buffer, BigDecimal.valueOf(Math.round(value * 100), 2));
    return this;
  }

  /** Sends what has collected. */
  public void flush() {
    if (buffer.size() <= HEADER.length) {
      return;
    }
    buffer.int2(-1);
    try {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
      try {
        copy.writeToCopy(buffer.array(), 0, buffer.size());
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot fill a table (" + sql + "): " + e.getMessage(), e);
    }
    buffer.clear();
    buffer.bytes(HEADER);
  }
}
