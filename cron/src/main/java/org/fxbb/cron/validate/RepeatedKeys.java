package org.fxbb.cron.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.notice.RowNotice.DuplicateKeyNotice;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows of a file that have the key of an earlier one and other values, as ingest does in SQL.
 * Memory grows with the rows, so that it gives up beyond {@link #MOST_ROWS}.
 *
 * <p><b>Source</b>: spec 4.9, rows.
 */
final class RepeatedKeys {
  /** Rows that are compared. */
  static final int MOST_ROWS = 500_000;

  private final Map<String, Seen> rows = new HashMap<>();

  private record Seen(long rowNumber, int values) {}

  /** What a row repeats wrongly; null where it is the first of its key, or equal to that. */
  @Nullable DuplicateKeyNotice check(FeedRow row) {
    if (rows.size() >= MOST_ROWS) {
      return null;
    }
    List<String> key = row.feed().key().stream().map(name -> plain(row.value(name))).toList();
    List<String> values = new ArrayList<>();
    for (Column column : row.feed().columns()) {
      values.add(plain(row.value(column.name())));
    }
    Seen seen = new Seen(row.rowNumber(), values.hashCode());
    Seen first = rows.putIfAbsent(String.join("\u0000", key), seen);
    if (first == null || first.values == seen.values) {
      return null;
    }
    return new DuplicateKeyNotice(
        row.rowNumber(),
        String.join(", ", row.feed().key()),
        String.join(", ", key),
        Long.toString(first.rowNumber));
  }

  /** Whether rows were left out. */
  boolean isGivenUp() {
    return rows.size() >= MOST_ROWS;
  }

  private static String plain(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : Objects.toString(value, "");
  }
}
