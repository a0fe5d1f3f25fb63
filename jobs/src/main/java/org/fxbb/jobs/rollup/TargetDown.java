package org.fxbb.jobs.rollup;

import java.time.LocalDate;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.writers.load.SqlText;
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
  private static final String SUSPECT = SqlText.of(TargetDown.class, "targetSuspects");
  private static final String FIND = SqlText.of(TargetDown.class, "targetDown");
  private static final String DELETE = SqlText.of(TargetDown.class, "deleteTargetDown");
  private static final String INSERT = SqlText.of(TargetDown.class, "insertTargetDown");
  private static final String REOPEN_TESTED = SqlText.of(TargetDown.class, "reopenTested");
  private static final String REOPEN_TRIED = SqlText.of(TargetDown.class, "reopenTried");

  private final NamedParameterJdbcTemplate jdbc;
  private final DirtyMarks marks;
  private final Policies policies;

  /** Works through the given template. */
  public TargetDown(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.marks = new DirtyMarks(jdbc);
    this.policies = new Policies(jdbc);
  }

  /** Refreshes one Dhaka day. */
  public void refresh(LocalDate day) {
    DayWindow window = new DayWindow(day);
    if (marks.take(DirtyMarks.TESTS, DayShare.whole(day)) > 0) {
      Map<String, Object> parameters = window.parameters(policies.inForce(day).parameters());
      boolean suspects = jdbc.update(SUSPECT, parameters) > 0;
      if (suspects) {
        judge(parameters);
      }
      marks.lock(WitnessRollup.REOPEN_LOCK);
      jdbc.update(REOPEN_TESTED, parameters);
      if (suspects) {
        jdbc.update(REOPEN_TRIED, parameters);
      }
    }
  }

  /** Looks at the suspects; their tests are those of all PoPs, so the whole day is read. */
  private void judge(Map<String, Object> parameters) {
    jdbc.getJdbcOperations().execute("ANALYZE target_suspects");
    jdbc.update(FIND, parameters);
    jdbc.getJdbcOperations().execute("ANALYZE target_states");
    jdbc.update(DELETE, parameters);
    jdbc.update(INSERT, parameters);
  }
}
