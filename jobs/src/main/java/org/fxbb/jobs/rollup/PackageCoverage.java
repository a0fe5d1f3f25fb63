package org.fxbb.jobs.rollup;

import java.util.List;
import java.util.Map;
import org.fxbb.jobs.run.ProfiledSql;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Lists where packages have subscribers, for the ISPs whose subscribers filings changed.
 *
 * <p><b>Lifecycle</b>: call inside a transaction, which takes the marks too. A filing that is
 * accepted meanwhile leaves its mark to the next refresh. Idempotent.
 *
 * <p><b>Source</b>: spec 3, package_coverage.
 */
public final class PackageCoverage {
  private static final String TAKE = SqlText.of(PackageCoverage.class, "takeCoverageMarks");

  private final NamedParameterJdbcTemplate jdbc;
  private final DirtyMarks marks;
  private final ProfiledSql sql;

  /** Works through the given template and notes where its time goes. */
  public PackageCoverage(NamedParameterJdbcTemplate jdbc, WorkProfile profile) {
    this.jdbc = jdbc;
    this.marks = new DirtyMarks(jdbc, profile);
    this.sql = new ProfiledSql(PackageCoverage.class, jdbc, profile);
  }

  /** Lists anew what the marks ask for. */
  public void refresh() {
    marks.lock(DirtyMarks.SUBSCRIBERS);
    List<Long> isps = jdbc.queryForList(TAKE, Map.of(), Long.class);
    if (!isps.isEmpty()) {
      sql.update("deletePackageCoverage", Map.of("isps", isps));
      sql.update("insertPackageCoverage", Map.of("isps", isps));
    }
  }
}
