package org.fxbb.writers.copy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of COPY, encoded once, value by value, and sent wherever they belong:
 * rows that a table proper refuses can be sent to a staging table with the same columns.
 *
 * <p><b>Lifecycle</b>: {@link #row}, one call per column, again; {@link #send} any number of times;
 * {@link #clear}. Memory grows with the rows. Not thread-safe.
 *
 * <p><b>Source</b>: PostgreSQL, COPY, binary format; field notes: 2.1 of {@code \\copy}.
 */
public final class CopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};
  private static final int LENGTH_OF_INT8 = 8;

  private final List<String> columns;
  private final BinaryBuffer buffer;
  private final RowOrder order = new RowOrder();
  private long rows;

  /** No rows yet, of these columns in this order. */
  public CopyRows(List<String> columns, int capacity) {
    this.columns = columns;
    this.buffer = new BinaryBuffer(capacity);
  }

  /** Begins the next row. */
  public CopyRows row() {
    buffer.int2(columns.size());
    rows++;
    return this;
  }

  /**
   * Begins the next row, where every row has such a number: they are sent in the order of the
   * numbers, those with the same number as they came.
   *
   * @param number such as the first column of the table's key, at least 0 and less than 2^37
   */
  public CopyRows row(long number) {
    order.add(number, buffer.size());
    return row();
  }

  /** Rows begun since the last {@link #clear}. */
  public long rows() {
    return rows;
  }

  /** Bytes of these rows. */
  public int bytes() {
    return buffer.size();
  }

  /** A bigint that is not known yet; {@link #fill} puts it in. Returns its place. */
  public int later() {
    buffer.int4(LENGTH_OF_INT8);
    int place = buffer.size();
    buffer.int8(0);
    return place;
  }

  /** Puts in what {@link #later} left out. */
  public void fill(int place, long value) {
    buffer.putInt8(place, value);
  }

  /** A null. */
  public CopyRows none() {
    buffer.int4(-1);
    return this;
  }

  /** A bigint. */
  public CopyRows int8(long value) {
    buffer.int4(8);
    buffer.int8(value);
    return this;
  }

  /** A bigint or null. */
  public CopyRows int8(@Nullable Long value) {
    return value == null ? none() : int8(value.longValue());
  }

  /** An integer. */
  public CopyRows int4(int value) {
    buffer.int4(4);
    buffer.int4(value);
    return this;
  }

  /** An integer or null. */
  public CopyRows int4(@Nullable Integer value) {
    return value == null ? none() : int4(value.intValue());
  }

  /** A smallint. */
  public CopyRows int2(int value) {
    buffer.int4(2);
    buffer.int2(value);
    return this;
  }

  /** A real; NaN stands for null. */
  public CopyRows real(double value) {
    if (Double.isNaN(value)) {
      return none();
    }
    buffer.int4(4);
    buffer.int4(Float.floatToIntBits((float) value));
    return this;
  }

  /** A real[] or null, without null elements. */
  public CopyRows reals(float @Nullable [] values) {
    if (values == null) {
      return none();
    }
    buffer.reals(values);
    return this;
  }

  /** A boolean or null. */
  public CopyRows bool(@Nullable Boolean value) {
    if (value == null) {
      return none();
    }
    buffer.int4(1);
    buffer.int1(value ? 1 : 0);
    return this;
  }

  /** A text or null; NUL, which PostgreSQL does not store, becomes U+FFFD. */
  public CopyRows text(@Nullable String value) {
    if (value == null) {
      return none();
    }
    buffer.text(value);
    return this;
  }

  /** A jsonb document or null. */
  public CopyRows jsonb(@Nullable String value) {
    if (value == null) {
      return none();
    }
    buffer.jsonb(value);
    return this;
  }

  /** A timestamptz or null, cut to microseconds. */
  public CopyRows time(@Nullable Instant value) {
    if (value == null) {
      return none();
    }
    buffer.int4(8);
    buffer.int8(BinaryBuffer.micros(value));
    return this;
  }

  /** A date or null. */
  public CopyRows date(@Nullable LocalDate value) {
    if (value == null) {
      return none();
    }
    buffer.int4(4);
    buffer.int4((int) (value.toEpochDay() - BinaryBuffer.EPOCH_DAY));
    return this;
  }

  /** A uuid or null. */
  public CopyRows uuid(@Nullable UUID value) {
    if (value == null) {
      return none();
    }
    buffer.int4(16);
    buffer.int8(value.getMostSignificantBits());
    buffer.int8(value.getLeastSignificantBits());
    return this;
  }

  /** A numeric or null. */
  public CopyRows numeric(@Nullable BigDecimal value) {
    if (value == null) {
      return none();
    }
    NumericText.write(buffer, value);
    return this;
  }

  /** A numeric rounded half up to two decimals; NaN stands for null. */
  public CopyRows hundredths(double value) {
    if (Double.isNaN(value)) {
      return none();
    }
    NumericText.write(buffer, BigDecimal.valueOf(Math.round(value * 100), 2));
    return this;
  }

  /** Forgets the rows and keeps the memory. */
  public void clear() {
    buffer.clear();
    order.clear();
    rows = 0;
  }

  /**
   * Sends the rows in the transaction of a connection.
   *
   * @param table name of the table, as SQL writes it
   * @param profile where the time, the rows and their bytes are noted
   * @throws SQLException when the server refuses them; the transaction must then go back
   */
  public void send(Connection connection, String table, WorkProfile profile) throws SQLException {
    profile.begin(WorkProfile.COPY);
    try {
      send(connection, table);
    } finally {
      profile.end();
      profile.add(WorkProfile.COPY, rows, bytes());
    }
  }

  private void send(Connection connection, String table) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY %s (\"%s\") FROM STDIN WITH (FORMAT binary)"
                    .formatted(table, String.join("\", \"", columns)));
    try {
      copy.writeToCopy(HEADER, 0, HEADER.length);
      order.send(copy, buffer.array(), buffer.size());
      copy.writeToCopy(TRAILER, 0, TRAILER.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
