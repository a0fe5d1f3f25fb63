package org.fxbb.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings a database to the schema of this engine: roles first, then every migration as {@code
 * fxbb_owner}, so that neither the login nor a pool owns a table.
 *
 * <p><b>Lifecycle</b>: idempotent; two processes that migrate at once wait for each other (Flyway's
 * own lock); an interrupted run can be repeated, because every migration is one transaction.
 *
 * <p><b>Errors</b>: {@link org.flywaydb.core.api.FlywayException} where a migration fails or was
 * edited after it ran; {@link IllegalStateException} where the login may not make roles.
 *
 * <p><b>Source</b>: specification 3, "The database".
 */
public final class Migrator {
  private static final int OLDEST_SERVER = 15;

  private Migrator() {}

  /** Migrates to the newest version and returns how many migrations ran now. */
  public static int migrate(DataSource login) {
    makeRoles(login);
    return flyway(login).migrate().migrationsExecuted;
  }

  /** Migrations that have not run yet, as {@code version description}; empty = up to date. */
  public static List<String> listPending(DataSource login) {
    return Arrays.stream(flyway(login).info().pending()).map(Migrator::describe).toList();
  }

  private static String describe(MigrationInfo info) {
    String version = info.getVersion() == null ? "R" : info.getVersion().getVersion();
    return version + " " + info.getDescription();
  }

  private static Flyway flyway(DataSource login) {
    return Flyway.configure()
        .dataSource(login)
        .initSql("SET ROLE fxbb_owner")
        .schemas("public")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .javaMigrations(new V017__Geography())
        .placeholderReplacement(false)
        .load();
  }

  /**
   * Makes the roles and their rights on this database, and nothing in it: what a backup needs
   * before it can be restored into an empty database.
   */
  public static void makeRoles(DataSource login) {
    try (Connection connection = login.getConnection();
        Statement statement = connection.createStatement()) {
      int server = connection.getMetaData().getDatabaseMajorVersion();
      if (server < OLDEST_SERVER) {
        throw new IllegalStateException(
            "Cannot migrate the database: expected PostgreSQL "
                + OLDEST_SERVER
                + " or newer, found "
                + server
                + ". Point spring.datasource.url at a newer server.");
      }
      statement.execute(resource("/db/roles.sql"));
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot make the roles fxbb_owner, fxbb_etl, fxbb_report, fxbb_finance, fxbb_isp and"
              + " fxbb_monitor: "
              + e.getMessage()
              + ". The login that migrates must own the database and have CREATEROLE, or an"
              + " administrator must make the roles and grant them to it.",
          e);
    }
  }

  static String resource(String path) {
    try (InputStream in = Migrator.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + path + " is not in the jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
