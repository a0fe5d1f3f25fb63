package org.fxbb.cron;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Every statement of this module is one that a migrated database accepts. */
final class StatementsIT {
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final TestDatabase DATABASE = TestDatabase.create();

  static List<Path> statements() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static void execute(DataSource role, Path file, MapSqlParameterSource parameters)
      throws IOException {
    String sql = Files.readString(file);
    assertThatCode(() -> new NamedParameterJdbcTemplate(role).queryForList(sql, parameters))
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
            .addValue("month", month)
            .addValue("period", month, Types.DATE)
            .addValue("report", "R1", Types.VARCHAR)
            .addValue("seconds", 300)
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
