package org.fxbb.jobs.slots;

import java.time.LocalDate;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.rollup.DirtyMarks;
import org.fxbb.jobs.run.ProfiledSql;
import org.fxbb.writers.profile.WorkProfile;
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
  private final ProfiledSql sql;
  private final DirtyMarks marks;
  private final Policies policies;

  /** Works through the given template and notes where its time goes. */
  public Outages(NamedParameterJdbcTemplate jdbc, WorkProfile profile) {
    this.sql = new ProfiledSql(Outages.class, jdbc, profile);
    this.marks = new DirtyMarks(jdbc, profile);
    this.policies = new Policies(jdbc);
  }

  /** Lists anew what the marks ask for, by the policy of {@code day}'s month. */
  public void refresh(LocalDate day) {
    Map<String, Object> parameters = policies.inForce(day).parameters();
    marks.lock(DirtyMarks.OUTAGES);
    sql.make("outageScratch");
    if (sql.update("outageWindows", parameters) > 0) {
      sql.update("deleteOutages", parameters);
      sql.update("insertOutages", parameters);
    }
  }
}
