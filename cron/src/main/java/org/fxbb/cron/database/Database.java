package org.fxbb.cron.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of this run of the engine, embedded or configured, and the ways into it.
 *
 * <p><b>Lifecycle</b>: close it after its pools. Closing leaves a configured server as it is.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when it cannot be reached or is older than version 15.
 *
 * <p><b>Source</b>: spec 3 "Roles", spec 7.3.
 */
public final class Database implements AutoCloseable {
  private static final int OLDEST_MAJOR = 15;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String INIT_SQL =
      "SET ROLE %s; SET TIME ZONE 'Asia/Dhaka'; SET fxbb.actor = '%s'";

  private final DatabaseAccess access;
  private final @Nullable EmbeddedServer server;
  private final String actor;

  private Database(DatabaseAccess access, @Nullable EmbeddedServer server, String actor) {
    this.access = access;
    this.server = server;
    this.actor = actor;
  }

  /**
   * The engine's own server under this folder.
   *
   * @param actor whom the audit log names for what the pools change
   */
  public static Database embedded(Path var, String actor) {
    EmbeddedServer server = EmbeddedServer.open(var);
    return new Database(server.access(), server, actor);
  }

  /**
   * A server under this folder, with the settings of the engine's own, whose login may also make
   * databases and checkpoints: for benchmarks.
   *
   * @param actor whom the audit log names for what the pools change
   */
  public static Database embeddedForBenchmarks(Path folder, String actor) {
    EmbeddedServer server = EmbeddedServer.open(folder);
    server.widenLogin();
    return new Database(server.access(), server, actor);
  }

  /**
   * A server that somebody else runs.
   *
   * @param actor whom the audit log names for what the pools change
   */
  public static Database configured(String url, String user, String password, String actor) {
    Database database =
        new Database(
            new DatabaseAccess(url, user, password, "the database " + withoutSecrets(url)),
            null,
            actor);
    database.requireVersion();
    return database;
  }

  /** Connections as the login, without a pool, for migrations. */
  public DataSource login() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(access.url());
    source.setUser(access.user());
    source.setPassword(access.password());
    source.setApplicationName("fxbb migrate");
    return source;
  }

  /**
   * A pool whose connections act as a role with fewer rights than the login.
   *
   * @param role such as {@code fxbb_etl}
   * @param size most connections at a time
   */
  public HikariDataSource pool(String role, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(role);
    config.setJdbcUrl(access.url());
    config.setUsername(access.user());
    config.setPassword(access.password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setConnectionInitSql(INIT_SQL.formatted(role, actor.replace("'", "''")));
    config.addDataSourceProperty("ApplicationName", role);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.setConnectionTimeout(PATIENCE.toMillis());
    return new RolePool(config, login());
  }

  /** Host, database, login and password for PostgreSQL's own programs, as environment variables. */
  public Map<String, String> libpqEnvironment() {
    return LibpqEnvironment.of(access);
  }

  /** The major version of the server, such as 17. */
  public int majorVersion() {
    try (Connection connection = login().getConnection()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** Whom the audit log names. */
  String actor() {
    return actor;
  }

  /** Where another login reaches this database, as psql takes it. */
  public String addressFor(String login) {
    return withoutSecrets(access.url())
        .replaceFirst("^jdbc:postgresql://", "postgresql://" + login + "@");
  }

  /** How the login reaches it. */
  public DatabaseAccess access() {
    return access;
  }

  /** The database as an operator would name it. */
  public String place() {
    return access.place();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }

  private void requireVersion() {
    try (Connection connection = login().getConnection()) {
      int found = connection.getMetaData().getDatabaseMajorVersion();
      if (found < OLDEST_MAJOR) {
        throw new EngineFailure(
            "Cannot use %s: expected PostgreSQL %d or newer, found %s. Set spring.datasource.url to a newer server, or leave it out for the embedded one."
                .formatted(
                    access.place(),
                    OLDEST_MAJOR,
                    connection.getMetaData().getDatabaseProductVersion()));
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  private EngineFailure unreachable(SQLException e) {
    return new EngineFailure(
        "Cannot reach %s as %s: expected it to answer, found \"%s\". Check spring.datasource.url, username and password."
            .formatted(access.place(), access.user(), e.getMessage()),
        e);
  }

  private static String withoutSecrets(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}
