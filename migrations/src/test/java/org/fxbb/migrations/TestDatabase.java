package org.fxbb.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for tests: one embedded server per JVM, one migrated template, a fresh clone
 * per test class.
 *
 * <p>The clone is owned by the login {@code fxbb} (no superuser); {@link #etl()} and {@link
 * #report()} act as the roles of the engine's pools. {@link #superuser()} is for planting faults
 * and for looking.
 */
public final class TestDatabase {
  private static final String PASSWORD = "test";
  private static final AtomicInteger CLONES = new AtomicInteger();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** Clones the migrated template. */
  public static TestDatabase create() {
    String clone = "fxbb_test_" + CLONES.incrementAndGet();
    execute(
        Server.INSTANCE.getPostgresDatabase(),
        "CREATE DATABASE " + clone + " TEMPLATE " + Server.TEMPLATE + " OWNER fxbb");
    return new TestDatabase(clone);
  }

  /** An empty database owned by the login, not migrated. */
  public static TestDatabase createEmpty() {
    String fresh = "fxbb_test_" + CLONES.incrementAndGet();
    createDatabase(Server.INSTANCE, fresh);
    return new TestDatabase(fresh);
  }

  /** The login {@code fxbb}, as the engine is configured with. */
  public DataSource login() {
    return source(Server.INSTANCE, name, "fxbb", null);
  }

  /** Acts as {@code fxbb_etl}. */
  public DataSource etl() {
    return source(Server.INSTANCE, name, "fxbb", "fxbb_etl");
  }

  /** Acts as {@code fxbb_report}. */
  public DataSource report() {
    return source(Server.INSTANCE, name, "fxbb", "fxbb_report");
  }

  /** The superuser of the server. */
  public DataSource superuser() {
    return source(Server.INSTANCE, name, "postgres", null);
  }

  /** URL without credentials (user {@code fxbb}, password {@code test}), to start the engine on. */
  public String url() {
    return url(Server.INSTANCE, name);
  }

  private static String url(EmbeddedPostgres server, String database) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
  }

  private static DataSource source(
      EmbeddedPostgres server, String database, String user, @Nullable String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(server, database));
    source.setUser(user);
    source.setPassword(PASSWORD);
    source.setOptions("-c TimeZone=Asia/Dhaka" + (role == null ? "" : " -c role=" + role));
    return source;
  }

  private static void createDatabase(EmbeddedPostgres server, String database) {
    execute(
        server.getPostgresDatabase(),
        "CREATE DATABASE "
            + database
            + " OWNER fxbb ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0");
  }

  private static void execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Started on first use, stopped with the JVM. */
  private static final class Server {
    static final String TEMPLATE = "fxbb_template";
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("max_locks_per_transaction", "256")
                .setServerConfig("max_connections", "100")
                .start();
        execute(
            server.getPostgresDatabase(),
            "CREATE ROLE fxbb LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
        createDatabase(server, TEMPLATE);
        Migrator.migrate(source(server, TEMPLATE, "fxbb", null));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
