package org.fxbb.readers.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a record by the position of their column in the feed; null where empty. */
interface Cells {
  /** A TEXT or ENUM. */
  @Nullable String text(int column);

  /** An INTEGER. */
  @Nullable Long whole(int column);

  /** A DECIMAL; NaN where empty. */
  double real(int column);

  /** An INSTANT that the feed requires. */
  Instant time(int column);

  /** A BOOLEAN. */
  @Nullable Boolean bool(int column);

  /** A UUID that the feed requires. */
  UUID uuid(int column);

  /** A TEXT or ENUM that the feed requires. */
  default String needed(int column) {
    String text = text(column);
    if (text == null) {
      throw new IllegalStateException("Column " + column + " is required and empty.");
    }
    return text;
  }
}
