package org.fxbb.readers.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.jspecify.annotations.Nullable;

/** The values of a record that was read as any CSV record is. */
record RowCells(FeedRow row) implements Cells {

  private @Nullable Object value(int column) {
    Feed feed = row.feed();
    return row.value(feed.columns().get(column).name());
  }

  @Override
  public @Nullable String text(int column) {
    return (String) value(column);
  }

  @Override
  public @Nullable Long whole(int column) {
    return (Long) value(column);
  }

  @Override
  public double real(int column) {
    BigDecimal value = (BigDecimal) value(column);
    return value == null ? Double.NaN : value.doubleValue();
  }

  @Override
  public Instant time(int column) {
    return (Instant) Objects.requireNonNull(value(column));
  }

  @Override
  public @Nullable Boolean bool(int column) {
    return (Boolean) value(column);
  }

  @Override
  public UUID uuid(int column) {
    return (UUID) Objects.requireNonNull(value(column));
  }
}
