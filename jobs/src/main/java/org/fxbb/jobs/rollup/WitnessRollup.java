package org.fxbb.jobs.rollup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Refreshes the hourly and daily roll-ups of what SNMP agents report: interfaces and sessions.
 *
 * <p><b>Lifecycle</b>: call inside a transaction; takes the marks of one table and share of a day,
 * recomputes the touched windows from the raw rows, and marks the PoP-days whose slots these rows
 * may decide. Idempotent; shares may run at once.
 *
 * <p><b>Source</b>: spec 5.1, 5.3.3.
 */
public final class WitnessRollup {

  /** The tables whose marks this takes. */
  public static final List<String> TABLES = List.of(DirtyMarks.INTERFACES, DirtyMarks.SESSIONS);

  /** Held shared by whoever judges slots, alone by whoever re-opens them: none is missed. */
  public static final String REOPEN_LOCK = "re-open slots";

  private static final String REOPEN_SLOTS = SqlText.of(WitnessRollup.class, "reopenSlots");
  private static final Map<String, List<String>> STATEMENTS =
      Map.of(
          DirtyMarks.INTERFACES,
          statements(
              "deleteInterfacesHourly",
              "deleteInterfacesDaily",
              "insertInterfaces",
              "reopenTargets"),
          DirtyMarks.SESSIONS,
          statements("deleteSessionsHourly", "deleteSessionsDaily", "insertSessions"));

  private final NamedParameterJdbcTemplate jdbc;
  private final DirtyMarks marks;
  private final Policies policies;

  /** Works through the given template. */
  public WitnessRollup(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.marks = new DirtyMarks(jdbc);
    this.policies = new Policies(jdbc);
  }

  /** Refreshes both roll-ups of one Dhaka day. */
  public void refresh(LocalDate day) {
    TABLES.forEach(table -> refresh(table, DayShare.whole(day)));
  }

  /** Refreshes the roll-ups of one of {@link #TABLES} for a share of a day. */
  public void refresh(String table, DayShare share) {
    if (marks.take(table, share) > 0) {
      Map<String, Object> parameters = share.parameters(policies.inForce(share.day()).parameters());
      STATEMENTS
          .getOrDefault(table, List.of())
          .forEach(statement -> jdbc.update(statement, parameters));
      marks.lock(REOPEN_LOCK);
      jdbc.update(REOPEN_SLOTS, parameters);
    }
  }

  private static List<String> statements(String... names) {
    return List.of(names).stream().map(n -> SqlText.of(WitnessRollup.class, n)).toList();
  }
}
