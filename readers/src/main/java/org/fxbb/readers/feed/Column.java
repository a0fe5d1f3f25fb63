package org.fxbb.readers.feed;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a feed.
 *
 * @param name lower snake case; headers are matched to it without case, spaces and underscores
 * @param type what a cell holds
 * @param required whether the header must have it and every row fill it
 * @param min smallest number, or null
 * @param minExclusive whether {@code min} itself is too small
 * @param max largest number, inclusive, or null
 * @param values what an ENUM allows, as written in the database
 * @param maxLength most characters of a text
 */
public record Column(
    String name,
    ColumnType type,
    boolean required,
    @Nullable BigDecimal min,
    boolean minExclusive,
    @Nullable BigDecimal max,
    List<String> values,
    int maxLength) {

  /** Most characters of a text where nothing else is said. */
  public static final int DEFAULT_LENGTH = 500;

  static Column of(String name, ColumnType type) {
    return new Column(name, type, false, null, false, null, List.of(), DEFAULT_LENGTH);
  }

  static Column ofValues(String name, String... values) {
    return new Column(
        name, ColumnType.ENUM, false, null, false, null, List.of(values), DEFAULT_LENGTH);
  }

  Column need() {
    return new Column(name, type, true, min, minExclusive, max, values, maxLength);
  }

  Column atLeast(long limit) {
    return new Column(
        name, type, required, BigDecimal.valueOf(limit), false, max, values, maxLength);
  }

  Column above(long limit) {
    return new Column(
        name, type, required, BigDecimal.valueOf(limit), true, max, values, maxLength);
  }

  Column atMost(long limit) {
    return new Column(
        name, type, required, min, minExclusive, BigDecimal.valueOf(limit), values, maxLength);
  }

  Column length(int limit) {
    return new Column(name, type, required, min, minExclusive, max, values, limit);
  }

  /** The range in words, such as {@code > 0} or {@code 0 to 100}. */
  public String range() {
    if (min == null) {
      return max == null ? "any number" : "at most " + max.toPlainString();
    }
    String low = (minExclusive ? "more than " : "at least ") + min.toPlainString();
    return max == null ? low : low + " and at most " + max.toPlainString();
  }
}
