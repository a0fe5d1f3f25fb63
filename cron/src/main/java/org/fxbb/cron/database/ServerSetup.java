package org.fxbb.cron.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;

/** What a fresh embedded server gets before the first migration: the login and its database. */
final class ServerSetup {
  /**
   * Every login may take advisory locks, and so make the engine wait for ever, and may own large
   * objects, unless the superuser says otherwise. The login hands on the locks (roles.sql).
   */
  private static final String KEEP_FOR_THE_ENGINE =
      """
      DO $$
      DECLARE
        function_name text;
      BEGIN
        FOR function_name IN
          SELECT oid::regprocedure FROM pg_proc
          WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^(pg_(try_)?advisory_|lo_|lowrite$|loread$)'
        LOOP
          EXECUTE format('REVOKE EXECUTE ON FUNCTION %%s FROM PUBLIC', function_name);
          IF function_name ~ 'advisory' THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %%s TO %1$s WITH GRANT OPTION', function_name);
          END IF;
        END LOOP;
      END;
      $$
      """;

  private final DataSource superuser;

  ServerSetup(DataSource superuser) {
    this.superuser = superuser;
  }

  /**
   * Takes from everybody, in this database, what only the engine needs.
   *
   * @param superuser of the database
   * @param name of the login, which keeps it
   */
  static void keepForTheEngine(DataSource superuser, String name) {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(KEEP_FOR_THE_ENGINE.formatted(name));
    } catch (SQLException e) {
      throw new EngineFailure(
          "Cannot set up the embedded PostgreSQL: rights in the database %s could not be taken from everybody, \"%s\"."
              .formatted(name, e.getMessage()),
          e);
    }
  }

  /**
   * Makes a login that may create roles and hand on pg_monitor but is no superuser, and a database
   * in UTF-8 and locale C that it owns.
   *
   * @param name of both, a plain identifier
   * @param password hexadecimal
   */
  void createLoginAndDatabase(String name, String password) {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE %s LOGIN NOSUPERUSER CREATEROLE PASSWORD '%s'".formatted(name, password));
      statement.execute("GRANT pg_monitor TO %s WITH ADMIN OPTION".formatted(name));
      statement.execute(
          "CREATE DATABASE %s OWNER %s TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
              .formatted(name, name));
    } catch (SQLException e) {
      throw new EngineFailure(
          "Cannot set up the embedded PostgreSQL: creating the login and database %s failed with \"%s\"."
              .formatted(name, e.getMessage()),
          e);
    }
  }

  /** Lets a login make databases and checkpoints, as a benchmark needs and an engine never does. */
  void widenLogin(String name) {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE %s CREATEDB".formatted(name));
      statement.execute("GRANT pg_checkpoint TO %s".formatted(name));
    } catch (SQLException e) {
      throw new EngineFailure(
          "Cannot set up the embedded PostgreSQL: letting the login %s make databases failed with \"%s\"."
              .formatted(name, e.getMessage()),
          e);
    }
  }
}
