package org.fxbb.writers.series;

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
    long day = Math.floorDiv(time.getEpochSecond() + OFFSET_SECONDS, DAY_SECONDS);
    if (day != newest) {
      days.add(day);
      newest = day;
    }
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

  static LocalDate date(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }

  private static Instant midnight(long day) {
    return Instant.ofEpochSecond(day * DAY_SECONDS - OFFSET_SECONDS);
  }
}
