package org.fxbb.cron.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.fxbb.cron.EngineFailure;
import org.fxbb.migrations.Migrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

final class EmbeddedServerIT {
  @TempDir private Path var = Path.of("");

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void isDurableAsksForPasswordsAndKeepsItsData() throws SQLException, IOException {
    try (EmbeddedServer server = EmbeddedServer.open(var);
        Connection connection = connect(server.access())) {
      assertThat(ask(connection, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(connection, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(connection, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(connection, "SHOW max_locks_per_transaction")).isEqualTo("256");
      assertThat(ask(connection, "SHOW server_version"))
          .startsWith(EmbeddedServer.MAJOR_VERSION + ".");
      assertThat(ask(connection, "SELECT rolsuper::text FROM pg_roles WHERE rolname = 'fxbb'"))
          .isEqualTo("false");
      assertThat(
              ask(
                  connection,
                  "SELECT pg_encoding_to_char(encoding) || ' ' || datcollate FROM pg_database WHERE datname = 'fxbb'"))
          .isEqualTo("UTF8 C");
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.access().url(), "postgres", "guess"))
          .hasMessageContaining("password authentication failed");
      connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
    }
    assertThat(Files.readString(var.resolve("postgres/pg_hba.conf")).lines())
        .noneMatch(line -> !line.startsWith("#") && line.contains("trust"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(var.resolve("keys/postgres.properties"))))
        .isEqualTo("rw-------");
    try (EmbeddedServer again = EmbeddedServer.open(var);
        Connection connection = connect(again.access())) {
      assertThat(ask(connection, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void advisoryLocksAndTemporaryTablesAreTheEnginesOnly() throws SQLException {
    try (EmbeddedServer server = EmbeddedServer.open(var);
        Connection connection = connect(server.access())) {
      DatabaseAccess access = server.access();
      PGSimpleDataSource login = new PGSimpleDataSource();
      login.setUrl(access.url());
      login.setUser(access.user());
      login.setPassword(access.password());
      Migrator.makeRoles(login);
      for (String[] role :
          new String[][] {
            {"fxbb_etl", "t t"}, {"fxbb_owner", "t t"}, {"fxbb_isp", "f f"}, {"fxbb_report", "f f"}
          }) {
        assertThat(
                ask(
                    connection,
                    "SELECT concat_ws(' ', has_function_privilege('%1$s', 'pg_advisory_lock(bigint)', 'EXECUTE'), has_database_privilege('%1$s', 'fxbb', 'TEMPORARY'))"
                        .formatted(role[0])))
            .as(role[0])
            .isEqualTo(role[1]);
      }
      assertThat(
              ask(
                  connection,
                  "SELECT has_function_privilege('fxbb_isp', 'lo_create(oid)', 'EXECUTE')"))
          .isEqualTo("f");
    }
  }

  @Test
  void aServerThatOutlivedItsEngineIsStoppedAndRecovered() throws Exception {
    Process engine =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                HoldServer.class.getName(),
                var.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(engine.inputReader().lines().filter(HoldServer.READY::equals).findFirst())
        .isPresent();
    String orphan =
        Files.readString(var.resolve("postgres/postmaster.pid")).lines().findFirst().orElseThrow();
    engine.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    assertThat(ProcessHandle.of(Long.parseLong(orphan))).isPresent();

    try (EmbeddedServer server = EmbeddedServer.open(var);
        Connection connection = connect(server.access())) {
      assertThat(ask(connection, "SELECT count(*) FROM committed")).isEqualTo("1");
      assertThat(Files.readString(var.resolve("postgres/postmaster.pid")).lines().findFirst())
          .isPresent()
          .isNotEqualTo(java.util.Optional.of(orphan));
    }
    assertThat(var.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void aServerThatCannotEndInOrderIsToldToEndAtOnceAndKeepsItsData() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.open(var)) {
      try (Connection connection = connect(server.access())) {
        connection.createStatement().execute("CREATE TABLE committed AS SELECT 1 AS one");
      }
      DataDirectory directory = new DataDirectory(var.resolve("postgres").toAbsolutePath());
      for (ProcessHandle child : directory.livePostmaster().orElseThrow().children().toList()) {
        new ProcessBuilder("sh", "-c", "kill -STOP " + child.pid()).start().waitFor();
      }

      directory.stopPostmaster(Duration.ofSeconds(1));

      assertThat(directory.livePostmaster()).isEmpty();
    }
    try (EmbeddedServer server = EmbeddedServer.open(var);
        Connection connection = connect(server.access())) {
      assertThat(ask(connection, "SELECT count(*) FROM committed")).isEqualTo("1");
    }
  }

  @Test
  void aSecondEngineSharesTheServerAndTheLastOneStopsIt() throws Exception {
    Process engine =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                HoldServer.class.getName(),
                var.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(engine.inputReader().lines().filter(HoldServer.READY::equals).findFirst())
        .isPresent();
    try (EmbeddedServer second = EmbeddedServer.open(var)) {
      engine.outputWriter().close();
      assertThat(engine.waitFor(60, TimeUnit.SECONDS)).isTrue();
      try (Connection connection = connect(second.access())) {
        assertThat(ask(connection, "SELECT count(*) FROM committed")).isEqualTo("1");
      }
    }
    assertThat(var.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void dataOfAnotherMajorVersionIsRefusedUntouched() throws IOException {
    Path data = Files.createDirectories(var.resolve("postgres"));
    Files.writeString(data.resolve("PG_VERSION"), "16\n");

    assertThatThrownBy(() -> EmbeddedServer.open(var))
        .isInstanceOf(EngineFailure.class)
        .hasMessage(
            "Cannot start the embedded PostgreSQL: the data directory %s expected version 17, found version 16. Nothing was changed. Either run the engine release that made it, move its data over with pg_dump and restore, or set fxbb.var to another folder to begin empty."
                .formatted(data));
    assertThat(data).isDirectoryContaining(file -> file.endsWith("PG_VERSION"));
  }

  @Test
  void aSetUpThatWasInterruptedIsMovedAside() throws IOException, SQLException {
    Path data = Files.createDirectories(var.resolve("postgres"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    Files.writeString(data.resolve("half"), "");

    try (EmbeddedServer server = EmbeddedServer.open(var);
        Connection connection = connect(server.access())) {
      assertThat(ask(connection, "SELECT current_user")).isEqualTo("fxbb");
    }
    assertThat(data.resolve("half")).doesNotExist();
    try (var files = Files.list(var)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("postgres-incomplete-"));
    }
  }

  @Test
  void withoutItsPasswordsKeptDataIsRefusedInsteadOfGuessed() throws IOException {
    EmbeddedServer.open(var).close();
    Files.delete(var.resolve("keys/postgres.properties"));

    assertThatThrownBy(() -> EmbeddedServer.open(var))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining(
            "expected its passwords in " + var.resolve("keys/postgres.properties"));
  }
}
