package org.fxbb.readers.history;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts of ASCII bytes, the frequent ones made once: codes repeat from row to row. Bounded; not
 * thread-safe.
 */
final class TextCache {
  private static final int SLOTS = 1 << 15;
  private static final int LONGEST_KEPT = 200;

  private final @Nullable String[] slots = new @Nullable String[SLOTS];

  String of(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > LONGEST_KEPT) {
      return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
    int hash = length;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    String known = slots[slot];
    if (known != null && equal(known, bytes, from, length)) {
      return known;
    }
    String text = new String(bytes, from, length, StandardCharsets.US_ASCII);
    slots[slot] = text;
    return text;
  }

  private static boolean equal(String text, byte[] bytes, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
