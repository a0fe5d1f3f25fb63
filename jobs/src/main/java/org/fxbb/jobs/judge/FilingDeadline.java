package org.fxbb.jobs.judge;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.run.Period;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * When the filings of a month are due.
 *
 * <p><b>Source</b>: spec 4.4: before 00:00 Asia/Dhaka of the day after the 10th of the following
 * month, or after the next working day where the 10th is a Friday, Saturday or holiday.
 */
final class FilingDeadline {
  private final NamedParameterJdbcTemplate jdbc;

  FilingDeadline(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The first instant that is too late. */
  Instant of(Period month) {
    double dueDay = new Policies(jdbc).inForce(month.first()).number("filing.due-day");
    LocalDate day = month.first().plusMonths(1).withDayOfMonth((int) dueDay);
    Set<LocalDate> holidays =
        new HashSet<>(
            jdbc.queryForList(
                "SELECT day FROM calendar_days WHERE kind = 'HOLIDAY'", Map.of(), LocalDate.class));
    while (day.getDayOfWeek() == DayOfWeek.FRIDAY
        || day.getDayOfWeek() == DayOfWeek.SATURDAY
        || holidays.contains(day)) {
      day = day.plusDays(1);
    }
    return Period.ofDay(day).end();
  }
}
