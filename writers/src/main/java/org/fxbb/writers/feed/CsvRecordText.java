package org.fxbb.writers.feed;

import java.util.List;

/** Cells as one record of RFC 4180 without a line end, and back. Source: spec 4.3. */
public final class CsvRecordText {
  private CsvRecordText() {}

  /** Joins cells; those with a comma, quotation mark or line break are quoted. */
  public static String join(List<String> cells) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      append(out, cells.get(i));
    }
    return out.toString();
  }

  /** Appends one cell, quoted where needed. */
  public static void append(StringBuilder out, String cell) {
    boolean quote = false;
    for (int i = 0; i < cell.length() && !quote; i++) {
      char c = cell.charAt(i);
      quote = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    if (quote) {
      out.append('"').append(cell.replace("\"", "\"\"")).append('"');
    } else {
      out.append(cell);
    }
  }
}
