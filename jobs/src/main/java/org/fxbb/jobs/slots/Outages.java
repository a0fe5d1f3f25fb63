package org.fxbb.jobs.slots;

import java.time.LocalDate;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.rollup.DirtyMarks;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Lists the outages of PoPs whose slots were judged again.
 *
 * <p><b>Lifecycle</b>: call inside a transaction after the days are judged; takes the marks of all
 * days at once, because an outage may cross midnight. Idempotent.
 *
 * <p><b>Source</b>: spec 5.3.6.
 */
public final class Outages {
  private static final String SCRATCH = SqlText.of(Outages.class, "outageScratch");
  private static final String WINDOWS = SqlText.of(Outages.class, "outageWindows");
  private static final String DELETE = SqlText.of(Outages.class, "deleteOutages");
  private static final String INSERT = SqlText.of(Outages.class, "insertOutages");

  private final NamedParameterJdbcTemplate jdbc;
  private final DirtyMarks marks;
  private final Policies policies;

  /** Works through the given template. */
  public Outages(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.marks = new DirtyMarks(jdbc);
    this.policies = new Policies(jdbc);
  }

  /** Lists anew what the marks ask for, by the policy of {@code day}'s month. */
  public void refresh(LocalDate day) {
    Map<String, Object> parameters = policies.inForce(day).parameters();
    marks.lock(DirtyMarks.OUTAGES);
    jdbc.getJdbcOperations().execute(SCRATCH);
    if (jdbc.update(WINDOWS, parameters) > 0) {
      jdbc.update(DELETE, parameters);
      jdbc.update(INSERT, parameters);
    }
  }
}
