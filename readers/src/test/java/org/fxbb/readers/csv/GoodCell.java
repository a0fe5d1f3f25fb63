package org.fxbb.readers.csv;

import org.fxbb.readers.feed.Column;

/** A cell that a column takes. */
final class GoodCell {
  private GoodCell() {}

  static String of(Column column) {
    return switch (column.type()) {
      case TEXT -> "a1";
      case DECIMAL -> "50.5";
      case INTEGER -> "12";
      case DATE -> "2026-01-31";
      case INSTANT -> "2026-01-31T10:00:00+06:00";
      case BOOLEAN -> "yes";
      case ENUM -> column.values().get(0);
      case RATIO -> "1:8";
      case UUID -> "5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10";
      case PERIOD -> "2026-01";
      case LOCATION -> "30";
    };
  }
}
