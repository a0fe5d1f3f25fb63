package org.fxbb.jobs.rollup;

import java.time.LocalDate;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.run.ProfiledSql;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Finds the quarter hours in which a test target itself was down.
 *
 * <p><b>Lifecycle</b>: call inside a transaction; takes the marks of QoS tests of one day and marks
 * the PoP-days to judge again: those that were tested, and those that tried a target whose state
 * changed. Idempotent.
 *
 * <p><b>Source</b>: spec 5.2, TARGET_DOWN.
 */
public final class TargetDown {
  private final ProfiledSql sql;
  private final DirtyMarks marks;
  private final Policies policies;

  /** Works through the given template and notes where its time goes. */
  public TargetDown(NamedParameterJdbcTemplate jdbc, WorkProfile profile) {
    this.sql = new ProfiledSql(TargetDown.class, jdbc, profile);
    this.marks = new DirtyMarks(jdbc, profile);
    this.policies = new Policies(jdbc);
  }

  /** Refreshes one Dhaka day. */
  public void refresh(LocalDate day) {
    DayWindow window = new DayWindow(day);
    if (marks.take(DirtyMarks.TESTS, DayShare.whole(day)) > 0) {
      Map<String, Object> parameters = window.parameters(policies.inForce(day).parameters());
      boolean suspects = sql.update("targetSuspects", parameters) > 0;
      if (suspects) {
        judge(parameters);
      }
      marks.lock(WitnessRollup.REOPEN_LOCK);
      sql.update("reopenTested", parameters);
      if (suspects) {
        sql.update("reopenTried", parameters);
      }
    }
  }

  /** Looks at the suspects; their tests are those of all PoPs, so the whole day is read. */
  private void judge(Map<String, Object> parameters) {
    sql.analyze("target_suspects");
    sql.update("targetDown", parameters);
    sql.analyze("target_states");
    sql.update("deleteTargetDown", parameters);
    sql.update("insertTargetDown", parameters);
  }
}
