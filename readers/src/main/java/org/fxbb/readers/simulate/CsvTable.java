package org.fxbb.readers.simulate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table that becomes a CSV file in one of the dialects that senders really write (spec 4.3). The
 * header is row 1, the first data record row 2.
 */
final class CsvTable {

  /** How the file is written. */
  enum Dialect {
    /** UTF-8, commas, LF. */
    PLAIN,
    /** UTF-8 with byte order mark, semicolons, CRLF, numbers in Bangla digits. */
    SEMICOLON_BANGLA,
    /** UTF-16 little endian with byte order mark, tabs, CRLF. */
    TAB_UTF16
  }

  private final List<String> header;
  private final Set<String> numeric;
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table; {@code numeric} columns take Bangla digits where the dialect has them. */
  CsvTable(List<String> header, Set<String> numeric) {
    this.header = header;
    this.numeric = numeric;
  }

  /** Appends a row and returns its number. */
  long add(String... cells) {
    rows.add(List.of(cells));
    return rows.size() + 1L;
  }

  int size() {
    return rows.size();
  }

  /** The row of {@code number}, changeable. */
  List<String> row(long number) {
    List<String> row = new ArrayList<>(rows.get((int) number - 2));
    rows.set((int) number - 2, row);
    return row;
  }

  int column(String name) {
    return header.indexOf(name);
  }

  /** The file. */
  byte[] bytes(Dialect dialect) {
    char separator =
        switch (dialect) {
          case PLAIN -> ',';
          case SEMICOLON_BANGLA -> ';';
          case TAB_UTF16 -> '\t';
        };
    String end = dialect == Dialect.PLAIN ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder();
    line(text, header, separator, end, false);
    for (List<String> row : rows) {
      line(text, row, separator, end, dialect == Dialect.SEMICOLON_BANGLA);
    }
    return switch (dialect) {
      case PLAIN -> text.toString().getBytes(StandardCharsets.UTF_8);
      case SEMICOLON_BANGLA -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
      case TAB_UTF16 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
    };
  }

  private void line(
      StringBuilder text, List<String> cells, char separator, String end, boolean banglaNumbers) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(separator);
      }
      boolean bangla = banglaNumbers && i < header.size() && numeric.contains(header.get(i));
      cell(text, bangla ? BanglaDigits.of(cells.get(i)) : cells.get(i), separator);
    }
    text.append(end);
  }

  private static void cell(StringBuilder text, String value, char separator) {
    boolean quoted =
        value.indexOf(separator) >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0;
    if (quoted) {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      text.append(value);
    }
  }
}
