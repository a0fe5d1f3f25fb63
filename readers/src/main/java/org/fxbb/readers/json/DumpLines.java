package org.fxbb.readers.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a dump, one at a time, as bytes in a buffer that never grows beyond the longest line
 * allowed. Blank lines are numbered but not given. Not thread-safe.
 */
final class DumpLines {

  private static final int FIRST_BUFFER = 64 << 10;

  private final InputStream in;
  private final int longest;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int filled;
  private int next;
  private int from;
  private int length;
  private long number;
  private long fullLength;
  private boolean ended;

  DumpLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Goes to the next line that is not blank; false at the end. */
  boolean next() throws IOException {
    while (advance()) {
      trim();
      if (length > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean advance() throws IOException {
    from = next;
    int scan = next;
    while (true) {
      while (scan < filled) {
        if (buffer[scan++] == '\n') {
          take(scan - 1 - from, scan);
          return true;
        }
      }
      if (filled - from > longest) {
        return skipLongLine();
      }
      int moved = from;
      if (!fill()) {
        take(filled - from, filled);
        return length > 0;
      }
      scan -= moved - from;
    }
  }

  private void take(int bytes, int nextLine) {
    number++;
    length = bytes;
    fullLength = bytes;
    next = nextLine;
  }

  /** Reads more bytes behind the line that is being read; false at the end. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, filled - from);
      filled -= from;
      from = 0;
    } else if (filled == buffer.length) {
      int most = Math.max(FIRST_BUFFER, longest + FIRST_BUFFER);
      buffer = Arrays.copyOf(buffer, (int) Math.min(most, 2L * buffer.length));
    }
    int n = in.read(buffer, filled, buffer.length - filled);
    ended = n < 0;
    filled += Math.max(0, n);
    return !ended;
  }

  /** Passes over the rest of a line that is too long, keeping its beginning. */
  private boolean skipLongLine() throws IOException {
    byte[] head =
        Arrays.copyOfRange(buffer, from, from + Math.min(longest, RejectedLine.LONGEST_TEXT));
    long skipped = (long) filled - from;
    byte[] chunk = new byte[FIRST_BUFFER];
    int n = in.read(chunk);
    while (n >= 0) {
      int end = indexOfLineEnd(chunk, n);
      if (end >= 0) {
        skipped += end;
        restart(head, chunk, end + 1, n);
        fullLength = skipped;
        return true;
      }
      skipped += n;
      n = in.read(chunk);
    }
    ended = true;
    restart(head, chunk, 0, 0);
    fullLength = skipped;
    return true;
  }

  private static int indexOfLineEnd(byte[] chunk, int n) {
    for (int i = 0; i < n; i++) {
      if (chunk[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Goes on with what was read behind the long line. */
  private void restart(byte[] head, byte[] chunk, int chunkFrom, int chunkTo) {
    byte[] fresh = new byte[Math.max(FIRST_BUFFER, head.length + chunkTo - chunkFrom)];
    System.arraycopy(head, 0, fresh, 0, head.length);
    System.arraycopy(chunk, chunkFrom, fresh, head.length, chunkTo - chunkFrom);
    buffer = fresh;
    from = 0;
    filled = head.length + chunkTo - chunkFrom;
    take(head.length, head.length);
  }

  private void trim() {
    if (number == 1
        && length >= 3
        && buffer[from] == (byte) 0xef
        && buffer[from + 1] == (byte) 0xbb
        && buffer[from + 2] == (byte) 0xbf) {
      from += 3;
      length -= 3;
    }
    while (length > 0 && isSpace(buffer[from])) {
      from++;
      length--;
    }
    while (length > 0 && isSpace(buffer[from + length - 1])) {
      length--;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  /** Makes the bytes that were read behind the last line the line; false where there are none. */
  boolean takeRest() {
    take(filled - from, filled);
    trim();
    return length > 0;
  }

  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int length() {
    return length;
  }

  /** From 1, blank lines counted. */
  long number() {
    return number;
  }

  boolean tooLong() {
    return fullLength > longest;
  }

  /** Bytes of the whole line, also where only its beginning was kept. */
  long fullLength() {
    return fullLength;
  }

  RejectedLine reject() {
    return new RejectedLine(number, text(buffer, from, length), fullLength);
  }

  /** Bytes as text that PostgreSQL takes: cut, malformed parts and NUL replaced. */
  static String text(byte[] bytes, int from, int length) {
    return new String(
            bytes, from, Math.min(length, RejectedLine.LONGEST_TEXT), StandardCharsets.UTF_8)
        .replace('\0', '\uFFFD');
  }
}
