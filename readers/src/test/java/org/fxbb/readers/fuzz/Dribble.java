package org.fxbb.readers.fuzz;

import java.io.InputStream;
import java.util.Random;

/** Bytes handed out in pieces of odd sizes, as networks and pipes do. */
public final class Dribble extends InputStream {
  private final byte[] bytes;
  private final Random sizes;
  private int at;

  /** Hands out the bytes in pieces that depend on them alone. */
  public Dribble(byte[] bytes) {
    this.bytes = bytes;
    this.sizes = new Random(bytes.length);
  }

  @Override
  public int read() {
    return at == bytes.length ? -1 : bytes[at++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (at == bytes.length) {
      return -1;
    }
    int n = Math.min(Math.min(length, bytes.length - at), 1 + sizes.nextInt(40));
    System.arraycopy(bytes, at, target, offset, n);
    at += n;
    return n;
  }
}
