package org.fxbb.readers.csv;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A beginning, then one character very often, without holding it. */
final class EndlessBytes extends InputStream {
  private final byte[] head;
  private final byte fill;
  private final long total;
  private long at;

  EndlessBytes(String head, char fill, long total) {
    this.head = head.getBytes(StandardCharsets.UTF_8);
    this.fill = (byte) fill;
    this.total = total;
  }

  @Override
  public int read() {
    if (at >= total) {
      return -1;
    }
    int b = at < head.length ? head[(int) at] : fill;
    at++;
    return b & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (at >= total) {
      return -1;
    }
    if (at < head.length) {
      target[offset] = (byte) read();
      return 1;
    }
    int n = (int) Math.min(length, total - at);
    Arrays.fill(target, offset, offset + n, fill);
    at += n;
    return n;
  }
}
