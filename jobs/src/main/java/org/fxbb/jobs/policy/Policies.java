package org.fxbb.jobs.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads the policy set that judges.
 *
 * <p><b>Source</b>: spec 5: rows are effective-dated and read on the first day of the month.
 */
public final class Policies {
  private static final String LOAD = SqlText.of(Policies.class, "load");

  private final NamedParameterJdbcTemplate jdbc;

  /** Reads through the given template. */
  public Policies(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The default set as in force on the first day of the month of {@code day}, so that one month is
   * judged by one rule.
   *
   * @throws IllegalStateException when no default set has a value in force on that day
   */
  public Policy inForce(LocalDate day) {
    LocalDate first = day.withDayOfMonth(1);
    Map<String, BigDecimal> numbers = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    String[] set = {""};
    jdbc.query(
        LOAD,
        Map.of("day", first),
        row -> {
          set[0] = row.getString("code");
          BigDecimal number = row.getBigDecimal("value");
          if (number == null) {
            texts.put(row.getString("name"), row.getString("text_value"));
          } else {
            numbers.put(row.getString("name"), number);
          }
        });
    if (set[0].isEmpty()) {
      throw new IllegalStateException(
          "Cannot judge %s: no policy set is both default and in force on that day. Mark one in"
                  .formatted(first)
              + " policy_sets.");
    }
    return new Policy(set[0], numbers, texts);
  }
}
