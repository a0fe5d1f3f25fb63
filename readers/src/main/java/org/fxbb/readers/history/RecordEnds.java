package org.fxbb.readers.history;

/**
 * Finds where the records of a CSV file end: at LF, CR or CR LF outside of quoted cells. Where text
 * follows a closing quotation mark, or a record would be longer than a row may be, marks quote
 * nothing, and the record ends with its first line: stray marks cost their own lines, not all lines
 * between them.
 *
 * <p>Where a record ends depends on its bytes alone, not on how many more are at hand.
 *
 * @param separator as in the file
 * @param longest most bytes of a record, its line end apart
 */
record RecordEnds(byte separator, int longest) {

  /** The end is not among the bytes. */
  static final int NONE = -1;

  /**
   * The place behind the line end of the record that begins at {@code from}. The record may be
   * longer than {@link #longest} where its first line is.
   *
   * @param ended whether no bytes follow those before {@code to}
   * @return {@link #NONE} where more bytes are needed
   */
  int after(byte[] bytes, int from, int to, boolean ended) {
    boolean isWhole = to - from <= longest;
    int most = isWhole ? to : from + longest + 1;
    boolean cellBegins = true;
    int at = from;
    while (at < most) {
      byte b = bytes[at];
      if (b == '"' && cellBegins) {
        at = behindQuotes(bytes, at + 1, most);
        if (at == NONE) {
          return isWhole && !ended ? NONE : afterLine(bytes, from, to, ended);
        }
        boolean hasText = at < most && isText(bytes[at]);
        if (hasText && afterLine(bytes, from, at) < at) {
          return afterLine(bytes, from, at);
        }
        cellBegins = false;
        continue;
      }
      if (b == '\n' || b == '\r') {
        return afterLine(bytes, at, to, ended);
      }
      cellBegins = b == separator;
      at++;
    }
    return isWhole && !ended ? NONE : afterLine(bytes, isWhole ? most : from, to, ended);
  }

  private boolean isText(byte b) {
    return b != separator && b != '\n' && b != '\r';
  }

  /** As the other, but none where the line end is not whole among the bytes and more may follow. */
  private static int afterLine(byte[] bytes, int from, int to, boolean ended) {
    int end = afterLine(bytes, from, to);
    boolean isWhole = end < to || (end > from && bytes[end - 1] == '\n');
    return isWhole || ended ? end : NONE;
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
