package org.fxbb.jobs.remind;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reminders in {@code notifications}: what is to go out, what was tried, what became of it. Every
 * method is one statement that commits.
 */
final class ReminderQueue {
  /** Attempts after which a message is given up. */
  static final int MOST_ATTEMPTS = 6;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

  private final NamedParameterJdbcTemplate jdbc;
  private final Clock clock;

  ReminderQueue(NamedParameterJdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A message that is due.
   *
   * @param key what it is, see {@code notifications.message_key}
   * @param means EMAIL or OUTBOX
   * @param isp code of the ISP
   * @param period first day of the month that it is about
   * @param attempts how often it was tried
   */
  record Due(long id, String key, String means, String isp, LocalDate period, int attempts) {}

  /** Notes a message, unless it is known; returns how many were new. */
  int add(String key, String means, String isp, LocalDate period, String subject) {
    return jdbc.update(
        sql("addReminder"),
        Map.of(
            "key", key, "means", means, "isp", isp, "period", period, "subject", subject, "now",
            now()));
  }

  /** Messages that are to be tried now, pages before mails. */
  List<Due> listDue() {
    return jdbc.query(
        sql("dueReminders"),
        Map.of("now", now()),
        (row, i) ->
            new Due(
                row.getLong("id"),
                row.getString("message_key"),
                row.getString("means"),
                row.getString("isp"),
                row.getObject("period", LocalDate.class),
                row.getInt("attempts")));
  }

  /**
   * Takes a message before it is tried, so that nobody else does; if this engine dies, it is due
   * again after the pause.
   */
  boolean claim(Due due) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << due.attempts());
    return jdbc.update(
            sql("claim"),
            Map.of(
                "id",
                due.id(),
                "attempts",
                due.attempts(),
                "next",
                clock.instant().plus(pause).atOffset(ZoneOffset.UTC)))
        == 1;
  }

  /** Notes that a message went out, or is no longer needed and why. */
  void end(Due due, String state, @Nullable String why) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", due.id());
    values.put("state", state);
    values.put("why", why);
    values.put("now", now());
    jdbc.update(sql("end"), values);
  }

  /** Notes that a claimed message did not go out; it is tried again, or given up in the end. */
  void failed(Due due, String why) {
    end(due, due.attempts() + 1 < MOST_ATTEMPTS ? "FAILED" : "GIVEN_UP", why);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String sql(String name) {
    return SqlText.of(ReminderQueue.class, name);
  }
}
