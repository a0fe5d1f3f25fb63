package org.fxbb.cron.doctor;

import java.util.List;
import org.fxbb.cron.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many connections the server has left, and who holds those in use, over all databases. */
final class Connections implements Check {
  private static final String NAME = "connections";
  private static final double NEARLY_FULL = 0.8;

  private final JdbcTemplate jdbc;

  Connections(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Connections that are alike.
   *
   * @param login they came in as
   * @param application as they name themselves; pools of the engine bear the name of their role
   * @param state active, idle, ..., null where this role may not see it
   * @param connections how many
   */
  record Group(String login, String application, @Nullable String state, long connections) {}

  /**
   * What was seen.
   *
   * @param used connections of clients
   * @param available those that ordinary logins may open, used ones included
   * @param groups who holds them, most first
   */
  record Seen(long used, long available, List<Group> groups) {}

  @Override
  public Section examine() {
    List<Group> groups =
        jdbc.query(
            Resources.sql(Connections.class, "connections"),
            (row, i) ->
                new Group(
                    row.getString("login"),
                    row.getString("application"),
                    row.getString("state"),
                    row.getLong("connections")));
    Long available =
        jdbc.queryForObject(Resources.sql(Connections.class, "connectionLimit"), Long.class);
    Seen seen =
        new Seen(
            groups.stream().mapToLong(Group::connections).sum(),
            available == null ? 0 : available,
            groups);
    return new Section(
        NAME,
        "Connections",
        seen,
        new Listing(
            List.of("login", "application", "state", "connections"),
            Words.rows(groups, groups.size(), Connections::cells)),
        List.of("%d of %d in use.".formatted(seen.used(), seen.available())),
        findings(seen));
  }

  private static List<String> cells(Group group) {
    String state = group.state();
    return List.of(
        group.login(),
        group.application(),
        state == null ? "hidden" : state,
        Long.toString(group.connections()));
  }

  private static List<Finding> findings(Seen seen) {
    if (seen.used() < NEARLY_FULL * seen.available()) {
      return List.of();
    }
    return List.of(
        new Finding(
            NAME,
            "Connections",
            "less than %.0f %% of %d in use".formatted(100 * NEARLY_FULL, seen.available()),
            Long.toString(seen.used()),
            "Close what is idle, lower fxbb.pool-size, or raise max_connections and restart the server."));
  }
}
