package org.fxbb.writers.copy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The binary form of numeric: digits of base 10,000, the first with a weight, and a display scale.
 */
final class NumericText {
  private static final int BASE = 10_000;
  private static final int DIGIT = 4;
  private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);

  private NumericText() {}

  static void write(BinaryBuffer out, BigDecimal value) {
    int scale = Math.max(0, value.scale());
    int groups = (scale + DIGIT - 1) / DIGIT;
    BigInteger whole =
        value.setScale(groups * DIGIT, RoundingMode.UNNECESSARY).unscaledValue().abs();
    short[] digits = digits(whole);
    int weight = digits.length - 1 - groups;
    int length = digits.length;
    while (length > 0 && digits[length - 1] == 0) {
      length--;
    }
    out.int4(8 + length * 2);
    out.int2(length);
    out.int2(length == 0 ? 0 : weight);
    out.int2(value.signum() < 0 ? 0x4000 : 0);
    out.int2(scale);
    for (int i = 0; i < length; i++) {
      out.int2(digits[i]);
    }
  }

  /** Most significant first, no leading zero; empty for zero. */
  private static short[] digits(BigInteger whole) {
    int count = 0;
    short[] reversed = new short[whole.bitLength() / 13 + 1];
    if (whole.bitLength() < 64) {
      long rest = whole.longValueExact();
      while (rest != 0) {
        reversed[count++] = (short) (rest % BASE);
        rest /= BASE;
      }
    } else {
      BigInteger rest = whole;
      while (rest.signum() != 0) {
        BigInteger[] parts = rest.divideAndRemainder(BIG_BASE);
        reversed[count++] = parts[1].shortValueExact();
        rest = parts[0];
      }
    }
    short[] digits = new short[count];
    for (int i = 0; i < count; i++) {
      digits[i] = reversed[count - 1 - i];
    }
    return digits;
  }
}
