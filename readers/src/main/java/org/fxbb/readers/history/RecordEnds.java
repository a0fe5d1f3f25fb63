package org.fxbb.readers.history;

/**
 * Finds where the records of a CSV file end: at LF, CR or CR LF outside of quoted cells. Where text
 * follows a closing quotation mark, the mark closes nothing, and the record ends with its first
 * line: two stray marks cost their own lines, not all lines between them.
 *
 * @param separator as in the file
 */
record RecordEnds(byte separator) {

  /** The end is not among the bytes. */
  static final int NONE = -1;

  /**
   * The place behind the line end of the record that begins at {@code from}.
   *
   * @param ended whether no bytes follow those before {@code to}
   * @return {@link #NONE} where more bytes are needed
   */
  int after(byte[] bytes, int from, int to, boolean ended) {
    boolean cellBegins = true;
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '"' && cellBegins) {
        at = behindQuotes(bytes, at + 1, to);
        if (at == NONE) {
          return ended ? afterLine(bytes, from, to) : NONE;
        }
        int line = at < to && isText(bytes[at]) ? afterLine(bytes, from, at) : at;
        if (line < at) {
          return line;
        }
        cellBegins = false;
        continue;
      }
      if (b == '\n') {
        return at + 1;
      }
      if (b == '\r') {
        if (at + 1 == to) {
          return ended ? to : NONE;
        }
        return bytes[at + 1] == '\n' ? at + 2 : at + 1;
      }
      cellBegins = b == separator;
      at++;
    }
    return ended ? to : NONE;
  }

  private boolean isText(byte b) {
    return b != separator && b != '\n' && b != '\r';
  }

  /** The place behind the line end of a line, whatever is quoted; the end where it has none. */
  static int afterLine(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
      if (bytes[at] == '\r') {
        return at + 1 < to && bytes[at + 1] == '\n' ? at + 2 : at + 1;
      }
    }
    return to;
  }

  private static int behindQuotes(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (bytes[at] != '"') {
        at++;
      } else if (at + 1 < to && bytes[at + 1] == '"') {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return NONE;
  }
}
