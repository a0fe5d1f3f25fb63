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
 * <p><b>Lifecycle</b>: call inside a transaction; takes the marks of one table and day, recomputes
 * exactly the touched windows from the raw rows, and marks the PoP-days whose slots these rows may
 * decide. Idempotent.
 *
 * <p><b>Source</b>: spec 5.1, 5.3.3.
 */
public final class WitnessRollup {

  /** Held shared by whoever judges slots, alone by whoever re-opens them: none is missed. */
  public static final String REOPEN_LOCK = "re-open slots";

  private static final String REOPEN_SLOTS = SqlText.of(WitnessRollup.class, "reopenSlots");
  private static final String REOPEN_TARGETS = SqlText.of(WitnessRollup.class, "reopenTargets");
  private static final List<String> INTERFACES =
      statements(
          "deleteInterfacesHourly", "interfacesHourly", "deleteInterfacesDaily", "interfacesDaily");
  private static final List<String> SESSIONS =
      statements("deleteSessionsHourly", "sessionsHourly", "deleteSessionsDaily", "sessionsDaily");

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
    DayWindow window = new DayWindow(day);
    Map<String, Object> parameters = window.parameters(policies.inForce(day).parameters());
    refresh(DirtyMarks.INTERFACES, INTERFACES, window, parameters);
    refresh(DirtyMarks.SESSIONS, SESSIONS, window, parameters);
  }

  private void refresh(
      String table, List<String> statements, DayWindow window, Map<String, Object> parameters) {
    if (marks.take(table, window) > 0) {
      statements.forEach(statement -> jdbc.update(statement, parameters));
      if (table.equals(DirtyMarks.INTERFACES)) {
        jdbc.update(REOPEN_TARGETS, parameters);
      }
      marks.lock(REOPEN_LOCK);
      jdbc.update(REOPEN_SLOTS, parameters);
    }
  }

  private static List<String> statements(String... names) {
    return List.of(names).stream().map(n -> SqlText.of(WitnessRollup.class, n)).toList();
  }
}
