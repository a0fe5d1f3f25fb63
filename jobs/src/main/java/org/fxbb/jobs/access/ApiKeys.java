package org.fxbb.jobs.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.fxbb.jobs.access.Account.Kind;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of programs that use the engine.
 *
 * <p><b>Shape</b>: {@code fxbb_<prefix>_<43 characters>}: the prefix, 8 letters and digits, names
 * the key; the rest is 32 random bytes in base64url. Only the Argon2id hash of the whole is stored.
 *
 * <p><b>Errors</b>: {@link IllegalArgumentException} for what cannot be added or is not there.
 *
 * <p><b>Lifecycle</b>: thread-safe. A rotated key opens until its grace is over.
 */
public final class ApiKeys {
  private static final Pattern FORM = Pattern.compile("fxbb_([a-z0-9]{8})_[A-Za-z0-9_-]{43}");
  private static final String PREFIX_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int PREFIX_LENGTH = 8;
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Passwords passwords;

  /** Keys in the database of this pool. */
  public ApiKeys(DataSource dataSource, Clock clock, Passwords passwords) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
    this.passwords = passwords;
  }

  /**
   * A key as a list shows it.
   *
   * @param prefix what names it
   * @param name what it is for
   * @param owner the user, ISP or agent, as in a sentence
   * @param scopes codes of permissions; empty = all that the owner may
   * @param state VALID, GRACE, NOT_YET, EXPIRED, REPLACED, REVOKED or OWNER_REVOKED
   * @param endsAt the first instant at which it does not open any more; null = none is set
   * @param replacedBy prefix of the key that came in its place, or null
   */
  public record Entry(
      String prefix,
      String name,
      String owner,
      List<String> scopes,
      String state,
      @Nullable Instant endsAt,
      @Nullable String replacedBy) {}

  /**
   * A key that was just made.
   *
   * @param prefix what names it
   * @param key the whole key, to be shown once and forgotten
   * @param expiresAt the first instant at which it does not open any more; null = never
   * @param oldUntil the same of the key it replaces; null when it replaces none
   */
  public record Made(
      String prefix, String key, @Nullable Instant expiresAt, @Nullable Instant oldUntil) {

    @Override
    public String toString() {
      return "Made[" + prefix + "]";
    }
  }

  /** The prefix in a text that is a whole key, which nobody may see. */
  public static Optional<String> findPrefix(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * Makes a key.
   *
   * @param lifetime from now on; null = for ever
   */
  public Made add(String name, Account owner, List<String> scopes, @Nullable Duration lifetime) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot make a key for %s: expected a name that says what it is for, found none."
              .formatted(owner));
    }
    List<String> known = jdbc.sql(sql("listPermissions")).query(String.class).list();
    scopes.stream()
        .filter(scope -> !known.contains(scope))
        .findFirst()
        .ifPresent(
            scope -> {
              throw new IllegalArgumentException(
                  "Cannot use the scope \"%s\": expected one of %s."
                      .formatted(scope, String.join(", ", known)));
            });
    return insert(name, owner, scopes, lifetime);
  }

  /** Every key, by owner and age. */
  public List<Entry> list() {
    return jdbc.sql(sql("listApiKeys"))
        .param("now", Rows.now(clock))
        .query((row, i) -> entry(row))
        .list();
  }

  /** Ends a key at once; false when it was revoked before. */
  public boolean revoke(String prefix) {
    get(prefix);
    return jdbc.sql(sql("revokeApiKey"))
            .param("prefix", prefix)
            .param("now", Rows.now(clock))
            .update()
        > 0;
  }

  /**
   * Makes a key in the place of another, with the same owner, scopes and length of life.
   *
   * @param grace how long the old key still opens
   */
  public Made rotate(String prefix, Duration grace) {
    return transactions.execute(
        status -> {
          get(prefix);
          Old old =
              jdbc.sql(sql("lockApiKey"))
                  .param("prefix", prefix)
                  .query((row, i) -> old(row))
                  .single();
          Entry entry = get(prefix);
          if (!entry.state().equals("VALID")) {
            throw new IllegalArgumentException(
                "Cannot rotate the key %s: expected a valid one, found %s%s. Make a new one: fxbb keys api add"
                    .formatted(
                        prefix,
                        entry.state(),
                        entry.replacedBy() == null ? "" : ", replaced by " + entry.replacedBy()));
          }
          Made made = insert(entry.name(), old.owner(), entry.scopes(), old.lifetime());
          Instant until = clock.instant().plus(grace);
          Instant end =
              entry.endsAt() != null && entry.endsAt().isBefore(until) ? entry.endsAt() : until;
          jdbc.sql(sql("replaceApiKey"))
              .param("prefix", prefix)
              .param("by", made.prefix())
              .param("until", Rows.time(end))
              .update();
          return new Made(made.prefix(), made.key(), made.expiresAt(), end);
        });
  }

  private record Old(Account owner, @Nullable Duration lifetime) {}

  private Made insert(
      String name, Account owner, List<String> scopes, @Nullable Duration lifetime) {
    String prefix = prefix();
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    String key =
        "fxbb_" + prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    Instant expiresAt = lifetime == null ? null : now.plus(lifetime);
    jdbc.sql(sql("addApiKey"))
        .param("name", name.strip())
        .param("userId", owner.idWhen(Kind.USER), Types.BIGINT)
        .param("ispId", owner.idWhen(Kind.ISP), Types.BIGINT)
        .param("agentId", owner.idWhen(Kind.AGENT), Types.BIGINT)
        .param("prefix", prefix)
        .param("hash", passwords.hashAny(key.toCharArray()))
        .param("scopes", String.join(",", scopes))
        .param("now", Rows.time(now))
        .param("expiresAt", Rows.time(expiresAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    return new Made(prefix, key, expiresAt, null);
  }

  private static String prefix() {
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < PREFIX_LENGTH; i++) {
      prefix.append(PREFIX_ALPHABET.charAt(RANDOM.nextInt(PREFIX_ALPHABET.length())));
    }
    return prefix.toString();
  }

  private Entry get(String prefix) {
    return list().stream()
        .filter(key -> key.prefix().equals(prefix))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find the key \"%s\": expected the prefix of a key, the 8 characters after fxbb_, found none. See: fxbb keys api list"
                        .formatted(prefix)));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("prefix"),
        row.getString("name"),
        new Account(Kind.valueOf(row.getString("owner_kind")), 0, row.getString("owner"))
            .toString(),
        Rows.texts(row, "scopes"),
        row.getString("state"),
        Rows.instant(row, "ends_at"),
        row.getString("replaced_by"));
  }

  private static Old old(ResultSet row) throws SQLException {
    Kind kind = Kind.valueOf(row.getString("owner_kind"));
    Instant expiresAt = Rows.instant(row, "expires_at");
    Instant validFrom = row.getObject("valid_from", java.time.OffsetDateTime.class).toInstant();
    return new Old(
        new Account(kind, row.getLong("owner_id"), ""),
        expiresAt == null ? null : Duration.between(validFrom, expiresAt));
  }

  private static String sql(String name) {
    return SqlText.of(ApiKeys.class, name);
  }
}
