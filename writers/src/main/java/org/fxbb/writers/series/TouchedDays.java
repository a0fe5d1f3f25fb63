package org.fxbb.writers.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;

/** The Dhaka days whose partitions a batch needs. Dhaka has been at +06:00 since 2010. */
final class TouchedDays {
  private static final long OFFSET_SECONDS = 6 * 3_600L;
  private static final long DAY_SECONDS = 86_400;

  private final TreeSet<Long> days = new TreeSet<>();
  private long newest = Long.MIN_VALUE;

  void add(Instant time) {
    long day = epochDay(time.getEpochSecond());
    if (day != newest) {
      days.add(day);
      newest = day;
    }
  }

  void addDay(long epochDay) {
    days.add(epochDay);
  }

  /** The Dhaka day of an instant. */
  static long epochDay(long epochSecond) {
    return Math.floorDiv(epochSecond + OFFSET_SECONDS, DAY_SECONDS);
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  Iterable<Long> epochDays() {
    return days;
  }

  /** Midnight at which the first day begins. */
  Instant from() {
    return midnight(days.first());
  }

  /** Midnight at which the last day ends, exclusive. */
  Instant to() {
    return midnight(days.last() + 1);
  }

  /** A statement about these days. */
  String fill(String template) {
    return fill(template, Duration.ZERO);
  }

  /** A statement about these days and so much before and after. */
  String fill(String template, Duration margin) {
    return template
        .replace("{from}", from().minus(margin).toString())
        .replace("{to}", to().plus(margin).toString());
  }

  static LocalDate date(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }

  /** The instant at which a Dhaka day begins. */
  static Instant midnight(long day) {
    return Instant.ofEpochSecond(day * DAY_SECONDS - OFFSET_SECONDS);
  }
}
