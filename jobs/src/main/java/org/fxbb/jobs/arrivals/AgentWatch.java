package org.fxbb.jobs.arrivals;

import java.time.Clock;
import java.util.Map;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Opens and closes the alerts about silent agents, by the data alone: one open alert per agent at
 * most, none for windows in which intake itself was down, and not again within the cool-down of the
 * rule {@code agent-silent}.
 *
 * <p><b>Lifecycle</b>: idempotent; call after a cycle's dumps are loaded.
 *
 * <p><b>Source</b>: spec 7.5 and the rows of {@code alert_rules}.
 */
public final class AgentWatch {
  private static final String RESOLVE = SqlText.of(AgentWatch.class, "resolveSilent");
  private static final String RAISE = SqlText.of(AgentWatch.class, "raiseSilent");

  private final NamedParameterJdbcTemplate jdbc;
  private final Arrivals arrivals;

  /** Watches the agents of this database. */
  public AgentWatch(NamedParameterJdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.arrivals = new Arrivals(jdbc, clock);
  }

  /**
   * Brings the alerts up to date.
   *
   * @return how many were opened
   */
  public int watch() {
    Map<String, Object> parameters = arrivals.agentParameters();
    jdbc.update(RESOLVE, parameters);
    return jdbc.update(RAISE, parameters);
  }
}
