package org.fxbb.jobs.ingest;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Period;
import org.fxbb.readers.notice.NoticeGrades;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The policy values and holidays that intake goes by, as in force today.
 *
 * <p><b>Source</b>: spec 4.4, 4.9 and 4.10; rows of {@code policy_values} and {@code
 * calendar_days}.
 *
 * @param values numbers by name
 * @param holidays days that are not worked, beside Friday and Saturday
 * @param downDays days on which intake was down for long
 * @param retentionMonths months for which raw data is kept
 * @param grades rules that are suspended or graded otherwise today
 */
public record IntakePolicy(
    Map<String, BigDecimal> values,
    Set<LocalDate> holidays,
    Set<LocalDate> downDays,
    int retentionMonths,
    NoticeGrades grades) {

  /** Reads the default policy set. */
  public static IntakePolicy read(DataSource database, Clock clock) {
    JdbcClient client = JdbcClient.create(database);
    Map<String, BigDecimal> values = new HashMap<>();
    client
        .sql(SqlText.of(IntakePolicy.class, "policyValues"))
        .param("day", Period.today(clock))
        .query(
            row -> {
              values.put(row.getString("name"), row.getBigDecimal("value"));
            });
    Set<LocalDate> holidays =
        new HashSet<>(
            client.sql(SqlText.of(IntakePolicy.class, "holidays")).query(LocalDate.class).list());
    Set<LocalDate> downDays =
        new HashSet<>(
            client
                .sql(SqlText.of(IntakePolicy.class, "downDays"))
                .param("hours", number(values, "filing.down-hours"))
                .query(LocalDate.class)
                .list());
    Integer months =
        client.sql(SqlText.of(IntakePolicy.class, "retention")).query(Integer.class).single();
    Map<String, String> grades = new HashMap<>();
    client
        .sql(SqlText.of(IntakePolicy.class, "noticeGrades"))
        .param("day", Period.today(clock))
        .query(
            row -> {
              grades.put(row.getString("code"), row.getString("severity"));
            });
    return new IntakePolicy(values, holidays, downDays, months, NoticeGrades.of(grades));
  }

  /**
   * A number.
   *
   * @throws IllegalStateException when the policy set lacks it
   */
  public BigDecimal number(String name) {
    return number(values, name);
  }

  private static BigDecimal number(Map<String, BigDecimal> values, String name) {
    BigDecimal value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "Cannot check files: expected the policy value \"%s\" in the default set, found none."
              .formatted(name));
    }
    return value;
  }
}
