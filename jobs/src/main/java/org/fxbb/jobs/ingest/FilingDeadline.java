package org.fxbb.jobs.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.policy.Policy;
import org.fxbb.jobs.run.Period;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * When the filings of a month are due, by the policy of that month, the calendar and the record of
 * when intake ran.
 *
 * <p><b>Source</b>: spec 4.4; {@link FilingCalendar} knows the rule.
 */
public final class FilingDeadline {
  private static final String HOLIDAYS = SqlText.of(FilingDeadline.class, "holidays");
  private static final String DOWN_DAYS = SqlText.of(FilingDeadline.class, "downDays");

  private static final String REFRESH = SqlText.of(FilingDeadline.class, "refreshLateness");

  private final NamedParameterJdbcTemplate jdbc;

  /** Reads through the given template. */
  public FilingDeadline(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The first instant that is too late. */
  public Instant of(Period month) {
    return calendar(month).deadline(month.first());
  }

  /**
   * Brings the states of a month's feeds up to date with the calendar: a holiday or a day of
   * down-time that became known later moves the deadline of what was already received.
   */
  public void refreshLateness(Period month) {
    jdbc.update(
        REFRESH, Map.of("period", month.first(), "deadline", of(month).atOffset(ZoneOffset.UTC)));
  }

  /** The calendar by which a month is due. */
  public FilingCalendar calendar(Period month) {
    Policy policy = new Policies(jdbc).inForce(month.first());
    return new FilingCalendar(
        (int) policy.number("filing.due-day"),
        (int) policy.number("filing.correction-days"),
        Set.copyOf(jdbc.queryForList(HOLIDAYS, Map.of(), LocalDate.class)),
        Set.copyOf(
            jdbc.queryForList(
                DOWN_DAYS,
                Map.of("hours", BigDecimal.valueOf(policy.number("filing.down-hours"))),
                LocalDate.class)),
        (int) policy.number("filing.most-down-days"));
  }
}
