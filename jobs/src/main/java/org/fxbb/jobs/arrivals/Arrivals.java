package org.fxbb.jobs.arrivals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.arrivals.FeedArrival.State;
import org.fxbb.jobs.ingest.FilingCalendar;
import org.fxbb.jobs.ingest.FilingDeadline;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.run.Period;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who should have sent what by when, and who has not: the same answer for status, reports and
 * reminders, from the functions {@code fxbb_arrivals} and {@code fxbb_agents_heard}.
 *
 * <p><b>Lifecycle</b>: stateless; every call reads the database as of the clock.
 *
 * <p><b>Source</b>: spec 4.4, 4.10 and 7.2.
 */
@Component
public class Arrivals {
  private static final String ARRIVALS = SqlText.of(Arrivals.class, "arrivals");
  private static final String SILENT = SqlText.of(Arrivals.class, "silentAgents");

  private final NamedParameterJdbcTemplate jdbc;
  private final FilingDeadline deadline;
  private final Clock clock;

  /** Reads through the template of the engine's role. */
  public Arrivals(NamedParameterJdbcTemplate etl, Clock clock) {
    this.jdbc = etl;
    this.deadline = new FilingDeadline(etl);
    this.clock = clock;
  }

  /** The newest month that has ended: the one that is filed now, or was filed last. */
  public Period monthFiled() {
    return Period.ofMonth(YearMonth.from(Period.today(clock)).minusMonths(1));
  }

  /** The filings of a month. */
  public MonthArrivals of(Period month) {
    FilingCalendar calendar = deadline.calendar(month);
    Instant due = calendar.deadline(month.first());
    return new MonthArrivals(
        month,
        due,
        calendar.lastDay(month.first()),
        calendar.addedFor(month.first()),
        jdbc.query(
            ARRIVALS,
            Map.of("period", month.first(), "deadline", at(due), "now", at(clock.instant())),
            (row, i) -> feed(row)));
  }

  /** Agents that are silent, the longest silent first. */
  public List<SilentAgent> listSilentAgents() {
    return jdbc.query(
        SILENT,
        agentParameters(),
        (row, i) ->
            new SilentAgent(
                row.getString("agent_uuid"),
                row.getString("agent_type"),
                row.getString("isp"),
                instant(row, "last_seen_at"),
                row.getLong("windows_missed")));
  }

  /** What statements about agents bind: the clock, and the windows of the policy in force. */
  Map<String, Object> agentParameters() {
    Map<String, Object> parameters =
        new HashMap<>(new Policies(jdbc).inForce(Period.today(clock)).parameters());
    parameters.put("now", at(clock.instant()));
    return parameters;
  }

  private static FeedArrival feed(ResultSet row) throws SQLException {
    return new FeedArrival(
        row.getString("isp"),
        row.getString("feed"),
        row.getBoolean("mandatory"),
        State.valueOf(row.getString("state")),
        row.getBoolean("overdue"),
        row.getObject("days_late", Integer.class),
        row.getBoolean("with_errors"),
        row.getLong("files"),
        row.getLong("tries"),
        instant(row, "first_received_at"),
        instant(row, "last_received_at"),
        row.getString("file_name"),
        row.getString("file_state"),
        row.getString("reason"),
        row.getObject("rows_received", Long.class),
        row.getObject("rows_loaded", Long.class),
        row.getObject("rows_quarantined", Long.class),
        row.getObject("rows_duplicate", Long.class),
        row.getObject("rows_rejected", Long.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
