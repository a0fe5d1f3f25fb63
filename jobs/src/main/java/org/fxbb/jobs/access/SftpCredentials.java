package org.fxbb.jobs.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.fxbb.jobs.access.Account.Kind;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What opens the SFTP accounts of ISPs and agents: any number of public keys and passwords, each
 * with its time.
 *
 * <p><b>Errors</b>: {@link IllegalArgumentException} for what cannot be added or is not there.
 *
 * <p><b>Lifecycle</b>: thread-safe. What is rotated opens until its grace is over.
 */
public final class SftpCredentials {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Passwords passwords;

  /** Credentials in the database of this pool. */
  public SftpCredentials(DataSource dataSource, Clock clock, Passwords passwords) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
    this.passwords = passwords;
  }

  /** The two ways to open an account. */
  public enum Way {
    /** A public key. */
    PUBLIC_KEY,
    /** A password. */
    PASSWORD
  }

  /**
   * A credential as a list shows it.
   *
   * @param account code of the ISP or UUID of the agent
   * @param way key or password
   * @param fingerprint of a key, null for a password
   * @param keyType such as ssh-ed25519, null for a password
   * @param state VALID, LOCKED, NOT_YET, EXPIRED or REVOKED
   * @param validFrom the first instant at which it opens
   * @param validTo the first instant at which it does not any more; null = no end
   */
  public record Entry(
      String account,
      Way way,
      @Nullable String fingerprint,
      @Nullable String keyType,
      String state,
      Instant validFrom,
      @Nullable Instant validTo) {}

  /**
   * Lets public keys open an account: all of them, or none when one does already.
   *
   * @param lifetime from now on; null = no end
   */
  public void addKeys(Account account, List<SshPublicKey> keys, @Nullable Duration lifetime) {
    transactions.executeWithoutResult(
        status -> keys.forEach(key -> insertKey(account, key, lifetime)));
  }

  /** Lets a password open an account, beside those that do already. */
  public void addPassword(Account account, char[] password, @Nullable Duration lifetime) {
    insert(account, Way.PASSWORD, null, passwords.hash(password), lifetime);
  }

  /**
   * Lets a public key open an account in place of those that do now.
   *
   * @param grace how long the old ones still open
   * @return how many were replaced
   */
  public int rotateKey(Account account, SshPublicKey key, Duration grace) {
    return replace(account, Way.PUBLIC_KEY, grace, () -> insertKey(account, key, null));
  }

  /** The same for a password. */
  public int rotatePassword(Account account, char[] password, Duration grace) {
    String hash = passwords.hash(password);
    return replace(
        account,
        Way.PASSWORD,
        grace,
        () -> insert(account, Way.PASSWORD, null, hash, null).orElseThrow());
  }

  /** Every credential, by account, then age. */
  public List<Entry> list() {
    return jdbc.sql(sql("listSftp"))
        .param("now", Rows.now(clock))
        .query((row, i) -> entry(row))
        .list();
  }

  /** Ends one public key at once. */
  public void revokeKey(Account account, String fingerprint) {
    if (revoke(account, Way.PUBLIC_KEY, fingerprint) == 0) {
      List<String> known =
          list().stream()
              .filter(entry -> entry.account().equals(account.name()))
              .filter(entry -> !entry.state().equals("REVOKED"))
              .map(Entry::fingerprint)
              .filter(java.util.Objects::nonNull)
              .toList();
      throw new IllegalArgumentException(
          "Cannot revoke the key %s of %s: expected %s."
              .formatted(
                  fingerprint,
                  account,
                  known.isEmpty()
                      ? "an account with keys, found none"
                      : "one of " + String.join(", ", known)));
    }
  }

  /**
   * Ends all passwords, or everything, of an account at once.
   *
   * @param way null for both
   * @return how many
   */
  public int revokeAll(Account account, @Nullable Way way) {
    return revoke(account, way, null);
  }

  private int revoke(Account account, @Nullable Way way, @Nullable String fingerprint) {
    return jdbc.sql(sql("revokeSftp"))
        .param("account", account.name())
        .param("way", way == null ? null : way.name(), Types.VARCHAR)
        .param("fingerprint", fingerprint, Types.VARCHAR)
        .param("now", Rows.now(clock))
        .update();
  }

  @SuppressWarnings("NullAway") // the work gives a number, so the template does
  private int replace(Account account, Way way, Duration grace, LongSupplier add) {
    return transactions.execute(
        status -> {
          long added = add.getAsLong();
          return jdbc.sql(sql("endSftp"))
              .param("account", account.name())
              .param("way", way.name())
              .param("added", added)
              .param("now", Rows.now(clock))
              .param("until", Rows.time(clock.instant().plus(grace)))
              .update();
        });
  }

  private long insertKey(Account account, SshPublicKey key, @Nullable Duration lifetime) {
    jdbc.sql(sql("retireSftpKey"))
        .param("account", account.name())
        .param("fingerprint", key.fingerprint())
        .param("now", Rows.now(clock))
        .update();
    return insert(account, Way.PUBLIC_KEY, key, null, lifetime)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot add the key %s to %s: expected one that does not open the account, found that it does. Nothing was changed."
                        .formatted(key.fingerprint(), account)));
  }

  private Optional<Long> insert(
      Account account,
      Way way,
      @Nullable SshPublicKey key,
      @Nullable String hash,
      @Nullable Duration lifetime) {
    Instant now = clock.instant();
    Instant validTo = lifetime == null ? null : now.plus(lifetime);
    return jdbc.sql(sql("addSftp"))
        .param("account", account.name())
        .param("ispId", account.idWhen(Kind.ISP), Types.BIGINT)
        .param("agentId", account.idWhen(Kind.AGENT), Types.BIGINT)
        .param("way", way.name())
        .param("publicKey", key == null ? null : key.text(), Types.VARCHAR)
        .param("fingerprint", key == null ? null : key.fingerprint(), Types.VARCHAR)
        .param("hash", hash, Types.VARCHAR)
        .param("now", Rows.time(now))
        .param("validTo", Rows.time(validTo), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Long.class)
        .optional();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("account"),
        Way.valueOf(row.getString("kind")),
        row.getString("fingerprint"),
        row.getString("key_type"),
        row.getString("state"),
        row.getObject("valid_from", java.time.OffsetDateTime.class).toInstant(),
        Rows.instant(row, "valid_to"));
  }

  private static String sql(String name) {
    return SqlText.of(SftpCredentials.class, name);
  }
}
