package org.fxbb.cron.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;

/** What a fresh embedded server gets before the first migration: the login and its database. */
final class ServerSetup {
  private final DataSource superuser;

  ServerSetup(DataSource superuser) {
    this.superuser = superuser;
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
}
