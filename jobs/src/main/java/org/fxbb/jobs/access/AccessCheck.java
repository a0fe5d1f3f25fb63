package org.fxbb.jobs.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.fxbb.jobs.access.Access.Opened;
import org.fxbb.jobs.access.Access.Reason;
import org.fxbb.jobs.access.Access.Refused;
import org.fxbb.jobs.access.Account.Kind;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides whether a password, API key or public key opens an account at the clock's instant, for
 * the SFTP server and the console.
 *
 * <p><b>Shape</b>: a time that begins is inclusive, one that ends exclusive. Wrong passwords are
 * counted; at {@link LockPolicy#mostFailures} in a row the account is locked for a time, also
 * against the right password, and counts from 0 after it. API keys and public keys cannot be
 * guessed and are not counted.
 *
 * <p><b>Errors</b>: none for what is wrong, which is an answer; those of the database.
 *
 * <p><b>Lifecycle</b>: thread-safe. An unknown, locked or revoked account takes as long as a wrong
 * password. Tries at one account wait for each other, so that none escapes the count.
 *
 * <p><b>Source</b>: spec 7.4 and 7.5.
 */
public final class AccessCheck {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Passwords passwords;
  private final LockPolicy policy;

  /** Decides by the database of this pool. */
  public AccessCheck(DataSource dataSource, Clock clock, Passwords passwords, LockPolicy policy) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
    this.passwords = passwords;
    this.policy = policy;
  }

  /**
   * Something that may open an account, as stored.
   *
   * @param id of its row
   * @param hash null for a public key
   * @param account whose it is
   * @param scopes of an API key
   * @param revoked whether it or its owner is
   * @param from first instant at which it opens; null = always was
   * @param to first instant at which it does not any more; null = no end
   * @param lockedUntil first instant at which it may be tried again; null = not locked
   */
  private record Stored(
      long id,
      @Nullable String hash,
      Account account,
      List<String> scopes,
      boolean revoked,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Instant lockedUntil) {

    /** Why it does not open now, whatever is presented; nothing when it may. */
    Optional<Reason> obstacle(Instant now) {
      if (revoked) {
        return Optional.of(Reason.REVOKED);
      }
      if (from != null && now.isBefore(from)) {
        return Optional.of(Reason.NOT_YET);
      }
      if (to != null && !now.isBefore(to)) {
        return Optional.of(Reason.EXPIRED);
      }
      boolean locked = lockedUntil != null && now.isBefore(lockedUntil);
      return locked ? Optional.of(Reason.LOCKED) : Optional.empty();
    }
  }

  /** Whether this is the password of a user. */
  public Access userPassword(String login, char[] password) {
    return password("userByLogin", "User", login.strip().toLowerCase(Locale.ROOT), password);
  }

  /** Whether this password opens an SFTP account, the code of an ISP or the UUID of an agent. */
  public Access sftpPassword(String account, char[] password) {
    return password("sftpPasswords", "Sftp", account, password);
  }

  /**
   * Whether the owner of this public key may open an SFTP account. Changes nothing: a client asks
   * with keys that it has not proved to have.
   */
  public Access sftpKey(String account, SshPublicKey key) {
    return first(
        jdbc.sql(sql("sftpKey"))
            .param("account", account)
            .param("fingerprint", key.fingerprint())
            .param("publicKey", key.text())
            .query((row, i) -> stored(row))
            .list());
  }

  /** Notes that somebody who has proved to have this key came in. */
  public void noteSftpLogin(Account account, SshPublicKey key) {
    jdbc.sql(sql("openedSftpKey"))
        .param("account", account.name())
        .param("fingerprint", key.fingerprint())
        .param("now", Rows.now(clock))
        .update();
  }

  /** Whose API key this is. */
  public Access apiKey(String key) {
    char[] characters = key.toCharArray();
    Optional<Stored> found =
        ApiKeys.findPrefix(key)
            .flatMap(
                prefix ->
                    jdbc.sql(sql("apiKeyByPrefix"))
                        .param("prefix", prefix)
                        .query((row, i) -> stored(row))
                        .optional());
    if (found.isEmpty()) {
      passwords.matchNothing(characters);
      return new Refused(Reason.UNKNOWN);
    }
    return isRight(characters, found.get())
        ? first(List.of(found.get()))
        : new Refused(Reason.WRONG);
  }

  @SuppressWarnings("NullAway") // the work gives an answer, so the template does
  private Access password(String find, String table, String account, char[] password) {
    return transactions.execute(
        status -> {
          List<Stored> found =
              jdbc.sql(sql(find)).param("account", account).query((row, i) -> stored(row)).list();
          Instant now = clock.instant();
          List<Stored> open = found.stream().filter(s -> s.obstacle(now).isEmpty()).toList();
          if (open.isEmpty()) {
            passwords.matchNothing(password);
            return first(found);
          }
          List<Long> ids = open.stream().map(Stored::id).toList();
          Optional<Stored> right = open.stream().filter(s -> isRight(password, s)).findFirst();
          if (right.isEmpty()) {
            jdbc.sql(sql("failed" + table))
                .param("ids", ids)
                .param("most", policy.mostFailures())
                .param("now", Rows.now(clock))
                .param("until", Rows.time(now.plus(policy.lockTime())))
                .update();
            return new Refused(Reason.WRONG);
          }
          jdbc.sql(sql("opened" + table)).param("ids", ids).param("now", Rows.now(clock)).update();
          return new Opened(right.get().account(), List.of());
        });
  }

  /** The answer of the newest of those that were found. */
  private Access first(List<Stored> found) {
    if (found.isEmpty()) {
      return new Refused(Reason.UNKNOWN);
    }
    Stored newest = found.get(0);
    return newest
        .obstacle(clock.instant())
        .<Access>map(Refused::new)
        .orElseGet(() -> new Opened(newest.account(), newest.scopes()));
  }

  private boolean isRight(char[] presented, Stored stored) {
    return stored.hash() != null && passwords.matches(presented, stored.hash());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong("id"),
        row.getString("hash"),
        new Account(
            Kind.valueOf(row.getString("owner_kind")),
            row.getLong("owner_id"),
            row.getString("owner")),
        Rows.texts(row, "scopes"),
        row.getBoolean("revoked"),
        Rows.instant(row, "opens_at"),
        Rows.instant(row, "ends_at"),
        Rows.instant(row, "locked_until"));
  }

  private static String sql(String name) {
    return SqlText.of(AccessCheck.class, name);
  }
}
