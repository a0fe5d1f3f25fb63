package org.fxbb.cron.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which server this is, how large the database is, and whether the settings that matter are as they
 * must be.
 *
 * <p><b>Source</b>: spec 7.8, "checked by doctor".
 */
final class ServerSettings implements Check {
  private static final String NAME = "database";
  private static final int LOCKS_NEEDED = 256;
  private static final String RESTART = "Change it in postgresql.conf and restart the server.";
  private static final String RELOAD = "Change it in postgresql.conf and reload the server.";

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "max_locks_per_transaction",
              LOCKS_NEEDED + " or more, for daily partitions",
              value -> Integer.parseInt(value) >= LOCKS_NEEDED,
              RESTART),
          new Rule("fsync", "on", "on"::equals, RELOAD),
          new Rule("full_page_writes", "on", "on"::equals, RELOAD),
          new Rule("synchronous_commit", "anything but off", value -> !value.equals("off"), RELOAD),
          new Rule("autovacuum", "on", "on"::equals, RELOAD),
          new Rule("track_counts", "on", "on"::equals, RELOAD),
          new Rule(
              "statement_timeout",
              "0, because a load or a judgement may take long",
              "0"::equals,
              "Take it away: ALTER ROLE or ALTER DATABASE ... RESET statement_timeout."),
          new Rule(
              "default_transaction_read_only",
              "off",
              "off"::equals,
              "Point spring.datasource.url at the server that takes writes."),
          new Rule(
              "server_encoding",
              "UTF8",
              "UTF8"::equals,
              "Make a database with ENCODING 'UTF8' and move over with fxbb backup."));

  private final JdbcTemplate jdbc;
  private final String place;

  ServerSettings(JdbcTemplate jdbc, String place) {
    this.jdbc = jdbc;
    this.place = place;
  }

  /** What a setting must be. */
  private record Rule(String name, String expected, Predicate<String> holds, String advice) {}

  /**
   * A setting as it is.
   *
   * @param name as in postgresql.conf
   * @param expected in words
   * @param found the value in force for the engine's sessions
   * @param good whether it is as expected
   */
  record Setting(String name, String expected, String found, boolean good) {}

  /**
   * The server.
   *
   * @param place as an operator would name it
   * @param version of PostgreSQL
   * @param bytes of the database on disk
   * @param startedAt when the server started
   * @param settings those that matter
   */
  record Server(
      String place, String version, long bytes, Instant startedAt, List<Setting> settings) {}

  @Override
  public Section examine() {
    List<Setting> settings = settings();
    Server server =
        jdbc.queryForObject(
            Resources.sql(ServerSettings.class, "server"),
            (row, i) ->
                new Server(
                    place,
                    row.getString("version"),
                    row.getLong("bytes"),
                    row.getTimestamp("started_at").toInstant(),
                    settings));
    return new Section(
        NAME,
        "Database",
        server,
        new Listing(
            List.of("setting", "found", "", "expected"),
            settings.stream()
                .map(s -> List.of(s.name(), s.found(), s.good() ? "" : "!", s.expected()))
                .toList()),
        List.of(
            "%s: PostgreSQL %s, %s, up since %s."
                .formatted(
                    place,
                    server.version(),
                    Words.bytes(server.bytes()),
                    Words.time(server.startedAt()))),
        findings(settings));
  }

  private List<Setting> settings() {
    Map<String, String> found =
        jdbc
            .query(
                Resources.sql(ServerSettings.class, "settings"),
                (row, i) -> Map.entry(row.getString("name"), row.getString("setting")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return RULES.stream()
        .map(
            rule -> {
              String value = found.getOrDefault(rule.name(), "");
              return new Setting(rule.name(), rule.expected(), value, rule.holds().test(value));
            })
        .toList();
  }

  private static List<Finding> findings(List<Setting> settings) {
    Set<String> wrong =
        settings.stream().filter(s -> !s.good()).map(Setting::name).collect(Collectors.toSet());
    return RULES.stream()
        .filter(rule -> wrong.contains(rule.name()))
        .map(
            rule ->
                new Finding(
                    NAME,
                    "Setting " + rule.name(),
                    rule.expected(),
                    settings.stream()
                        .filter(s -> s.name().equals(rule.name()))
                        .findFirst()
                        .orElseThrow()
                        .found(),
                    rule.advice()))
        .toList();
  }
}
