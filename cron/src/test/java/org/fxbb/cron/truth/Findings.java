package org.fxbb.cron.truth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the engine found in a simulated stretch of days, one line per finding. */
final class Findings {
  private final NamedParameterJdbcTemplate jdbc;
  private final Map<String, Object> stretch;

  Findings(DataSource etl, LocalDate first, LocalDate last) {
    this.jdbc = new NamedParameterJdbcTemplate(etl);
    this.stretch =
        Map.of(
            "first", first,
            "after", last.plusDays(1),
            "period", last.withDayOfMonth(1));
  }

  Set<String> findings() {
    return new TreeSet<>(jdbc.queryForList(sql("findings"), stretch, String.class));
  }

  /** Codes of all notices of severity WARNING and above. */
  Set<String> notices() {
    return new TreeSet<>(
        jdbc.queryForList(
            "SELECT DISTINCT code FROM submission_notices WHERE severity <> 'INFO'",
            Map.of(),
            String.class));
  }

  /** Files whose rows or submissions are not all accounted for. */
  Set<String> unbalanced() {
    return new TreeSet<>(jdbc.queryForList(sql("unbalanced"), stretch, String.class));
  }

  private static String sql(String name) {
    try (InputStream in =
        Objects.requireNonNull(Findings.class.getResourceAsStream(name + ".sql"), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
