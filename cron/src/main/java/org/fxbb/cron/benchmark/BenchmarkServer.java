package org.fxbb.cron.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.database.Database;
import org.fxbb.cron.database.DatabaseAccess;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of a benchmark and the databases that it makes there, all named {@code
 * fxbb_benchmark_...}: on a server of its own beside the engine's, with the same settings, or on
 * the configured server. No other database is touched.
 *
 * <p><b>Lifecycle</b>: closing drops every database it made. What a killed benchmark left is known
 * by its comment and dropped at the next start.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when another benchmark runs there, when a database of
 * such a name was made by somebody else, or when the login may not make databases.
 */
final class BenchmarkServer implements AutoCloseable {
  private static final String PREFIX = "fxbb_benchmark_";
  private static final String COMMENT = "made by fxbb benchmark, which drops it";
  private static final String ACTOR = "fxbb benchmark";

  private final @Nullable Database embedded;
  private final DatabaseAccess server;
  private final Connection admin;

  private BenchmarkServer(@Nullable Database embedded, DatabaseAccess server, Connection admin) {
    this.embedded = embedded;
    this.server = server;
    this.admin = admin;
  }

  /**
   * Opens the server.
   *
   * @param folder the benchmark's own, for the embedded server
   * @param configured the configured server; null for an embedded one
   */
  static BenchmarkServer open(Path folder, @Nullable DatabaseAccess configured) {
    Database embedded =
        configured == null ? Database.embeddedForBenchmarks(folder.resolve("server"), ACTOR) : null;
    DatabaseAccess server =
        embedded == null ? Objects.requireNonNull(configured) : embedded.access();
    BenchmarkServer opened = new BenchmarkServer(embedded, server, connect(embedded, server));
    try {
      opened.requireAlone();
      opened.dropLeftovers();
      return opened;
    } catch (EngineFailure e) {
      opened.letGo();
      throw e;
    }
  }

  private static Connection connect(@Nullable Database embedded, DatabaseAccess server) {
    try {
      return source(server.toDatabase("postgres"), null).getConnection();
    } catch (SQLException e) {
      if (embedded != null) {
        embedded.close();
      }
      throw new EngineFailure(
          "Cannot run the benchmark: its server did not let it in (\"%s\"). Expected a login that may use the database postgres and make databases."
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Makes an empty database. */
  void create(String name) {
    execute(
        "CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'".formatted(full(name)));
    execute("COMMENT ON DATABASE %s IS '%s'".formatted(full(name), COMMENT));
  }

  /** Makes a database that is a copy of another; one of this name is dropped first. */
  void copy(String from, String name) {
    drop(name);
    execute(
        "CREATE DATABASE %s TEMPLATE %s STRATEGY = FILE_COPY".formatted(full(name), full(from)));
    execute("COMMENT ON DATABASE %s IS '%s'".formatted(full(name), COMMENT));
  }

  /** Drops a database, if there is one. */
  void drop(String name) {
    execute("DROP DATABASE IF EXISTS " + full(name));
  }

  /** Writes everything to disk, so that nobody pays for another's writes. */
  void checkpoint() {
    execute("CHECKPOINT");
  }

  /** How the login reaches a database. */
  DatabaseAccess access(String name) {
    return server.toDatabase(full(name));
  }

  /** Connections to a database, as the owner of its tables. */
  DataSource owner(String name) {
    return source(access(name), "-c role=fxbb_owner");
  }

  /** What PostgreSQL's own programs need to reach a database as the owner of its tables. */
  Map<String, String> environment(String name) {
    DatabaseAccess access = access(name);
    try (Database database =
        Database.configured(access.url(), access.user(), access.password(), ACTOR)) {
      Map<String, String> environment = new HashMap<>(database.libpqEnvironment());
      environment.put("PGAPPNAME", ACTOR);
      environment.put("PGOPTIONS", "-c role=fxbb_owner");
      return environment;
    }
  }

  @Override
  public void close() {
    try {
      dropLeftovers();
    } finally {
      letGo();
    }
  }

  private void letGo() {
    try {
      admin.close();
    } catch (SQLException e) {
      throw failure("leaving the server", e);
    } finally {
      if (embedded != null) {
        embedded.close();
      }
    }
  }

  private void requireAlone() {
    try (Statement statement = admin.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT pg_try_advisory_lock(hashtext('fxbb benchmark'))")) {
      result.next();
      if (!result.getBoolean(1)) {
        throw new EngineFailure(
            "Cannot run the benchmark: another one runs on the same server, and each would slow the other. Wait until it has ended.");
      }
    } catch (SQLException e) {
      throw failure("looking for other benchmarks", e);
    }
  }

  private void dropLeftovers() {
    Map<String, String> found = new HashMap<>();
    try (Statement statement = admin.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT datname, coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname LIKE 'fxbb\\_benchmark\\_%'")) {
      while (result.next()) {
        found.put(result.getString(1), result.getString(2));
      }
    } catch (SQLException e) {
      throw failure("looking for its databases", e);
    }
    found.forEach(
        (name, comment) -> {
          if (!comment.equals(COMMENT)) {
            throw new EngineFailure(
                "Cannot run the benchmark: expected no database %s but its own, found one with the comment \"%s\". Rename it or drop it yourself."
                    .formatted(name, comment));
          }
          execute("DROP DATABASE " + name);
        });
  }

  private void execute(String statement) {
    try (Statement running = admin.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw failure(statement, e);
    }
  }

  private static EngineFailure failure(String what, SQLException e) {
    return new EngineFailure(
        "Cannot run the benchmark: %s failed with \"%s\". Expected a login with CREATEDB, CREATEROLE and pg_checkpoint on a PostgreSQL 15 or newer; or leave spring.datasource.url out, and it brings a server of its own."
            .formatted(what, e.getMessage()),
        e);
  }

  private static String full(String name) {
    return PREFIX + name;
  }

  private static DataSource source(DatabaseAccess access, @Nullable String options) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(access.url());
    source.setUser(access.user());
    source.setPassword(access.password());
    source.setApplicationName(ACTOR);
    if (options != null) {
      source.setOptions(options);
    }
    return source;
  }
}
