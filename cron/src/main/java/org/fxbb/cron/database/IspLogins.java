package org.fxbb.cron.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.Resources;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The PostgreSQL logins of ISPs: members of {@code fxbb_isp}, each with the row in {@code
 * isp_logins} by which row-level security knows whose rows it may see.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when the configured login may not make roles, the role
 * exists, or there is none to remove.
 *
 * <p><b>Lifecycle</b>: role and row come in one transaction. They go in stages, each of which can
 * be repeated: first the access, then what the login owns, then the role. The password goes to the
 * server as its SCRAM verifier, so it is in no log of the server.
 *
 * <p><b>Source</b>: spec 3, "Roles and row-level security".
 */
public final class IspLogins {
  private static final int LONGEST_NAME = 63;
  private static final int END_MILLIS = 10_000;
  private static final String NOT_ALLOWED = "42501";
  private static final String EXISTS = "42710";

  private final DataSource login;
  private final String actor;

  /** Makes and removes roles as the login of this database, which needs CREATEROLE. */
  public IspLogins(Database database) {
    this(database.login(), database.actor());
  }

  /**
   * Makes and removes roles as this login.
   *
   * @param actor whom the audit log names
   */
  IspLogins(DataSource login, String actor) {
    this.login = login;
    this.actor = actor;
  }

  /** Work in one transaction. */
  private interface Work<T> {
    T on(Connection connection, Statement statement) throws SQLException;
  }

  /**
   * A login.
   *
   * @param isp code
   * @param roleName of the login
   * @param since when it was made
   */
  public record Entry(String isp, String roleName, Instant since) {}

  /**
   * Makes the login of an ISP.
   *
   * @param code of the ISP, from which the login has its name
   * @return the login's name
   */
  public String add(long ispId, String code, String password) {
    String role = roleName(code);
    String action = "make the database login " + role;
    if (role.length() > LONGEST_NAME) {
      throw new EngineFailure(
          "Cannot %s: expected a name of at most %d characters, found %d."
              .formatted(action, LONGEST_NAME, role.length()));
    }
    return transaction(
        action,
        (connection, statement) -> {
          statement.execute(
              "CREATE ROLE %s LOGIN CONNECTION LIMIT 10 IN ROLE fxbb_isp".formatted(quoted(role)));
          connection
              .unwrap(PGConnection.class)
              .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
          statement.execute("SET LOCAL ROLE fxbb_etl");
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO isp_logins (isp_id, role_name) VALUES (?, ?)")) {
            insert.setLong(1, ispId);
            insert.setString(2, role);
            insert.executeUpdate();
          }
          return role;
        });
  }

  /** Every login by ISP. */
  public List<Entry> list() {
    return transaction(
        "list the database logins of ISPs",
        (connection, statement) -> {
          statement.execute("SET LOCAL ROLE fxbb_etl");
          List<Entry> entries = new ArrayList<>();
          try (ResultSet row =
              statement.executeQuery(
                  """
                  SELECT i.code, l.role_name, l.created_at
                  FROM isp_logins l
                  JOIN isps i ON i.id = l.isp_id
                  ORDER BY i.code, l.role_name
                  """)) {
            while (row.next()) {
              entries.add(
                  new Entry(
                      row.getString(1),
                      row.getString(2),
                      row.getObject(3, OffsetDateTime.class).toInstant()));
            }
          }
          return entries;
        });
  }

  /**
   * Removes the logins of an ISP, also those of which an earlier attempt left the role, and returns
   * their names. Open sessions are ended.
   */
  public List<String> revoke(long ispId, String code) {
    String action = "remove the database login of " + code;
    List<String> roles =
        transaction(action, (connection, statement) -> endAccess(connection, ispId, code));
    for (String role : roles) {
      transaction(
          "remove the role "
              + role
              + ", which has no access any more and may not log in; run the command again when this is solved",
          (connection, statement) -> {
            statement.execute("GRANT %s TO CURRENT_USER".formatted(quoted(role)));
            statement.execute(
                "SELECT pg_terminate_backend(pid, %d) FROM pg_stat_activity WHERE usename = '%s'"
                    .formatted(END_MILLIS, role.replace("'", "''")));
            statement.execute("DROP OWNED BY " + quoted(role));
            statement.execute("DROP ROLE " + quoted(role));
            return role;
          });
    }
    return roles;
  }

  private static List<String> endAccess(Connection connection, long ispId, String code)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL ROLE fxbb_etl");
      List<String> roles =
          JdbcClient.create(new SingleConnectionDataSource(connection, true))
              .sql(Resources.sql(IspLogins.class, "endAccess"))
              .param("isp", ispId)
              .param("role", roleName(code))
              .query(String.class)
              .list();
      if (roles.isEmpty()) {
        throw new EngineFailure(
            "Cannot remove the database login of %s: expected one, found none. See: fxbb users isp-login list"
                .formatted(code));
      }
      statement.execute("RESET ROLE");
      for (String role : roles) {
        statement.execute("ALTER ROLE %s NOLOGIN".formatted(quoted(role)));
      }
      return roles;
    }
  }

  private static String roleName(String code) {
    return "fxbb_" + code.replace('-', '_');
  }

  private <T> T transaction(String action, Work<T> work) {
    try (Connection connection = login.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        nameActor(connection);
        T result = work.on(connection, statement);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new EngineFailure(
          "Cannot %s: %s".formatted(action, explain(String.valueOf(e.getMessage()), e)), e);
    }
  }

  private void nameActor(Connection connection) throws SQLException {
    try (PreparedStatement name =
        connection.prepareStatement("SELECT set_config('fxbb.actor', ?, true)")) {
      name.setString(1, actor);
      name.execute();
    }
  }

  private static String explain(String message, SQLException failure) {
    return switch (String.valueOf(failure.getSQLState())) {
      case NOT_ALLOWED ->
          "expected that the login in spring.datasource.username has CREATEROLE and may grant fxbb_isp, found \"%s\". An administrator of the server can say: ALTER ROLE <login> CREATEROLE; GRANT fxbb_isp TO <login> WITH ADMIN OPTION;"
              .formatted(message);
      case EXISTS ->
          "expected no role of this name, found \"%s\". See fxbb users isp-login list; roles belong to the whole server, so another database may use it."
              .formatted(message);
      default -> "the database said \"%s\".".formatted(message);
    };
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
