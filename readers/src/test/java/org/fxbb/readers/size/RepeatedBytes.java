package org.fxbb.readers.size;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A beginning, then a unit very often, then an end, without holding them. */
final class RepeatedBytes extends InputStream {
  private final byte[] head;
  private final byte[] unit;
  private final byte[] tail;
  private final long units;
  private long at;

  RepeatedBytes(String head, byte[] unit, long times, String tail) {
    this.head = head.getBytes(StandardCharsets.UTF_8);
    this.unit = unit;
    this.tail = tail.getBytes(StandardCharsets.UTF_8);
    this.units = this.head.length + times * unit.length;
  }

  RepeatedBytes(String head, String unit, long times, String tail) {
    this(head, unit.getBytes(StandardCharsets.UTF_8), times, tail);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int n = 0;
    while (n < length) {
      byte[] from = at < head.length ? head : at < units ? unit : tail;
      long begin = at < head.length ? 0 : at < units ? head.length : units;
      int place = (int) (from == unit ? (at - begin) % unit.length : at - begin);
      int more = Math.min(length - n, from.length - place);
      if (more <= 0) {
        break;
      }
      System.arraycopy(from, place, target, offset + n, more);
      n += more;
      at += more;
    }
    return n == 0 && length > 0 ? -1 : n;
  }
}
