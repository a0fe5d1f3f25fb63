package org.fxbb.jobs.secret;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The secrets that the engine must know in clear, encrypted in table {@code encrypted_secrets}.
 * Settings and tables hold a secret's name, never its value.
 *
 * <p><b>Errors</b>: {@link IllegalArgumentException} for a name that cannot be used, {@link
 * IllegalStateException} where a value cannot be decrypted; no message holds a value or a key.
 *
 * <p><b>Lifecycle</b>: thread-safe, and safe beside other processes and a rotation.
 *
 * <p><b>Source</b>: spec 7.7.
 */
public final class Secrets {
  /** Most bytes of a value. */
  public static final int MOST_BYTES = 65_536;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  private final JdbcClient jdbc;
  private final SecretRows rows;
  private final KeySource keys;

  /** Secrets in the database of this pool, encrypted by these keys. */
  public Secrets(DataSource dataSource, KeySource keys) {
    this.jdbc = JdbcClient.create(dataSource);
    this.rows = new SecretRows(dataSource);
    this.keys = keys;
  }

  /**
   * A secret without its value.
   *
   * @param name what settings write
   * @param purpose what it is for
   * @param keyId the key that decrypts it
   * @param updatedAt when it was last set or re-encrypted
   */
  public record Entry(String name, Purpose purpose, String keyId, Instant updatedAt) {}

  /**
   * What storing a secret did.
   *
   * @param keyId the key that encrypted it
   * @param replaced whether the name had a value before
   * @param newKeyPlace the key file when this made it, which must now be backed up
   */
  public record Stored(String keyId, boolean replaced, Optional<String> newKeyPlace) {}

  /**
   * Encrypts and stores a value under a name, in place of the one it had. The first secret of all
   * makes the key file when no key was given.
   */
  public Stored put(String name, Purpose purpose, Secret value) {
    requireName(name);
    requireLength(name, value);
    return rows.alone(
        () -> {
          KeyRing ring = keys.read();
          Optional<String> newKeyPlace = Optional.empty();
          if (ring.currentId().isEmpty()) {
            rows.list(null).stream()
                .findFirst()
                .ifPresent(
                    row -> {
                      throw rows.missingKey(keys.read(), row);
                    });
            ring = keys.addKey(ring);
            newKeyPlace = Optional.of(keys.place());
          }
          SealedValue sealed = SealedValue.seal(ring, name, purpose, value);
          boolean replaced = !rows.list(name).isEmpty();
          rows.put(sealed);
          return new Stored(sealed.keyId(), replaced, newKeyPlace);
        });
  }

  /** Decrypts the value of a name, or nothing when there is none of this name. */
  public Optional<Secret> find(String name) {
    return rows.together(
        () -> rows.list(name).stream().findFirst().map(row -> rows.open(keys.read(), row)));
  }

  /** Decrypts the value of a name. */
  public Secret get(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  /** Every secret, without values, by name. */
  public List<Entry> list() {
    return jdbc.sql(SqlText.of(Secrets.class, "list"))
        .query(
            (row, i) ->
                new Entry(
                    row.getString("name"),
                    Purpose.valueOf(row.getString("purpose")),
                    row.getString("key_id"),
                    row.getObject("updated_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Removes a value for good; the row stays without it.
   *
   * @throws IllegalStateException when an SNMP target or notification channel still names it
   */
  public void remove(String name) {
    rows.alone(
        () -> {
          if (rows.list(name).isEmpty()) {
            throw unknown(name);
          }
          List<String> users = rows.listUsers(name);
          if (!users.isEmpty()) {
            throw new IllegalStateException(
                "Cannot remove the secret %s: expected that nothing names it, found %,d that do: %s. Name another secret there first."
                    .formatted(name, users.size(), SecretRows.some(users)));
          }
          rows.remove(name);
          return name;
        });
  }

  /** What is wrong with each secret that cannot be decrypted, by name; empty when all can. */
  public List<String> listFaults() {
    return rows.together(
        () -> {
          KeyRing ring = keys.read();
          List<String> faults = new ArrayList<>();
          for (SealedValue row : rows.list(null)) {
            try {
              rows.open(ring, row).close();
            } catch (IllegalStateException e) {
              faults.add(String.valueOf(e.getMessage()));
            }
          }
          return faults;
        });
  }

  private IllegalArgumentException unknown(String name) {
    List<String> names = list().stream().map(Entry::name).toList();
    return new IllegalArgumentException(
        "Cannot find the secret %s: expected %s. See: fxbb secrets list"
            .formatted(
                name,
                names.isEmpty()
                    ? "that one was set before, found none at all"
                    : "one of " + SecretRows.some(names)));
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Cannot name a secret \"%s\": expected at most 63 of a-z, 0-9, point, hyphen and underscore, beginning with a letter or digit, such as snmp-isp-0001."
              .formatted(name));
    }
  }

  private static void requireLength(String name, Secret value) {
    if (value.length() == 0 || value.length() > MOST_BYTES) {
      throw new IllegalArgumentException(
          "Cannot store the secret %s: expected 1 to %,d bytes, found %,d."
              .formatted(name, MOST_BYTES, value.length()));
    }
  }
}
