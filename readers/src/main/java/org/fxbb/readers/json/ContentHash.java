package org.fxbb.readers.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A 64-bit hash of bytes, eight at a time, the same on every machine. It tells different contents
 * apart by chance only: nobody gains by a collision, which makes a line a duplicate of his own.
 */
final class ContentHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final long MIX = 0xBF58476D1CE4E5B9L;

  private ContentHash() {}

  static long of(byte[] bytes, int from, int length) {
    long hash = length * FACTOR;
    int end = from + length;
    int at = from;
    for (; at + 8 <= end; at += 8) {
      hash = step(hash, (long) LONGS.get(bytes, at));
    }
    long tail = 0;
    for (; at < end; at++) {
      tail = (tail << 8) | (bytes[at] & 0xff);
    }
    hash = step(hash, tail);
    return hash ^ (hash >>> 31);
  }

  private static long step(long hash, long word) {
    long mixed = (hash ^ word) * MIX;
    return (mixed ^ (mixed >>> 29)) * FACTOR;
  }
}
