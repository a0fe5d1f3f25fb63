package org.fxbb.jobs.verdict;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.policy.Policy;
import org.fxbb.jobs.rollup.DayWindow;
import org.fxbb.jobs.run.Period;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Judges a month from PoP-day values and slots and replaces its rows in {@code sla_verdicts}.
 *
 * <p><b>Lifecycle</b>: call inside a transaction; idempotent. Holds the samples of one parameter at
 * a time. <b>Source</b>: spec 5.4.
 */
public final class MonthVerdicts {
  private static final String JUDGE = "judge";
  private static final int ARRAY_HEADER_BYTES = 20;

  private final NamedParameterJdbcTemplate jdbc;
  private final Policies policies;
  private final Clock clock;
  private final WorkProfile profile;

  /**
   * Works through the given template and notes where its time goes; a month that is not over by the
   * clock is partial.
   */
  public MonthVerdicts(NamedParameterJdbcTemplate jdbc, Clock clock, WorkProfile profile) {
    this.jdbc = jdbc;
    this.policies = new Policies(jdbc);
    this.clock = clock;
    this.profile = profile;
  }

  /**
   * Judges every parameter of the month.
   *
   * @param judged told after each parameter, for progress
   */
  public void judge(Period month, Runnable judged) {
    Policy policy = policies.inForce(month.first());
    Map<String, Object> parameters = new HashMap<>(policy.parameters());
    parameters.put("first", month.first());
    parameters.put("last", month.last());
    parameters.put("from", DayWindow.timestamp(month.start()));
    parameters.put("to", DayWindow.timestamp(month.end()));
    boolean partial = clock.instant().isBefore(month.end());
    List<Isp> isps = jdbc.query(sql("isps"), parameters, (row, i) -> isp(row));
    List<Pop> pops = jdbc.query(sql("pops"), parameters, (row, i) -> pop(row));
    Map<String, Map<String, Threshold>> thresholds = thresholds(parameters);
    MonthJudge judge =
        new MonthJudge(policy, subscribers(parameters), divisionOfDistrict(), partial);
    VerdictTable table = new VerdictTable(jdbc, policy.set(), month.first(), partial);
    table.begin();
    for (String parameter : jdbc.queryForList(sql("parameters"), Map.of(), String.class)) {
      parameters.put("parameter", parameter);
      Map<String, Threshold> ofParameter = thresholds.getOrDefault(parameter, Map.of());
      Map<Long, List<PopDay>> days =
          profile.measure(
              WorkProfile.READ,
              () ->
                  parameter.equals("AVAILABILITY")
                      ? slotDays(parameters)
                      : popDays(parameters, month.first(), judgesBusyHours(ofParameter)));
      int length = month.last().getDayOfMonth();
      List<PopMonth> months =
          pops.stream()
              .map(p -> new PopMonth(p, length, days.getOrDefault(p.id(), List.of())))
              .toList();
      List<VerdictRow> verdicts =
          profile.measure(JUDGE, () -> judge.judge(parameter, ofParameter, isps, months));
      profile.begin(WorkProfile.COPY);
      try {
        table.add(verdicts);
      } finally {
        profile.end();
        profile.add(WorkProfile.COPY, verdicts.size(), 0);
      }
      judged.run();
    }
    profile.begin(WorkProfile.MERGE);
    try {
      table.replace();
    } finally {
      profile.end();
    }
  }

  private static boolean judgesBusyHours(Map<String, Threshold> thresholds) {
    return thresholds.values().stream().allMatch(Threshold::busyHoursOnly);
  }

  private Map<Long, List<PopDay>> popDays(
      Map<String, Object> parameters, LocalDate first, boolean busyOnly) {
    Map<Long, List<PopDay>> days = new HashMap<>();
    jdbc.query(
        sql("popDays"),
        parameters,
        row -> {
          List<PopDay> ofPop = days.computeIfAbsent(row.getLong("pop_id"), p -> new ArrayList<>());
          int day = (int) ChronoUnit.DAYS.between(first, row.getObject("day", LocalDate.class));
          boolean busy = row.getBoolean("busy");
          Samples samples = samples(row.getBytes("samples"));
          PopDay.Counts counts = counts(row);
          PopDay last = ofPop.isEmpty() ? null : ofPop.get(ofPop.size() - 1);
          if (last != null && last.day() == day) {
            PopDay.Counts judged = busyOnly ? last.judged() : last.judged().plus(counts);
            ofPop.set(
                ofPop.size() - 1,
                new PopDay(day, last.busy(), samples, judged, last.whole().plus(counts)));
          } else {
            PopDay.Counts judged = busy || !busyOnly ? counts : PopDay.Counts.ZERO;
            ofPop.add(
                new PopDay(
                    day,
                    busy ? samples : Samples.NONE,
                    busy ? Samples.NONE : samples,
                    judged,
                    counts));
          }
        });
    return days;
  }

  /** Reads what {@code array_send} wrote: a header, then length and value of each sample. */
  private static Samples samples(byte[] sent) {
    ByteBuffer buffer = ByteBuffer.wrap(sent);
    if (sent.length < ARRAY_HEADER_BYTES) {
      return Samples.NONE;
    }
    buffer.position(ARRAY_HEADER_BYTES);
    float[] samples = new float[buffer.remaining() / (2 * Integer.BYTES)];
    for (int i = 0; i < samples.length; i++) {
      buffer.getInt();
      samples[i] = buffer.getFloat();
    }
    return Samples.ofAscending(samples);
  }

  private static PopDay.Counts counts(ResultSet row) throws SQLException {
    return new PopDay.Counts(
        row.getLong("tests"),
        row.getLong("due"),
        row.getDouble("numerator"),
        row.getDouble("denominator"),
        0,
        new PopDay.Left(
            row.getLong("left_agent_fault"),
            row.getLong("left_target_down"),
            row.getLong("left_slot"),
            row.getLong("left_no_reference")));
  }

  private Map<Long, List<PopDay>> slotDays(Map<String, Object> parameters) {
    Map<Long, List<PopDay>> days = new HashMap<>();
    jdbc.query(
        sql("slotDays"),
        parameters,
        row -> {
          LocalDate day =
              LocalDate.ofInstant(row.getTimestamp("starts_at").toInstant(), Period.DHAKA);
          long judged = row.getLong("judged");
          PopDay.Counts counts =
              new PopDay.Counts(
                  judged,
                  row.getLong("due"),
                  row.getDouble("hits"),
                  judged,
                  row.getLong("unknown"),
                  new PopDay.Left(row.getLong("agent_fault"), 0, row.getLong("excluded"), 0));
          days.computeIfAbsent(row.getLong("pop_id"), p -> new ArrayList<>())
              .add(new PopDay(day.getDayOfMonth() - 1, Samples.NONE, Samples.NONE, counts, counts));
        });
    return days;
  }

  private Map<String, Map<String, Threshold>> thresholds(Map<String, Object> parameters) {
    Map<String, Map<String, Threshold>> thresholds = new HashMap<>();
    jdbc.query(
        sql("thresholds"),
        parameters,
        row -> {
          Threshold threshold = threshold(row);
          thresholds
              .computeIfAbsent(threshold.parameter(), p -> new HashMap<>())
              .put(threshold.licenseCategory(), threshold);
        });
    return thresholds;
  }

  private static Threshold threshold(ResultSet row) throws SQLException {
    String statistic = row.getString("statistic");
    double value = row.getDouble("value");
    Threshold.Statistic kind =
        switch (statistic) {
          case "SHARE" -> Threshold.Statistic.SHARE;
          case "PERCENTILE" -> Threshold.Statistic.PERCENTILE;
          case "RATIO" -> Threshold.Statistic.RATIO;
          default ->
              throw new IllegalStateException(
                  "Cannot judge %s by the statistic %s: expected SHARE, PERCENTILE or RATIO. Correct the row %d of sla_thresholds."
                      .formatted(row.getString("parameter_code"), statistic, row.getLong("id")));
        };
    double required =
        switch (kind) {
          case SHARE -> row.getDouble("share_pct") / 100;
          case PERCENTILE -> row.getDouble("percentile") / 100;
          case RATIO -> value / 100;
        };
    return new Threshold(
        row.getLong("id"),
        row.getString("parameter_code"),
        row.getString("license_category"),
        row.getString("threshold_type").equals("MIN"),
        value,
        kind,
        required,
        row.getBoolean("busy_hours_only"),
        row.getInt("min_samples"));
  }

  private Subscribers subscribers(Map<String, Object> parameters) {
    Map<Long, Map<String, Long>> byDistrict = new HashMap<>();
    jdbc.query(
        sql("subscribers"),
        parameters,
        row -> {
          byDistrict
              .computeIfAbsent(row.getLong("isp_id"), i -> new HashMap<>())
              .put(row.getString("district"), row.getLong("subscribers"));
        });
    return new Subscribers(byDistrict);
  }

  private Map<String, String> divisionOfDistrict() {
    Map<String, String> divisions = new HashMap<>();
    jdbc.query(
        sql("districts"),
        Map.of(),
        row -> {
          divisions.put(row.getString("district"), row.getString("division"));
        });
    return divisions;
  }

  private static Isp isp(ResultSet row) throws SQLException {
    return new Isp(row.getLong("id"), row.getString("code"), row.getString("category"));
  }

  private static Pop pop(ResultSet row) throws SQLException {
    return new Pop(
        row.getLong("id"),
        row.getLong("isp_id"),
        row.getString("isp"),
        row.getString("code"),
        row.getString("district"),
        row.getString("division"),
        row.getInt("qos_agents"),
        row.getBoolean("representative"));
  }

  private static String sql(String name) {
    return SqlText.of(MonthVerdicts.class, name);
  }
}
