package org.fxbb.readers.simulate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * A growing line of bytes with the few number formats that dumps need. Text is copied as it is: it
 * must be ASCII and need no escaping.
 *
 * <p><b>Lifecycle</b>: not thread-safe; {@link #clear} keeps the memory.
 */
final class JsonBuffer {

  private static final long SECONDS_OF_DAY = 86_400;

  private byte[] bytes;
  private int length;
  private long cachedDay = Long.MIN_VALUE;
  private byte[] cachedDate = {};

  JsonBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  byte[] array() {
    return bytes;
  }

  JsonBuffer text(String text) {
    int size = text.length();
    reserve(size);
    for (int i = 0; i < size; i++) {
      bytes[length + i] = (byte) text.charAt(i);
    }
    length += size;
    return this;
  }

  JsonBuffer raw(byte[] source) {
    return raw(source, 0, source.length);
  }

  JsonBuffer raw(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  JsonBuffer character(char c) {
    reserve(1);
    bytes[length++] = (byte) c;
    return this;
  }

  JsonBuffer number(long value) {
    reserve(20);
    if (value < 0) {
      bytes[length++] = '-';
      value = -value;
    }
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    for (int i = digits - 1; i >= 0; i--) {
      bytes[length + i] = (byte) ('0' + value % 10);
      value /= 10;
    }
    length += digits;
    return this;
  }

  /** A number of hundredths with two decimals: 1234 is 12.34; not negative. */
  JsonBuffer hundredths(long value) {
    number(value / 100);
    reserve(3);
    bytes[length++] = '.';
    bytes[length++] = (byte) ('0' + value / 10 % 10);
    bytes[length++] = (byte) ('0' + value % 10);
    return this;
  }

  /** {@code value} rounded to two decimals; not negative. */
  JsonBuffer decimal(double value) {
    return hundredths(Math.round(value * 100));
  }

  JsonBuffer flag(boolean value) {
    return text(value ? "true" : "false");
  }

  /** A quoted instant such as {@code "2026-01-01T18:00:00Z"}. */
  JsonBuffer instant(long epochSecond) {
    long day = Math.floorDiv(epochSecond, SECONDS_OF_DAY);
    if (day != cachedDay) {
      cachedDay = day;
      cachedDate = ascii("\"" + LocalDate.ofEpochDay(day) + "T");
    }
    raw(cachedDate);
    int second = (int) Math.floorMod(epochSecond, SECONDS_OF_DAY);
    reserve(10);
    twoDigits(second / 3_600);
    bytes[length++] = ':';
    twoDigits(second / 60 % 60);
    bytes[length++] = ':';
    twoDigits(second % 60);
    bytes[length++] = 'Z';
    bytes[length++] = '"';
    return this;
  }

  JsonBuffer uuid(UUID value) {
    return character('"').text(value.toString()).character('"');
  }

  /** The bytes of ASCII {@code text}. */
  static byte[] ascii(String text) {
    byte[] out = new byte[text.length()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) text.charAt(i);
    }
    return out;
  }

  private void twoDigits(int value) {
    bytes[length++] = (byte) ('0' + value / 10);
    bytes[length++] = (byte) ('0' + value % 10);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
