package org.fxbb.jobs.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.fxbb.jobs.run.Period;

/**
 * One Dhaka day as the statements of a refresh bind it.
 *
 * <p><b>Units</b>: {@code :from} inclusive and {@code :to} exclusive are the midnights in Dhaka;
 * {@code :day} is the date, {@code :month} the first of its month and {@code :month_start} the
 * midnight of that.
 *
 * @param day the day, Asia/Dhaka
 */
public record DayWindow(LocalDate day) {

  /** The bounds under their names, and {@code more}. */
  public Map<String, Object> parameters(Map<String, ?> more) {
    Map<String, Object> parameters = new HashMap<>(more);
    parameters.put("day", day);
    parameters.put("from", midnight(day));
    parameters.put("to", midnight(day.plusDays(1)));
    parameters.put("month", day.withDayOfMonth(1));
    parameters.put("month_start", midnight(day.withDayOfMonth(1)));
    return parameters;
  }

  /** The instant at which {@code day} begins in Dhaka, as JDBC binds it. */
  public static OffsetDateTime midnight(LocalDate day) {
    return timestamp(Period.ofDay(day).start());
  }

  /** An instant as JDBC binds it. */
  public static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
