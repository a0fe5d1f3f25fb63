package org.fxbb.jobs.run;

import java.util.Map;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The statements beside a class, each an activity with the name of its file. Not thread-safe, like
 * its profile.
 */
public final class ProfiledSql {
  private final Class<?> beside;
  private final NamedParameterJdbcTemplate jdbc;
  private final WorkProfile profile;

  /** Statements in the package of a class. */
  public ProfiledSql(Class<?> beside, NamedParameterJdbcTemplate jdbc, WorkProfile profile) {
    this.beside = beside;
    this.jdbc = jdbc;
    this.profile = profile;
  }

  /** Runs {@code <name>.sql} and returns how many rows it touched. */
  public int update(String name, Map<String, ?> parameters) {
    String sql = SqlText.of(beside, name);
    int rows = profile.measure(name, () -> jdbc.update(sql, parameters));
    profile.add(name, rows, 0);
    return rows;
  }

  /** Asks {@code <name>.sql} for a lock and waits until it has it. */
  public void await(String name, Map<String, ?> parameters) {
    String sql = SqlText.of(beside, name);
    profile.begin("wait for locks");
    try {
      jdbc.query(sql, parameters, row -> {});
    } finally {
      profile.end();
    }
  }

  /** Makes the tables of {@code <name>.sql}, empty. */
  public void make(String name) {
    jdbc.getJdbcOperations().execute(SqlText.of(beside, name));
  }

  /** Counts the rows of temporary tables for the planner. */
  public void analyze(String tables) {
    profile.begin("analyze");
    try {
      jdbc.getJdbcOperations().execute("ANALYZE " + tables);
    } finally {
      profile.end();
    }
  }
}
