package org.fxbb.jobs.secret;

import java.sql.Types;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of {@code encrypted_secrets} and the lock under which they and the key ring change
 * together: whoever holds it alone sees the newest ring, and nobody else encrypts meanwhile.
 */
final class SecretRows {
  private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(:lock, 7003))";
  private static final String TOGETHER =
      "SELECT pg_advisory_xact_lock_shared(hashtextextended(:lock, 7003))";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  SecretRows(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Does work that changes secrets or keys, in one transaction, while nobody else does. */
  <T> T alone(Supplier<T> work) {
    return locked(ALONE, work);
  }

  /** Does work that reads, in one transaction, while nobody changes secrets or keys. */
  <T> T together(Supplier<T> work) {
    return locked(TOGETHER, work);
  }

  @SuppressWarnings("NullAway") // the work never gives null, so neither does the template
  private <T> T locked(String lock, Supplier<T> work) {
    return transactions.execute(
        status -> {
          jdbc.sql(lock).param("lock", "fxbb/secrets").query((row, i) -> i).list();
          return work.get();
        });
  }

  /** The rows that have a value: of one name, or all by name. */
  List<SealedValue> list(@Nullable String name) {
    return jdbc.sql(sql("values"))
        .param("name", name, Types.VARCHAR)
        .query(
            (row, i) ->
                new SealedValue(
                    row.getString("name"),
                    Purpose.valueOf(row.getString("purpose")),
                    row.getString("key_id"),
                    row.getBytes("ciphertext")))
        .list();
  }

  /** Stores a value under its name, in place of the one it had. */
  void put(SealedValue value) {
    jdbc.sql(sql("put"))
        .param("name", value.name())
        .param("purpose", value.purpose().name())
        .param("keyId", value.keyId())
        .param("ciphertext", value.ciphertext())
        .update();
  }

  /** Takes the value out of a row. */
  void remove(String name) {
    jdbc.sql(sql("remove")).param("name", name).update();
  }

  /** What names a secret: SNMP targets and notification channels, in words. */
  List<String> listUsers(String name) {
    return jdbc.sql(sql("users")).param("name", name).query(String.class).list();
  }

  /**
   * Decrypts a row.
   *
   * @throws IllegalStateException when the ring lacks its key, or the row was changed
   */
  Secret open(KeyRing ring, SealedValue row) {
    return row.open(ring).orElseThrow(() -> missingKey(ring, row));
  }

  /** The failure that a key is not in the ring, with everything that needs it. */
  IllegalStateException missingKey(KeyRing ring, SealedValue row) {
    List<String> needing =
        list(null).stream()
            .filter(other -> other.keyId().equals(row.keyId()))
            .map(SealedValue::name)
            .toList();
    return new IllegalStateException(
        "Cannot decrypt the secret %s: expected the key %s in %s, found %s. Secrets that need %s: %s. Restore the key from its backup, or remove these secrets and set them again."
            .formatted(
                row.name(),
                row.keyId(),
                ring.place(),
                ring.ids().isEmpty() ? "no key" : "only " + String.join(", ", ring.ids()),
                row.keyId(),
                some(needing)));
  }

  /** The first ten of a list, for a message. */
  static String some(List<String> names) {
    String first = names.stream().limit(10).collect(Collectors.joining(", "));
    return names.size() > 10 ? first + " and %d more".formatted(names.size() - 10) : first;
  }

  private static String sql(String name) {
    return SqlText.of(SecretRows.class, name);
  }
}
