package org.fxbb.jobs.reconcile;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.run.Period;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what ISPs declare with what else is known, and stores one finding per rule, active ISP
 * and month: OK ones and those that could not run too.
 *
 * <p><b>Shape</b>: each rule is a statement that fills a scratch table with one row per ISP and
 * grain; {@code grade.sql} gives the band by {@code discrepancy_rules}.
 *
 * <p><b>Lifecycle</b>: idempotent; a month that is judged again replaces its figures and keeps what
 * a person decided. Needs the month before to be judged first for {@code months_running}.
 *
 * <p><b>Source</b>: specification 5.8; rules D05 to D10, D13 and D14 need feeds that come later.
 */
@Component
public class Reconciliation {
  private static final List<String> RULES = List.of("D01", "D02", "D03", "D04", "D11", "D12");
  private static final String SCRATCH = SqlText.of(Reconciliation.class, "scratch");
  private static final String GRADE = SqlText.of(Reconciliation.class, "grade");
  private static final String REMOVE_GONE = SqlText.of(Reconciliation.class, "removeGone");
  private static final Map<String, String> STATEMENTS = statements();

  private final NamedParameterJdbcTemplate jdbc;
  private final Clock clock;

  /** Works through the given template; the clock dates new findings. */
  public Reconciliation(NamedParameterJdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Reconciles every active ISP for one month, in one transaction; each rule is an activity. */
  @Transactional
  public void reconcile(YearMonth month, WorkProfile profile) {
    Map<String, Object> parameters = parameters(month);
    jdbc.getJdbcOperations().execute("DROP TABLE IF EXISTS pg_temp.reconcile_findings");
    jdbc.getJdbcOperations().execute(SCRATCH);
    STATEMENTS.forEach(
        (rule, statement) -> {
          parameters.put("rule", rule);
          profile.begin(rule);
          try {
            jdbc.getJdbcOperations().execute("TRUNCATE reconcile_findings");
            profile.add(rule, jdbc.update(statement, parameters), 0);
            jdbc.update(GRADE, parameters);
            jdbc.update(REMOVE_GONE, parameters);
          } finally {
            profile.end();
          }
        });
  }

  private Map<String, Object> parameters(YearMonth month) {
    Period period = Period.ofMonth(month);
    Map<String, Object> parameters =
        new HashMap<>(new Policies(jdbc).inForce(period.first()).parameters());
    parameters.put("period", period.first());
    parameters.put("previous", month.minusMonths(1).atDay(1));
    parameters.put("next", month.plusMonths(1).atDay(1));
    parameters.put("from", period.start().atOffset(ZoneOffset.UTC));
    parameters.put("to", period.end().atOffset(ZoneOffset.UTC));
    parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
    return parameters;
  }

  private static Map<String, String> statements() {
    Map<String, String> statements = new LinkedHashMap<>();
    RULES.forEach(
        rule ->
            statements.put(rule, SqlText.of(Reconciliation.class, rule.toLowerCase(Locale.ROOT))));
    return statements;
  }
}
