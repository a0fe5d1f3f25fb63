package org.fxbb.writers.copy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Bytes in network order, as PostgreSQL's binary formats want them. Grows by itself. */
final class BinaryBuffer {
  /** 2000-01-01, where PostgreSQL counts days and microseconds from, as a Java epoch day. */
  static final long EPOCH_DAY = 10_957;

  private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
  private static final int FLOAT4_OID = 700;

  private byte[] bytes;
  private int size;

  BinaryBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** Microseconds since 2000-01-01 UTC. */
  static long micros(Instant value) {
    return Math.addExact(
        Math.multiplyExact(value.getEpochSecond() - EPOCH_SECOND, 1_000_000L),
        value.getNano() / 1_000);
  }

  int size() {
    return size;
  }

  byte[] array() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  void bytes(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  void int1(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void int2(int value) {
    room(2);
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
  }

  void int4(int value) {
    room(4);
    putInt4(size, value);
    size += 4;
  }

  void int8(long value) {
    int4((int) (value >> 32));
    int4((int) value);
  }

  void text(String value) {
    int length = value.length();
    room(length + 4);
    int start = size + 4;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c == 0 || c >= 0x80) {
        byte[] encoded = value.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        int4(encoded.length);
        bytes(encoded);
        return;
      }
      bytes[start + i] = (byte) c;
    }
    putInt4(size, length);
    size = start + length;
  }

  /** Version 1 of the binary form of jsonb is the text behind one byte. */
  void jsonb(String value) {
    byte[] encoded =
        value.replace('\0', ' ').replace("\\u0000", "\\uFFFD").getBytes(StandardCharsets.UTF_8);
    int4(encoded.length + 1);
    int1(1);
    bytes(encoded);
  }

  void reals(float[] values) {
    if (values.length == 0) {
      int4(12);
      int4(0);
      int4(0);
      int4(FLOAT4_OID);
      return;
    }
    int4(20 + values.length * 8);
    int4(1);
    int4(0);
    int4(FLOAT4_OID);
    int4(values.length);
    int4(1);
    for (float value : values) {
      int4(4);
      int4(Float.floatToIntBits(value));
    }
  }

  /** Overwrites eight bytes that were written before. */
  void putInt8(int at, long value) {
    putInt4(at, (int) (value >> 32));
    putInt4(at + 4, (int) value);
  }

  private void putInt4(int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
