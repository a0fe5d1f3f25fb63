package org.fxbb.jobs.violation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.rollup.DayWindow;
import org.fxbb.jobs.run.Period;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Turns the verdicts and filings of a month into violations.
 *
 * <p><b>Lifecycle</b>: call inside a transaction after the month's verdicts are stored. Judging
 * again replaces what is DETECTED; what a person has taken up stays as it is. Idempotent.
 *
 * <p><b>Source</b>: spec 5.5, without penalties and common cause.
 */
public final class Violations {
  private static final String SCRATCH = sql("scratch");
  private static final String SERVICE = sql("serviceBreaches");
  private static final String REPORTING = sql("reportingBreaches");
  private static final String ADD_FOUND = sql("addFound");
  private static final String AFFECTED = sql("affectedSubscribers");
  private static final List<String> STORE =
      List.of(
          sql("storeViolations"),
          sql("releaseChildren"),
          sql("removeGone"),
          sql("affectedByOutages"));

  private final NamedParameterJdbcTemplate jdbc;
  private final Policies policies;
  private final Clock clock;
  private final Function<Period, Instant> deadline;

  /**
   * Works through the given template.
   *
   * @param deadline the first instant that is too late for the filings of a month
   */
  public Violations(
      NamedParameterJdbcTemplate jdbc, Clock clock, Function<Period, Instant> deadline) {
    this.jdbc = jdbc;
    this.policies = new Policies(jdbc);
    this.clock = clock;
    this.deadline = deadline;
  }

  /** Finds and stores the violations of a month. */
  public void detect(Period month) {
    Map<String, Object> parameters = parameters(month);
    List<FoundViolation> found = new ArrayList<>();
    found.addAll(jdbc.query(SERVICE, parameters, (row, i) -> service(row)));
    found.addAll(jdbc.query(REPORTING, parameters, (row, i) -> reporting(row)));
    jdbc.getJdbcOperations().execute(SCRATCH);
    jdbc.getJdbcOperations()
        .execute((ConnectionCallback<Integer>) c -> add(c, found, month.toString()));
    jdbc.update(AFFECTED, parameters);
    STORE.forEach(statement -> jdbc.update(statement, parameters));
  }

  private Map<String, Object> parameters(Period month) {
    Map<String, Object> parameters = new HashMap<>(policies.inForce(month.first()).parameters());
    parameters.put("month", month.first());
    parameters.put("last", month.last());
    parameters.put("from", DayWindow.timestamp(month.start()));
    parameters.put("to", DayWindow.timestamp(month.end()));
    parameters.put("three_months_from", DayWindow.midnight(month.first().minusMonths(2)));
    parameters.put("deadline", DayWindow.timestamp(deadline.apply(month)));
    parameters.put("now", DayWindow.timestamp(clock.instant()));
    return parameters;
  }

  private static FoundViolation service(ResultSet row) throws SQLException {
    return new FoundViolation(
        row.getLong("isp_id"),
        row.getString("isp"),
        row.getObject("pop_id", Long.class),
        row.getString("pop"),
        row.getString("parameter_code"),
        row.getString("severity"),
        false,
        row.getBoolean("has_parent"),
        null,
        null);
  }

  private static FoundViolation reporting(ResultSet row) throws SQLException {
    return new FoundViolation(
        row.getLong("isp_id"),
        row.getString("isp"),
        null,
        null,
        row.getString("parameter_code"),
        row.getString("severity"),
        true,
        false,
        row.getDouble("expected"),
        row.getObject("actual", Double.class));
  }

  private static Integer add(Connection connection, List<FoundViolation> found, String period)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD_FOUND)) {
      statement.setArray(1, array(connection, "uuid", found, v -> v.id(period)));
      statement.setArray(2, array(connection, "uuid", found, v -> v.parentId(period)));
      statement.setArray(3, array(connection, "bigint", found, FoundViolation::ispId));
      statement.setArray(4, array(connection, "bigint", found, FoundViolation::popId));
      statement.setArray(
          5, array(connection, "text", found, v -> v.reporting() ? "REPORTING" : "SERVICE"));
      statement.setArray(6, array(connection, "text", found, FoundViolation::parameter));
      statement.setArray(7, array(connection, "text", found, FoundViolation::severity));
      statement.setArray(8, array(connection, "float8", found, FoundViolation::expected));
      statement.setArray(9, array(connection, "float8", found, FoundViolation::actual));
      return statement.executeUpdate();
    }
  }

  private static Array array(
      Connection connection,
      String type,
      List<FoundViolation> found,
      Function<FoundViolation, @Nullable Object> value)
      throws SQLException {
    @Nullable Object[] values = new Object[found.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(found.get(i));
    }
    return connection.createArrayOf(type, values);
  }

  private static String sql(String name) {
    return SqlText.of(Violations.class, name);
  }
}
