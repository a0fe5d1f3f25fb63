package org.fxbb.jobs.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people who use the engine, and their roles.
 *
 * <p><b>Errors</b>: {@link IllegalArgumentException} for what cannot be added or is not there; the
 * message names what is.
 *
 * <p><b>Lifecycle</b>: thread-safe. A revoked user keeps the row, and the login is never given to
 * somebody else.
 */
public final class Users {
  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,62}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final String ISP_ROLE = "ISP";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Passwords passwords;
  private final Accounts accounts;

  /** Users in the database of this pool. */
  public Users(DataSource dataSource, Clock clock, Passwords passwords) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
    this.passwords = passwords;
    this.accounts = new Accounts(dataSource);
  }

  /**
   * Somebody to add.
   *
   * @param login lower case
   * @param name of the person
   * @param email where the person is reached
   * @param role a code, as in the reference table of roles
   * @param isp the code of the ISP for role ISP, null for everybody else
   */
  public record NewUser(
      String login, String name, String email, String role, @Nullable String isp) {

    @Override
    public String toString() {
      return "NewUser[" + login + "]";
    }
  }

  /**
   * A user as a list shows one.
   *
   * @param login lower case
   * @param name of the person
   * @param email where the person is reached
   * @param roles codes, in alphabetical order
   * @param isp code of the ISP, null for the regulator
   * @param status ACTIVE, LOCKED or REVOKED
   * @param lockedUntil when LOCKED
   * @param lastLoginAt null before the first login
   */
  public record Entry(
      String login,
      String name,
      String email,
      List<String> roles,
      @Nullable String isp,
      String status,
      @Nullable Instant lockedUntil,
      @Nullable Instant lastLoginAt) {}

  /** Adds a user with a first role. */
  public void add(NewUser user, char[] password) {
    requireForm(
        "login", user.login(), LOGIN, "a-z first, then a-z, 0-9, point, hyphen, underscore");
    requireForm("e-mail address", user.email(), EMAIL, "an address such as name@example.org");
    if (user.name().isBlank()) {
      throw new IllegalArgumentException(
          "Cannot add the user %s: expected a name, found none.".formatted(user.login()));
    }
    requireRole(user.role());
    Long ispId = user.isp() == null ? null : accounts.getIsp(user.isp()).id();
    requireRightSide(user.login(), user.role(), user.isp());
    String hash = passwords.hash(password);
    transactions.executeWithoutResult(
        status -> {
          int added =
              jdbc.sql(sql("addUser"))
                  .param("login", user.login())
                  .param("name", user.name().strip())
                  .param("email", user.email())
                  .param("hash", hash)
                  .param("ispId", ispId, Types.BIGINT)
                  .param("now", Rows.now(clock))
                  .update();
          if (added == 0) {
            throw new IllegalArgumentException(
                "Cannot add the user %s: expected a login that nobody has or had, found one that is %s. Choose another, or give it a new password: fxbb users rotate %s"
                    .formatted(user.login(), get(user.login()).status(), user.login()));
          }
          addRole(user.login(), user.role());
        });
  }

  /** Every user by login. */
  public List<Entry> list() {
    return jdbc.sql(sql("listUsers")).query((row, i) -> entry(row)).list();
  }

  /** Ends a user and all sessions, for good; false when that was done before. */
  public boolean revoke(String login) {
    accounts.getUser(login);
    return jdbc.sql(sql("revokeUser"))
            .param("login", login)
            .param("now", Rows.now(clock))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Gives a user another password, ends all sessions and the lock. */
  public void changePassword(String login, char[] password) {
    requireNotRevoked(login);
    jdbc.sql(sql("changePassword"))
        .param("login", login)
        .param("hash", passwords.hash(password))
        .param("now", Rows.now(clock))
        .update();
  }

  /** Ends the lock of a user after wrong passwords; false when there was none. */
  public boolean unlock(String login) {
    requireNotRevoked(login);
    return jdbc.sql(sql("unlockUser")).param("login", login).update() > 0;
  }

  /** Gives a user a role; false when the user has it already. */
  public boolean grant(String login, String role) {
    requireRole(role);
    requireNotRevoked(login);
    requireRightSide(login, role, get(login).isp());
    return addRole(login, role);
  }

  /** Takes a role from a user. */
  public void withdraw(String login, String role) {
    requireRole(role);
    List<String> roles = get(login).roles();
    if (jdbc.sql(sql("withdrawRole")).param("login", login).param("role", role).update() == 0) {
      throw new IllegalArgumentException(
          "Cannot withdraw %s from %s: expected a role that the user has, found %s."
              .formatted(role, login, roles.isEmpty() ? "none" : String.join(", ", roles)));
    }
  }

  private boolean addRole(String login, String role) {
    return jdbc.sql(sql("grantRole"))
            .param("login", login)
            .param("role", role)
            .param("now", Rows.now(clock))
            .update()
        > 0;
  }

  private Entry get(String login) {
    accounts.getUser(login);
    return list().stream().filter(user -> user.login().equals(login)).findFirst().orElseThrow();
  }

  private void requireNotRevoked(String login) {
    if (get(login).status().equals("REVOKED")) {
      throw new IllegalArgumentException(
          "Cannot change the user %s: expected one that is not revoked, found REVOKED. Add the person under another login: fxbb users add"
              .formatted(login));
    }
  }

  private void requireRole(String role) {
    List<String> roles = jdbc.sql(sql("listRoles")).query(String.class).list();
    if (!roles.contains(role)) {
      throw new IllegalArgumentException(
          "Cannot use the role \"%s\": expected one of %s."
              .formatted(role, String.join(", ", roles)));
    }
  }

  /** People of an ISP have the role ISP and no other; nobody else has it. */
  private static void requireRightSide(String login, String role, @Nullable String isp) {
    if (role.equals(ISP_ROLE) && isp == null) {
      throw new IllegalArgumentException(
          "Cannot make %s an ISP user: expected the ISP, found none. Add the user with --isp <code>."
              .formatted(login));
    }
    if (!role.equals(ISP_ROLE) && isp != null) {
      throw new IllegalArgumentException(
          "Cannot give %s the role %s: expected the role ISP for a user of %s, found %s. Roles of the regulator are for users without --isp."
              .formatted(login, role, isp, role));
    }
  }

  private static void requireForm(String what, String text, Pattern form, String expected) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Cannot use the %s \"%s\": expected %s.".formatted(what, text, expected));
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("login"),
        row.getString("name"),
        row.getString("email"),
        Rows.texts(row, "roles"),
        row.getString("isp"),
        row.getString("status"),
        Rows.instant(row, "locked_until"),
        Rows.instant(row, "last_login_at"));
  }

  private static String sql(String name) {
    return SqlText.of(Users.class, name);
  }
}
