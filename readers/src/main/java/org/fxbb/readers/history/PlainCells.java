package org.fxbb.readers.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.json.IsoInstant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of a record straight from its bytes where all of them are written plainly: ASCII,
 * only texts quoted, no spaces around, numbers of at most fifteen digits, times in ISO form. For
 * any other record {@link #read} says no, and nothing is known of it.
 *
 * <p>What is read here is what {@link org.fxbb.readers.csv} reads from the same record; a test
 * holds them against each other. Not thread-safe.
 */
final class PlainCells implements Cells {
  private static final byte QUOTE = '"';
  private static final int LONGEST_QUOTED = 4_096;
  private static final int MOST_DIGITS = 15;
  private static final int MOST_WHOLE_DIGITS = 18;
  private static final int LONGEST_TIME = 40;
  private static final int LENGTH_OF_UUID = 36;
  private static final int MOST_KNOWN_UUIDS = 100_000;
  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final List<Column> columns;
  private final int[] columnOfCell;
  private final byte separator;
  private final double[] least;
  private final double[] most;
  private final TextCache texts = new TextCache();
  private final Map<String, UUID> uuids = new HashMap<>();
  private final char[] timeText = new char[LONGEST_TIME];
  private final byte[] unquoted = new byte[LONGEST_QUOTED];

  private final @Nullable String[] text;
  private final long[] whole;
  private final double[] real;
  private final boolean[] filled;
  private final @Nullable UUID[] uuid;
  private Instant time = Instant.EPOCH;
  private byte[] bytesOfTime = {};

  /**
   * Reads records of a feed.
   *
   * @param columnOfCell per cell of the header the position of its column, or -1
   */
  PlainCells(Feed feed, int[] columnOfCell, byte separator) {
    this.columns = feed.columns();
    this.columnOfCell = columnOfCell;
    this.separator = separator;
    int n = columns.size();
    this.least = new double[n];
    this.most = new double[n];
    for (int i = 0; i < n; i++) {
      Column column = columns.get(i);
      least[i] = column.min() == null ? Double.NEGATIVE_INFINITY : column.min().doubleValue();
      most[i] = column.max() == null ? Double.POSITIVE_INFINITY : column.max().doubleValue();
    }
    this.text = new @Nullable String[n];
    this.whole = new long[n];
    this.real = new double[n];
    this.filled = new boolean[n];
    this.uuid = new @Nullable UUID[n];
  }

  /** Reads the record between two places, without its line end; false where it is not plain. */
  boolean read(byte[] bytes, int from, int to) {
    Arrays.fill(filled, false);
    int at = from;
    for (int cell = 0; cell < columnOfCell.length; cell++) {
      int end = cellEnd(bytes, at, to);
      boolean isLast = cell == columnOfCell.length - 1;
      if ((end == to) != isLast || !readCell(columnOfCell[cell], bytes, at, end)) {
        return false;
      }
      at = end + 1;
    }
    for (int i = 0; i < filled.length; i++) {
      if (!filled[i] && columns.get(i).required()) {
        return false;
      }
    }
    return true;
  }

  /** The place of the separator behind a cell, or the end of the record. */
  private int cellEnd(byte[] bytes, int from, int to) {
    boolean isQuoted = from < to && bytes[from] == QUOTE;
    for (int at = isQuoted ? from + 1 : from; at < to; at++) {
      if (isQuoted) {
        isQuoted = bytes[at] != QUOTE;
      } else if (bytes[at] == QUOTE) {
        isQuoted = true;
      } else if (bytes[at] == separator) {
        return at;
      }
    }
    return to;
  }

  private boolean readCell(int column, byte[] bytes, int from, int to) {
    if (column < 0) {
      return isPlainText(bytes, from, to);
    }
    if (from == to) {
      return true;
    }
    filled[column] = true;
    return switch (columns.get(column).type()) {
      case INSTANT -> readTime(bytes, from, to);
      case INTEGER -> readWhole(column, bytes, from, to);
      case DECIMAL -> readReal(column, bytes, from, to);
      case TEXT -> readText(column, bytes, from, to);
      case ENUM ->
          readText(column, bytes, from, to) && columns.get(column).values().contains(text[column]);
      case BOOLEAN ->
          readText(column, bytes, from, to)
              && ("true".equals(text[column]) || "false".equals(text[column]));
      case UUID -> readUuid(column, bytes, from, to);
      case DATE, RATIO, PERIOD, LOCATION -> false;
    };
  }

  private boolean readTime(byte[] bytes, int from, int to) {
    int length = to - from;
    if (Arrays.equals(bytes, from, to, bytesOfTime, 0, bytesOfTime.length)) {
      return true;
    }
    if (length > LONGEST_TIME) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      timeText[i] = (char) bytes[from + i];
    }
    Instant read = IsoInstant.parse(timeText, 0, length);
    if (read == null || timeText[10] == 't' || timeText[length - 1] == 'z') {
      return false;
    }
    time = read;
    bytesOfTime = Arrays.copyOfRange(bytes, from, to);
    return true;
  }

  private boolean readWhole(int column, byte[] bytes, int from, int to) {
    if (to - from > MOST_WHOLE_DIGITS) {
      return false;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    whole[column] = value;
    return value >= least[column] && value <= most[column];
  }

  private boolean readReal(int column, byte[] bytes, int from, int to) {
    if (to - from > MOST_DIGITS) {
      return false;
    }
    long digits = 0;
    int point = -1;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (bytes[i] == '.' && point < 0 && i > from && i < to - 1) {
        point = i;
      } else if (digit < 0 || digit > 9) {
        return false;
      } else {
        digits = digits * 10 + digit;
      }
    }
    double value = point < 0 ? digits : digits / TENS[to - point - 1];
    real[column] = value;
    return value >= least[column] && value <= most[column];
  }

  private boolean readText(int column, byte[] bytes, int from, int to) {
    if (bytes[from] == QUOTE) {
      return readQuoted(column, bytes, from, to);
    }
    if (to - from > columns.get(column).maxLength() || !isPlainText(bytes, from, to)) {
      return false;
    }
    text[column] = texts.of(bytes, from, to);
    return true;
  }

  /** A text in quotation marks, those within it doubled, without a space at either end. */
  private boolean readQuoted(int column, byte[] bytes, int from, int to) {
    int end = to - 1;
    if (to - from > unquoted.length || end - from < 2 || bytes[end] != QUOTE) {
      return false;
    }
    int length = 0;
    for (int at = from + 1; at < end; at++) {
      byte b = bytes[at];
      if (b < ' ' || b == 0x7f || (b == QUOTE && (++at == end || bytes[at] != QUOTE))) {
        return false;
      }
      unquoted[length++] = b;
    }
    if (length > columns.get(column).maxLength()
        || unquoted[0] == ' '
        || unquoted[length - 1] == ' ') {
      return false;
    }
    text[column] = texts.of(unquoted, 0, length);
    return true;
  }

  private boolean readUuid(int column, byte[] bytes, int from, int to) {
    if (to - from != LENGTH_OF_UUID || !isPlainText(bytes, from, to)) {
      return false;
    }
    String written = texts.of(bytes, from, to);
    UUID known = uuids.get(written);
    if (known == null) {
      if (!isUuid(written) || uuids.size() == MOST_KNOWN_UUIDS) {
        return false;
      }
      known = UUID.fromString(written);
      uuids.put(written, known);
    }
    uuid[column] = known;
    return true;
  }

  private static boolean isUuid(String text) {
    for (int i = 0; i < text.length(); i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Printable ASCII without quotation marks and without a space at either end. */
  private static boolean isPlainText(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b < ' ' || b == '"' || b == 0x7f) {
        return false;
      }
    }
    return from == to || (bytes[from] != ' ' && bytes[to - 1] != ' ');
  }

  @Override
  public @Nullable String text(int column) {
    return filled[column] ? text[column] : null;
  }

  @Override
  public @Nullable Long whole(int column) {
    return filled[column] ? (Long) whole[column] : null;
  }

  @Override
  public double real(int column) {
    return filled[column] ? real[column] : Double.NaN;
  }

  @Override
  public Instant time(int column) {
    return time;
  }

  @Override
  public @Nullable Boolean bool(int column) {
    return filled[column] ? (Boolean) "true".equals(text[column]) : null;
  }

  @Override
  public UUID uuid(int column) {
    UUID value = uuid[column];
    if (value == null) {
      throw new IllegalStateException("Column " + column + " is required and empty.");
    }
    return value;
  }
}
