package org.fxbb.jobs.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.policy.Policy;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.verdict.Reason;
import org.fxbb.jobs.verdict.Severity;
import org.fxbb.jobs.verdict.Verdict;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Scores and ranks every active licensed ISP for a month.
 *
 * <p><b>Lifecycle</b>: call inside a transaction after the month's violations are stored; replaces
 * the month's rows. Idempotent. <b>Source</b>: spec 5.6.
 */
public final class Scores {
  private static final int DECIMALS = 2;

  private final NamedParameterJdbcTemplate jdbc;
  private final Policies policies;
  private final Clock clock;
  private final Function<Period, Instant> deadline;

  /**
   * Works through the given template.
   *
   * @param deadline the first instant that is too late for the filings of a month
   */
  public Scores(NamedParameterJdbcTemplate jdbc, Clock clock, Function<Period, Instant> deadline) {
    this.jdbc = jdbc;
    this.policies = new Policies(jdbc);
    this.clock = clock;
    this.deadline = deadline;
  }

  /** Scores one month. */
  public void score(Period month) {
    Policy policy = policies.inForce(month.first());
    Map<String, Object> parameters = new HashMap<>(policy.parameters());
    parameters.put("month", month.first());
    parameters.put("partial", clock.instant().isBefore(month.end()));
    boolean filingsDue = !clock.instant().isBefore(deadline.apply(month));
    Map<Long, IspMonth> isps = read(parameters, filingsDue);
    Scoring scoring = new Scoring(policy);
    List<Score> scores = isps.values().stream().map(scoring::score).toList();
    jdbc.getJdbcOperations().execute(sql("scratch"));
    jdbc.getJdbcOperations().execute((ConnectionCallback<Integer>) c -> add(c, scores));
    jdbc.update(sql("deleteScores"), parameters);
    jdbc.update(sql("storeScores"), parameters);
  }

  private Map<Long, IspMonth> read(Map<String, Object> parameters, boolean filingsDue) {
    Map<Long, IspMonth.Feeds> feeds = new HashMap<>();
    jdbc.query(
        sql("feeds"),
        parameters,
        row -> {
          feeds.put(
              row.getLong("isp_id"),
              new IspMonth.Feeds(row.getInt("on_time"), row.getInt("late"), filingsDue));
        });
    Map<Long, IspMonth> isps = new TreeMap<>();
    jdbc.query(
        sql("parameters"),
        parameters,
        row -> {
          long id = row.getLong("isp_id");
          IspMonth isp =
              isps.computeIfAbsent(
                  id,
                  i ->
                      new IspMonth(
                          i,
                          new ArrayList<>(),
                          new ArrayList<>(),
                          new ArrayList<>(),
                          Double.NaN,
                          feeds.getOrDefault(i, new IspMonth.Feeds(0, 0, filingsDue))));
          ParameterResult result = parameter(row);
          isp.parameters().add(result);
          if (result.code().equals("AVAILABILITY")) {
            isps.put(
                id,
                new IspMonth(
                    id,
                    isp.parameters(),
                    isp.service(),
                    isp.reporting(),
                    number(row, "represented_pct"),
                    isp.feeds()));
          }
        });
    jdbc.query(
        sql("breaches"),
        parameters,
        row -> {
          IspMonth isp = isps.get(row.getLong("isp_id"));
          if (isp != null) {
            boolean reporting = row.getString("violation_type").equals("REPORTING");
            (reporting ? isp.reporting() : isp.service()).add(breach(row));
          }
        });
    return isps;
  }

  private static ParameterResult parameter(ResultSet row) throws SQLException {
    String code = row.getString("parameter_code");
    String reason = row.getString("reason");
    return new ParameterResult(
        code,
        row.getString("category"),
        row.getDouble("weight"),
        !code.equals("PACKET_LOSS"),
        Verdict.valueOf(row.getString("verdict")),
        reason.isEmpty() ? Reason.NONE : Reason.valueOf(reason),
        number(row, "attained"),
        number(row, "required"));
  }

  private static Breach breach(ResultSet row) throws SQLException {
    String status = row.getString("status");
    return new Breach(
        row.getString("parameter_code"),
        Severity.valueOf(row.getString("severity")),
        row.getObject("pop_id") != null,
        row.getDouble("weight"),
        status.equals("WAIVED"),
        status.equals("CONFIRMED"));
  }

  private static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  private static Integer add(Connection connection, List<Score> scores) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql("addFound"))) {
      statement.setArray(1, array(connection, "bigint", scores, Score::ispId));
      statement.setArray(2, numbers(connection, scores, Score::overall));
      statement.setArray(3, numbers(connection, scores, Score::speed));
      statement.setArray(4, numbers(connection, scores, Score::latency));
      statement.setArray(5, numbers(connection, scores, Score::availability));
      statement.setArray(6, numbers(connection, scores, Score::reporting));
      statement.setArray(7, array(connection, "text", scores, Score::tier));
      statement.setArray(8, numbers(connection, scores, Score::judgedWeight));
      statement.setArray(9, numbers(connection, scores, Score::represented));
      statement.setArray(10, numbers(connection, scores, Score::serviceDeduction));
      statement.setArray(11, numbers(connection, scores, Score::reportingDeduction));
      return statement.executeUpdate();
    }
  }

  private static Array numbers(
      Connection connection, List<Score> scores, ToDoubleFunction<Score> value)
      throws SQLException {
    return array(connection, "numeric", scores, score -> decimal(value.applyAsDouble(score)));
  }

  private static @Nullable BigDecimal decimal(double value) {
    return Double.isNaN(value)
        ? null
        : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private static Array array(
      Connection connection,
      String type,
      List<Score> scores,
      Function<Score, @Nullable Object> value)
      throws SQLException {
    @Nullable Object[] values = new Object[scores.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(scores.get(i));
    }
    return connection.createArrayOf(type, values);
  }

  private static String sql(String name) {
    return SqlText.of(Scores.class, name);
  }
}
