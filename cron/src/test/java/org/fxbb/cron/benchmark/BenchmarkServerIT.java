package org.fxbb.cron.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.database.DatabaseAccess;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A benchmark touches its own databases only. */
final class BenchmarkServerIT {
  private static final TestDatabase DATABASE = TestDatabase.createEmpty();
  private static final Path NO_FOLDER = Path.of("not-used");

  private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.superuser());

  private static BenchmarkServer open(String login, String password) {
    return BenchmarkServer.open(
        NO_FOLDER, new DatabaseAccess(DATABASE.url(), login, password, "the test server"));
  }

  private static BenchmarkServer open() {
    return open("postgres", "");
  }

  @AfterEach
  void dropAll() {
    listDatabases().forEach(name -> jdbc.execute("DROP DATABASE " + name));
  }

  private List<String> listDatabases() {
    return jdbc.queryForList(
        "SELECT datname FROM pg_database WHERE datname LIKE 'fxbb\\_benchmark\\_%' ORDER BY datname",
        String.class);
  }

  @Test
  void itsDatabasesAreGoneWhenItIsClosed() {
    try (BenchmarkServer server = open()) {
      server.create("one");
      server.copy("one", "two");
      server.checkpoint();
      assertThat(listDatabases()).containsExactly("fxbb_benchmark_one", "fxbb_benchmark_two");
      assertThat(server.environment("two"))
          .containsEntry("PGDATABASE", "fxbb_benchmark_two")
          .containsEntry("PGUSER", "postgres");
    }
    assertThat(listDatabases()).isEmpty();
  }

  @Test
  void whatAKilledBenchmarkLeftIsDroppedAtTheNextStart() {
    jdbc.execute("CREATE DATABASE fxbb_benchmark_left");
    jdbc.execute(
        "COMMENT ON DATABASE fxbb_benchmark_left IS 'made by fxbb benchmark, which drops it'");
    try (BenchmarkServer server = open()) {
      assertThat(server).isNotNull();
      assertThat(listDatabases()).isEmpty();
    }
  }

  @Test
  void aDatabaseOfThatNameThatSomebodyElseMadeIsRefusedAndKept() {
    jdbc.execute("CREATE DATABASE fxbb_benchmark_engine");

    assertThatThrownBy(BenchmarkServerIT::open)
        .isInstanceOf(EngineFailure.class)
        .hasMessage(
            "Cannot run the benchmark: expected no database fxbb_benchmark_engine but its own, found one with the comment \"\". Rename it or drop it yourself.");
    assertThat(listDatabases()).containsExactly("fxbb_benchmark_engine");
  }

  @Test
  void aSecondBenchmarkOnTheSameServerIsRefused() {
    try (BenchmarkServer first = open()) {
      first.create("one");
      assertThatThrownBy(BenchmarkServerIT::open)
          .isInstanceOf(EngineFailure.class)
          .hasMessageContaining("another one runs on the same server");
      assertThat(listDatabases()).containsExactly("fxbb_benchmark_one");
    }
  }

  @Test
  void aLoginThatMayNotMakeDatabasesIsToldSo() {
    try (BenchmarkServer server = open("fxbb", "test")) {
      assertThatThrownBy(() -> server.create("one"))
          .isInstanceOf(EngineFailure.class)
          .hasMessageContaining("permission denied to create database")
          .hasMessageContaining("Expected a login with CREATEDB");
    }
  }
}
