package org.fxbb.cron.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which partitions and indexes the statements of reports and judgement are planned with, on tables
 * of several months: {@code plan-shapes.txt}.
 *
 * <p>{@code -Dgolden.update=true} rewrites that file and still fails.
 */
final class PlanShapeIT {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/fxbb/cron/plan/plan-shapes.txt");

  private static final List<String> STATEMENTS =
      List.of(
          "jobs/verdict/popDays",
          "jobs/verdict/slotDays",
          "jobs/violation/reportingBreaches",
          "jobs/score/breaches",
          "jobs/score/parameters",
          "jobs/rollup/reopenSlots",
          "jobs/rollup/insertInterfaces",
          "reports/national/daily-values",
          "reports/national/excluded-samples",
          "reports/national/ten-numbers",
          "reports/scorecard/violations",
          "writers/answer/notices");

  private static final OffsetDateTime MONTH_START =
      OffsetDateTime.parse("2026-01-01T00:00:00+06:00");
  private static final OffsetDateTime MONTH_END = OffsetDateTime.parse("2026-02-01T00:00:00+06:00");
  private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-01-15T00:00:00+06:00");

  private static final Map<String, Object> OF_THE_MONTH =
      Map.ofEntries(
          Map.entry("policy_set", "btrc-poc-2026"),
          Map.entry("month", LocalDate.of(2026, 1, 1)),
          Map.entry("first", LocalDate.of(2026, 1, 1)),
          Map.entry("last", LocalDate.of(2026, 1, 31)),
          Map.entry("period", LocalDate.of(2026, 1, 1)),
          Map.entry("period_end", LocalDate.of(2026, 2, 1)),
          Map.entry("period_start_at", MONTH_START),
          Map.entry("period_end_at", MONTH_END),
          Map.entry("filing_end_at", MONTH_END.plusDays(31)),
          Map.entry("from", MONTH_START),
          Map.entry("to", MONTH_END),
          Map.entry("three_months_from", MONTH_START.minusMonths(2)),
          Map.entry("now", MONTH_END.plusDays(20)),
          Map.entry("deadline", MONTH_END.plusDays(10)),
          Map.entry("parameter", "DOWNLOAD_SPEED"),
          Map.entry("availability_basis", "SERVICE"),
          Map.entry("reporting_low_days", 3),
          Map.entry("reporting_medium_days", 10),
          Map.entry("measurement_access_coverage", 80),
          Map.entry("usual_history_days", 14),
          Map.entry("file", MONTH_START.plusDays(3).toEpochSecond() / 600),
          Map.entry("received_at", MONTH_START.plusDays(3)));

  private static JdbcTemplate jdbc = new JdbcTemplate();

  @BeforeAll
  static void fillTheTables() throws IOException {
    DataSource superuser = TestDatabase.create().superuser();
    jdbc = new JdbcTemplate(oneConnection(superuser));
    jdbc.execute(text(Path.of("src/test/resources/org/fxbb/cron/plan/nation.sql")));
    jdbc.execute("RESET session_replication_role");
    jdbc.execute("SET random_page_cost = 1.1");
    jdbc.execute(file("jobs/rollup/scratch").replace("ON COMMIT DROP", ""));
    jdbc.execute(
        "INSERT INTO taken_marks (pop_id, isp_id, hour) SELECT id, isp_id, timestamptz '2026-01-15 10:00+06' FROM pops WHERE id <= 3;"
            + " ANALYZE taken_marks");
  }

  @Test
  void partitionsAndIndexesAreThoseThatWereReviewed() throws IOException {
    StringBuilder shapes = new StringBuilder();
    for (String statement : STATEMENTS) {
      LoggedPlan plan = plan(statement);
      shapes.append(
          "%s%n  partitions: %s%n  indexes: %s%n"
              .formatted(statement, join(partitions(plan)), join(plan.indexes())));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, shapes);
    }
    assertThat(shapes.toString())
        .as("written anew by -Dgolden.update=true; look at the difference")
        .isEqualTo(text(GOLDEN));
    assertThat(Boolean.getBoolean("golden.update")).as("plan-shapes.txt was rewritten").isFalse();
  }

  @Test
  void aLostIndexShows() throws IOException {
    jdbc.execute("BEGIN; DROP INDEX sla_violations_measurement_period_start_ix");
    try {
      assertThat(plan("reports/scorecard/violations").indexes())
          .doesNotContain("sla_violations_measurement_period_start_ix");
    } finally {
      jdbc.execute("ROLLBACK");
    }
  }

  private static LoggedPlan plan(String statement) throws IOException {
    Map<String, Object> parameters = new java.util.HashMap<>(OF_THE_MONTH);
    if (statement.startsWith("jobs/rollup/")) {
      parameters.put("from", DAY);
      parameters.put("to", DAY.plusDays(1));
      parameters.put("day", DAY.toLocalDate());
    }
    String plan =
        new NamedParameterJdbcTemplate(jdbc)
            .queryForObject("EXPLAIN (FORMAT JSON) " + file(statement), parameters, String.class);
    return new LoggedPlan(
        statement, JsonMapper.shared().readTree(plan == null ? "" : plan).path(0).path("Plan"));
  }

  private static Set<String> partitions(LoggedPlan plan) {
    Map<String, String> parents = new java.util.HashMap<>();
    jdbc.query(
        "SELECT inhrelid::regclass::text, inhparent::regclass::text FROM pg_inherits",
        row -> {
          parents.put(row.getString(1), row.getString(2));
        });
    Set<String> read = new TreeSet<>();
    plan.partitionsRead(parents).values().forEach(read::addAll);
    return read;
  }

  private static String join(Set<String> names) {
    return names.isEmpty() ? "-" : String.join(", ", names);
  }

  private static String file(String statement) throws IOException {
    List<String> parts = new ArrayList<>(List.of(statement.split("/")));
    String module = parts.remove(0);
    return text(
        Path.of("..", module, "src/main/resources/org/fxbb", module)
            .resolve(String.join("/", parts) + ".sql"));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  private static DataSource oneConnection(DataSource source) {
    try {
      return new SingleConnectionDataSource(source.getConnection(), true);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
