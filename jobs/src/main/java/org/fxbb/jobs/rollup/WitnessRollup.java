package org.fxbb.jobs.rollup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.run.ProfiledSql;
import org.fxbb.writers.profile.WorkProfile;
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

  private static final Map<String, List<String>> STATEMENTS =
      Map.of(
          DirtyMarks.INTERFACES,
          List.of(
              "deleteInterfacesHourly",
              "deleteInterfacesDaily",
              "insertInterfaces",
              "reopenTargets"),
          DirtyMarks.SESSIONS,
          List.of("deleteSessionsHourly", "deleteSessionsDaily", "insertSessions"));

  private final ProfiledSql sql;
  private final DirtyMarks marks;
  private final Policies policies;

  /** Works through the given template and notes where its time goes. */
  public WitnessRollup(NamedParameterJdbcTemplate jdbc, WorkProfile profile) {
    this.sql = new ProfiledSql(WitnessRollup.class, jdbc, profile);
    this.marks = new DirtyMarks(jdbc, profile);
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
          .forEach(statement -> sql.update(statement, parameters));
      marks.lock(REOPEN_LOCK);
      sql.update("reopenSlots", parameters);
    }
  }
}
