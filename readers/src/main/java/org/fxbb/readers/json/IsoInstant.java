package org.fxbb.readers.json;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO 8601 times without making anything but the result: {@code Instant.parse} was the
 * largest single cost of loading a dump.
 *
 * <p><b>Shape:</b> {@code yyyy-MM-ddTHH:mm[:ss[.f]]}, up to nine digits of a second, T or a space,
 * then Z, an offset, or nothing, which means Dhaka time. <b>Bounds:</b> years 1900 to 2199. No leap
 * seconds and no hour 24.
 */
public final class IsoInstant {

  private static final int OLDEST_YEAR = 1900;
  private static final int NEWEST_YEAR = 2199;
  private static final int DHAKA_SECONDS = 6 * 3600;
  private static final int SHORTEST = 16;
  private static final int NANO_DIGITS = 9;
  private static final int INVALID = Integer.MIN_VALUE;

  private IsoInstant() {}

  /** The moment; null for anything else. */
  public static @Nullable Instant parse(CharSequence text) {
    char[] chars = text.toString().toCharArray();
    return parse(chars, 0, chars.length);
  }

  /** The moment written in a part of an array; null for anything else. */
  public static @Nullable Instant parse(char[] c, int from, int length) {
    int end = from + length;
    if (length < SHORTEST
        || c[from + 4] != '-'
        || c[from + 7] != '-'
        || (c[from + 10] != 'T' && c[from + 10] != 't' && c[from + 10] != ' ')
        || c[from + 13] != ':') {
      return null;
    }
    int year = digits(c, from, 4);
    int month = digits(c, from + 5, 2);
    int day = digits(c, from + 8, 2);
    int hour = digits(c, from + 11, 2);
    int minute = digits(c, from + 14, 2);
    int second = 0;
    int nano = 0;
    int at = from + SHORTEST;
    if (at < end && c[at] == ':') {
      second = at + 3 <= end ? digits(c, at + 1, 2) : -1;
      at += 3;
      if (second >= 0 && at < end && c[at] == '.') {
        int first = at + 1;
        at = first;
        while (at < end && at - first < NANO_DIGITS && isDigit(c[at])) {
          nano = nano * 10 + c[at] - '0';
          at++;
        }
        if (at == first) {
          return null;
        }
        for (int i = at - first; i < NANO_DIGITS; i++) {
          nano *= 10;
        }
      }
    }
    boolean dayFits =
        year >= OLDEST_YEAR
            && year <= NEWEST_YEAR
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= lengthOfMonth(year, month);
    boolean timeFits =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (!dayFits || !timeFits) {
      return null;
    }
    int offset = offset(c, at, end);
    if (offset == INVALID) {
      return null;
    }
    long seconds =
        LocalDate.of(year, month, day).toEpochDay() * 86_400L
            + hour * 3600L
            + minute * 60L
            + second;
    return Instant.ofEpochSecond(seconds - offset, nano);
  }

  private static int offset(char[] c, int at, int end) {
    if (at == end) {
      return DHAKA_SECONDS;
    }
    if (c[at] == 'Z' || c[at] == 'z') {
      return at + 1 == end ? 0 : INVALID;
    }
    if (c[at] != '+' && c[at] != '-') {
      return INVALID;
    }
    int left = end - at - 1;
    int hours = left >= 2 ? digits(c, at + 1, 2) : -1;
    int minutes =
        switch (left) {
          case 2 -> 0;
          case 4 -> digits(c, at + 3, 2);
          case 5 -> c[at + 3] == ':' ? digits(c, at + 4, 2) : -1;
          default -> -1;
        };
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || (hours == 18 && minutes > 0)) {
      return INVALID;
    }
    int seconds = hours * 3600 + minutes * 60;
    return c[at] == '-' ? -seconds : seconds;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A number of exactly so many digits; negative where one is none. */
  private static int digits(char[] c, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      if (!isDigit(c[i])) {
        return -1;
      }
      value = value * 10 + c[i] - '0';
    }
    return value;
  }

  private static int lengthOfMonth(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
