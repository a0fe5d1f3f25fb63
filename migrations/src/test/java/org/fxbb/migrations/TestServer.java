package org.fxbb.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An embedded server of one version, started on first use and stopped with the JVM. Its login
 * {@code fxbb} may make roles and is no superuser.
 */
final class TestServer {
  private static final String PASSWORD = "test";
  private static final String TEMPLATE = "fxbb_template";

  private final EmbeddedPostgres server;
  private boolean templateMade;

  private TestServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static TestServer of(PostgresVersion version) {
    return switch (version) {
      case POSTGRES_15 -> Postgres15.SERVER;
      case POSTGRES_17 -> Postgres17.SERVER;
    };
  }

  /** Makes an empty database that the login owns. */
  void createEmpty(String database) {
    execute(
        "CREATE DATABASE "
            + database
            + " OWNER fxbb ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0");
  }

  /** Makes a clone of a database that was migrated once per JVM. */
  synchronized void createMigrated(String database) {
    if (!templateMade) {
      execute("DROP DATABASE IF EXISTS " + TEMPLATE);
      createEmpty(TEMPLATE);
      Migrator.migrate(source(TEMPLATE, "fxbb", null));
      templateMade = true;
    }
    execute("CREATE DATABASE " + database + " TEMPLATE " + TEMPLATE + " OWNER fxbb");
  }

  DataSource source(String database, String user, @Nullable String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(user);
    source.setPassword(PASSWORD);
    source.setOptions("-c TimeZone=Asia/Dhaka" + (role == null ? "" : " -c role=" + role));
    return source;
  }

  void createLogin(String login, String role) {
    execute("CREATE ROLE " + login + " LOGIN PASSWORD '" + PASSWORD + "' IN ROLE " + role);
  }

  String url(String database) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
  }

  private void execute(String sql) {
    execute(server.getPostgresDatabase(), sql);
  }

  private static void execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A server of its own that writes the plan of every statement, as it ran, to a JSON log. */
  static TestServer explaining(Path logFolder) {
    return start(
        EmbeddedPostgres.builder()
            .setServerConfig("session_preload_libraries", "auto_explain")
            .setServerConfig("auto_explain.log_min_duration", "0")
            .setServerConfig("auto_explain.log_analyze", "on")
            .setServerConfig("auto_explain.log_timing", "off")
            .setServerConfig("auto_explain.log_nested_statements", "on")
            .setServerConfig("auto_explain.log_format", "json")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_destination", "jsonlog")
            .setServerConfig("log_rotation_size", "0")
            .setServerConfig("log_directory", logFolder.toString())
            .setServerConfig("log_filename", "plans"));
  }

  private static TestServer start(EmbeddedPostgres.Builder builder) {
    try {
      EmbeddedPostgres server =
          builder
              .setServerConfig("max_locks_per_transaction", "256")
              .setServerConfig("max_connections", "100")
              .start();
      execute(
          server.getPostgresDatabase(),
          "CREATE ROLE fxbb LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
      return new TestServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Postgres15 {
    static final TestServer SERVER =
        start(EmbeddedPostgres.builder().setPgBinaryResolver(new Postgres15Binaries()));
  }

  private static final class Postgres17 {
    static final TestServer SERVER = start(EmbeddedPostgres.builder());
  }
}
