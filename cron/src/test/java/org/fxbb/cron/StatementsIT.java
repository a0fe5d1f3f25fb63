package org.fxbb.cron;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every statement of this module is one that a migrated database accepts. */
final class StatementsIT {
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final TestDatabase DATABASE = TestDatabase.create();

  /** What is there while the log is checked. */
  private static final String ARCHIVED_LOG =
      "CREATE TEMPORARY TABLE archived_audit_logs (LIKE audit_logs) ON COMMIT DROP";

  /** Those of the benchmark are the owner's, and run in BenchmarkIT. */
  private static final String OF_BENCHMARK = "org/fxbb/cron/benchmark";

  static List<Path> statements() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .filter(file -> !file.startsWith(RESOURCES.resolve(OF_BENCHMARK)))
          .sorted()
          .toList();
    }
  }

  private static void execute(DataSource role, Path file, MapSqlParameterSource parameters)
      throws IOException {
    String sql = Files.readString(file);
    assertThatCode(
            () -> {
              try (Connection connection = role.getConnection();
                  Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                if (sql.contains("archived_audit_logs")) {
                  statement.execute(ARCHIVED_LOG);
                }
                new NamedParameterJdbcTemplate(new SingleConnectionDataSource(connection, true))
                    .queryForList(sql, parameters);
              }
            })
        .as(file.toString())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void everyStatementIsAccepted(Path file) throws IOException {
    LocalDate month = LocalDate.of(2026, 1, 1);
    execute(
        DATABASE.etl(),
        file,
        new MapSqlParameterSource()
            .addValue("isp", 1)
            .addValue("job", "nightly")
            .addValue("month", month)
            .addValue("period", month, Types.DATE)
            .addValue("report", "R1", Types.VARCHAR)
            .addValue("role", "fxbb_isp_0001")
            .addValue("run", "1")
            .addValue("seconds", 300)
            .addValue("sender", "isp-0001", Types.VARCHAR)
            .addValue("since", month)
            .addValue("today", month));
  }

  @Test
  void optionsThatWereLeftOutAreAccepted() throws IOException {
    execute(
        DATABASE.report(),
        RESOURCES.resolve("org/fxbb/cron/command/reports.sql"),
        new MapSqlParameterSource()
            .addValue("period", null, Types.DATE)
            .addValue("report", null, Types.VARCHAR));
  }
}
