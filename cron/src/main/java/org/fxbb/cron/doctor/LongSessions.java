package org.fxbb.cron.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Sessions that have been running one statement, or sitting in an open transaction, for five
 * minutes.
 *
 * <p>Of a statement only its beginning is shown, up to the first place where a value could stand,
 * so that no secret and no personal data gets onto a screen or into a ticket. The server's clock
 * decides what is long, not {@code --as-of}.
 *
 * <p>Without membership in {@code pg_monitor} the server hides what other logins do; then the
 * section says so.
 */
final class LongSessions implements Check {
  private static final String NAME = "long_sessions";

  /** From when on a session is long. */
  static final Duration LONG = Duration.ofMinutes(5);

  private final NamedParameterJdbcTemplate jdbc;
  private final Duration limit;

  LongSessions(NamedParameterJdbcTemplate jdbc, Duration limit) {
    this.jdbc = jdbc;
    this.limit = limit;
  }

  /**
   * A session that takes long.
   *
   * @param pid of its server process
   * @param login it came in as
   * @param application as it names itself
   * @param state active, idle in transaction, ...
   * @param since when the statement or the idling began
   * @param seconds since then
   * @param statement its beginning, without values
   */
  record LongSession(
      int pid,
      String login,
      String application,
      String state,
      Instant since,
      long seconds,
      String statement) {}

  /**
   * What was seen.
   *
   * @param sessions that take long, the oldest first
   * @param hidden sessions of this database whose doings the server does not show to this role
   */
  record Seen(List<LongSession> sessions, long hidden) {}

  @Override
  public Section examine() {
    Long hidden =
        jdbc.queryForObject(
            Resources.sql(LongSessions.class, "hiddenSessions"), Map.of(), Long.class);
    Seen seen =
        new Seen(
            jdbc.query(
                Resources.sql(LongSessions.class, "longSessions"),
                Map.of("seconds", limit.toSeconds()),
                LongSessions::session),
            hidden == null ? 0 : hidden);
    return new Section(
        NAME,
        "Sessions busy or idle in a transaction for %d minutes".formatted(limit.toMinutes()),
        seen,
        new Listing(
            List.of("pid", "application", "state", "minutes", "statement"),
            Words.rows(seen.sessions(), seen.sessions().size(), LongSessions::cells)),
        notes(seen),
        seen.sessions().stream().map(this::finding).toList());
  }

  private static LongSession session(ResultSet row, int index) throws SQLException {
    return new LongSession(
        row.getInt("pid"),
        row.getString("login"),
        row.getString("application"),
        row.getString("state"),
        row.getTimestamp("since").toInstant(),
        row.getLong("seconds"),
        Words.shortened(row.getString("statement"), 60));
  }

  private static List<String> cells(LongSession session) {
    return List.of(
        Integer.toString(session.pid()),
        session.application(),
        session.state(),
        Long.toString(session.seconds() / 60),
        Words.shortened(session.statement(), 40));
  }

  private static List<String> notes(Seen seen) {
    List<String> notes = new ArrayList<>();
    if (seen.hidden() > 0) {
      notes.add(
          "%d sessions are hidden: fxbb_monitor is no member of pg_monitor. A superuser lets it look: GRANT pg_monitor TO fxbb_monitor;"
              .formatted(seen.hidden()));
    }
    return notes;
  }

  private Finding finding(LongSession session) {
    return new Finding(
        NAME,
        "Session %d (%s, %s)".formatted(session.pid(), session.login(), session.application()),
        "a statement or an idle transaction under %d minutes".formatted(limit.toMinutes()),
        "%s since %s".formatted(session.state(), Words.time(session.since())),
        "Normal for a large load or judgement; else end it: SELECT pg_terminate_backend(%d);"
            .formatted(session.pid()));
  }
}
