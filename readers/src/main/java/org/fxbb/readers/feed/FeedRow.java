package org.fxbb.readers.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a CSV file whose cells all passed their checks. Immutable.
 *
 * <p>Accessors take a column name of the feed and return null where the cell is empty or the file
 * does not have the column; asking for a column the feed does not declare, or as another type,
 * throws.
 */
public final class FeedRow {

  private final Feed feed;
  private final long rowNumber;
  private final List<String> rawCells;
  private final @Nullable Object[] values;

  /**
   * Made by the CSV reader.
   *
   * @param values one value per column of the feed, of the type of its column, or null
   */
  public FeedRow(Feed feed, long rowNumber, List<String> rawCells, @Nullable Object[] values) {
    this.feed = feed;
    this.rowNumber = rowNumber;
    this.rawCells = rawCells;
    this.values = values.clone();
  }

  /** The feed the row belongs to. */
  public Feed feed() {
    return feed;
  }

  /** The number of the record, the header being 1: the first data row is 2. */
  public long rowNumber() {
    return rowNumber;
  }

  /** The cells as delivered, in the order of the file's header. */
  public List<String> rawCells() {
    return rawCells;
  }

  /** The value of a TEXT, ENUM or LOCATION column. */
  public @Nullable String text(String column) {
    return (String) value(column);
  }

  /** The value of a DECIMAL column, or n of a RATIO column. */
  public @Nullable BigDecimal decimal(String column) {
    return (BigDecimal) value(column);
  }

  /** The value of an INTEGER column. */
  public @Nullable Long integer(String column) {
    return (Long) value(column);
  }

  /** The value of a DATE column. */
  public @Nullable LocalDate date(String column) {
    return (LocalDate) value(column);
  }

  /** The value of an INSTANT column. */
  public @Nullable Instant instant(String column) {
    return (Instant) value(column);
  }

  /** The value of a BOOLEAN column. */
  public @Nullable Boolean bool(String column) {
    return (Boolean) value(column);
  }

  /** The value of a UUID column. */
  public @Nullable UUID uuid(String column) {
    return (UUID) value(column);
  }

  /** The value of any column. */
  public @Nullable Object value(String column) {
    return values[feed.indexOf(column)];
  }
}
