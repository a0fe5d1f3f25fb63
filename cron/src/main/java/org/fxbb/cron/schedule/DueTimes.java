package org.fxbb.cron.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.TimeZone;
import org.fxbb.jobs.run.Period;
import org.quartz.CronExpression;

/** Reads cron expressions in Dhaka's time zone, with the scheduler's own arithmetic. */
final class DueTimes {

  private DueTimes() {}

  /**
   * The next time after an instant.
   *
   * @throws IllegalArgumentException when the expression is not one
   */
  static Instant next(String cron, Instant after) {
    return expression(cron).getNextValidTimeAfter(Date.from(after)).toInstant();
  }

  /** The newest date in Dhaka on which a daily expression was due, the instant included. */
  static LocalDate newestDueDay(String cron, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Period.DHAKA);
    Instant justBeforeToday = today.atStartOfDay(Period.DHAKA).toInstant().minusMillis(1);
    return next(cron, justBeforeToday).isAfter(now) ? today.minusDays(1) : today;
  }

  private static CronExpression expression(String cron) {
    try {
      CronExpression expression = new CronExpression(cron);
      expression.setTimeZone(TimeZone.getTimeZone(Period.DHAKA));
      return expression;
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "Cannot read the schedule: expected a Quartz cron expression, found \"%s\"."
              .formatted(cron),
          e);
    }
  }
}
