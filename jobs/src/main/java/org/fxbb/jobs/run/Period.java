package org.fxbb.jobs.run;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * A business day or month in Asia/Dhaka, as job parameters name it.
 *
 * <p><b>Shape</b>: {@link #first} and {@link #last} are inclusive and equal for a day. The text
 * form is {@code 2026-01} for a month and {@code 2026-01-31} for a day.
 *
 * <p><b>Source</b>: spec 7.1: the period is always an explicit parameter, never derived from the
 * fire time.
 *
 * @param first first day, inclusive
 * @param last last day, inclusive
 * @param text the form that job parameters carry
 */
public record Period(LocalDate first, LocalDate last, String text) {

  /** The only time zone in which days and months begin. */
  public static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

  /**
   * Reads a month or a day.
   *
   * @throws IllegalArgumentException when the text is neither; the message says what was expected
   */
  public static Period parse(String text) {
    return text.length() == 7 ? ofMonth(month(text)) : ofDay(day(text));
  }

  /**
   * Reads a month such as {@code 2026-01}.
   *
   * @throws IllegalArgumentException when the text is not a month
   */
  public static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Cannot read the period: expected a month such as 2026-01, found \"%s\".".formatted(text),
          e);
    }
  }

  /**
   * Reads a day such as {@code 2026-01-31}.
   *
   * @throws IllegalArgumentException when the text is not a day of the calendar
   */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Cannot read the period: expected a day such as 2026-01-31, found \"%s\"."
              .formatted(text),
          e);
    }
  }

  /** The period of one day. */
  public static Period ofDay(LocalDate day) {
    return new Period(day, day, day.toString());
  }

  /** The period of one month. */
  public static Period ofMonth(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth(), month.toString());
  }

  /** The date that the clock shows in Dhaka. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), DHAKA);
  }

  /** The day before the clock's date in Dhaka, which a nightly run without a period takes. */
  public static LocalDate dayBefore(Clock clock) {
    return today(clock).minusDays(1);
  }

  /** The month in which the period begins. */
  public YearMonth month() {
    return YearMonth.from(first);
  }

  /** Midnight in Dhaka at which the period begins, inclusive. */
  public Instant start() {
    return first.atStartOfDay(DHAKA).toInstant();
  }

  /** Midnight in Dhaka at which the period ends, exclusive. */
  public Instant end() {
    return last.plusDays(1).atStartOfDay(DHAKA).toInstant();
  }

  @Override
  public String toString() {
    return text;
  }
}
