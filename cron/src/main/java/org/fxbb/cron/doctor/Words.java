package org.fxbb.cron.doctor;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.fxbb.jobs.run.Period;

/** How the doctor writes sizes and times for people. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Period.DHAKA);
  private static final double MEGABYTE = 1e6;

  private Words() {}

  /** Megabytes with one digit and the unit. */
  static String bytes(long bytes) {
    return megabytes(bytes) + " MB";
  }

  /** Megabytes with one digit, for columns whose heading says the unit. */
  static String megabytes(long bytes) {
    return "%,.1f".formatted(bytes / MEGABYTE);
  }

  /** To the minute, in Dhaka. */
  static String time(Instant instant) {
    return TIME.format(instant) + " Dhaka time";
  }

  /** At most so many characters; what was cut shows as three dots. */
  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }

  /** Rows for people, at most so many of them. */
  static <T> List<List<String>> rows(List<T> items, int most, Function<T, List<String>> cells) {
    return items.stream().limit(most).map(cells).toList();
  }

  /** What to say when not all rows were shown; empty when they were. */
  static List<String> more(int items, int most) {
    return items > most
        ? List.of("%,d more; --json lists all.".formatted(items - most))
        : List.of();
  }
}
