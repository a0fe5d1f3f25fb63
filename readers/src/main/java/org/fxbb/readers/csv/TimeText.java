package org.fxbb.readers.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as people in Dhaka write them. Source: spec 4.3. */
final class TimeText {

  /** Asia/Dhaka has had no other offset since 2009, and none is announced. */
  private static final ZoneOffset DHAKA = ZoneOffset.ofHours(6);

  private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?\\s?(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final int OLDEST_YEAR = 1900;
  private static final int NEWEST_YEAR = 2199;

  private TimeText() {}

  /** A day in ISO form or day first; null for anything else, such as 31/02/2026. */
  static @Nullable LocalDate parseDate(String text) {
    Matcher iso = ISO_DATE.matcher(text);
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    return dayFirst.matches() ? day(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1)) : null;
  }

  /**
   * A day, T or a space, a time and an offset, Dhaka's where there is none; null for anything else.
   */
  static @Nullable Instant parseInstant(String text) {
    int split = text.indexOf('T') < 0 ? text.indexOf(' ') : text.indexOf('T');
    if (split < 0) {
      return null;
    }
    LocalDate date = parseDate(text.substring(0, split));
    Matcher clock = CLOCK.matcher(text.substring(split + 1));
    if (date == null || !clock.matches()) {
      return null;
    }
    try {
      LocalDateTime local =
          date.atTime(
              Integer.parseInt(clock.group(1)),
              Integer.parseInt(clock.group(2)),
              clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3)),
              nanos(clock.group(4)));
      String offset = clock.group(5);
      return local.toInstant(
          offset == null ? DHAKA : ZoneOffset.of(offset.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether a date or time that was understood is written day first. */
  static boolean isDayFirst(String text) {
    return text.length() > 2 && (text.indexOf('/') > 0 || text.indexOf('-') <= 2);
  }

  /** A moment in ISO form, in Dhaka time. */
  static String inDhaka(Instant time) {
    return time.atOffset(DHAKA).toString();
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static @Nullable LocalDate day(String year, String month, String day) {
    int y = Integer.parseInt(year);
    if (y < OLDEST_YEAR || y > NEWEST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
