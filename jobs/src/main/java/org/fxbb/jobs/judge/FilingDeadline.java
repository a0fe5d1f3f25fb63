package org.fxbb.jobs.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.fxbb.jobs.ingest.FilingCalendar;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.policy.Policy;
import org.fxbb.jobs.run.Period;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * When the filings of a month are due, by the policy of that month and the calendar.
 *
 * <p><b>Source</b>: spec 4.4; {@link FilingCalendar} knows the rule.
 */
final class FilingDeadline {
  private static final String HOLIDAYS = "SELECT day FROM calendar_days WHERE kind = 'HOLIDAY'";

  private final NamedParameterJdbcTemplate jdbc;

  FilingDeadline(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The first instant that is too late. */
  Instant of(Period month) {
    Policy policy = new Policies(jdbc).inForce(month.first());
    Set<LocalDate> holidays = Set.copyOf(jdbc.queryForList(HOLIDAYS, Map.of(), LocalDate.class));
    return new FilingCalendar(
            (int) policy.number("filing.due-day"),
            (int) policy.number("filing.correction-days"),
            holidays)
        .deadline(month.first());
  }
}
