package org.fxbb.jobs.secret;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Changes the key that encrypts: first the new key joins the ring, then one transaction moves every
 * secret to it. The old key stays in the ring until {@link #forgetOld}, because backups of the
 * database need it.
 *
 * <p><b>Lifecycle</b>: killed at any point, nothing is lost, and the next rotation finishes the one
 * that was interrupted instead of making a further key.
 *
 * <p><b>Errors</b>: {@link IllegalStateException} when a secret cannot be decrypted (nothing is
 * changed then), or when a person must change the ring.
 */
public final class SecretRotation {
  private final SecretRows rows;
  private final KeySource keys;

  /** Rotates the keys of the secrets in the database of this pool. */
  public SecretRotation(DataSource dataSource, KeySource keys) {
    this.rows = new SecretRows(dataSource);
    this.keys = keys;
  }

  /**
   * What was done.
   *
   * @param place where the keys are
   * @param current the key that encrypts now; empty when there is no key yet
   * @param newKey whether it was made just now
   * @param moved how many secrets were encrypted anew
   * @param unneeded keys of the ring that no secret needs any more
   * @param forgotten keys that were taken out of the ring
   */
  public record Result(
      String place,
      String current,
      boolean newKey,
      int moved,
      List<String> unneeded,
      List<String> forgotten) {}

  /**
   * Moves every secret to the current key. In a key file a new key is made first, unless a rotation
   * waits to be finished or the ring still holds the old keys of the last one.
   *
   * @param again make a new key although old keys are still in the ring
   */
  public Result rotate(boolean again) {
    return rows.alone(
        () -> {
          KeyRing ring = keys.read();
          List<SealedValue> sealed = rows.list(null);
          List<Secret> values = new ArrayList<>();
          try {
            sealed.forEach(row -> values.add(rows.open(ring, row)));
            boolean newKey = needsNewKey(ring, sealed, again);
            KeyRing next = newKey ? keys.addKey(ring) : ring;
            int moved = 0;
            for (int i = 0; i < sealed.size(); i++) {
              moved += move(next, sealed.get(i), values.get(i));
            }
            return result(next, newKey, moved, old(next), List.of());
          } finally {
            values.forEach(Secret::close);
          }
        });
  }

  /** Takes the keys that no secret needs out of the key file. */
  public Result forgetOld() {
    return rows.alone(
        () -> {
          KeyRing ring = keys.read();
          List<String> needed = rows.list(null).stream().map(SealedValue::keyId).toList();
          List<String> unneeded = old(ring).stream().filter(id -> !needed.contains(id)).toList();
          if (!keys.isFile()) {
            throw new IllegalStateException(
                "Cannot forget old keys: expected them in the key file, found them in %s. Take these out there, no secret needs them: %s."
                    .formatted(
                        keys.place(), unneeded.isEmpty() ? "none" : String.join(", ", unneeded)));
          }
          if (!unneeded.isEmpty()) {
            keys.write(ring.without(unneeded));
          }
          return result(ring, false, 0, List.of(), unneeded);
        });
  }

  private boolean needsNewKey(KeyRing ring, List<SealedValue> sealed, boolean again) {
    if (!keys.isFile()) {
      if (again) {
        throw new IllegalStateException(
            "Cannot make a new key: expected the keys in a file, found them in %s. Put %s:<base64 of 32 bytes> first there and rotate again."
                .formatted(keys.place(), ring.nextId()));
      }
      return false;
    }
    boolean waiting = sealed.stream().anyMatch(row -> !isCurrent(ring, row));
    boolean afresh = ring.ids().size() == 1 || (again && !ring.ids().isEmpty());
    return !waiting && afresh;
  }

  private int move(KeyRing ring, SealedValue row, Secret value) {
    if (isCurrent(ring, row)) {
      return 0;
    }
    rows.put(SealedValue.seal(ring, row.name(), row.purpose(), value));
    return 1;
  }

  private static boolean isCurrent(KeyRing ring, SealedValue row) {
    return ring.currentId().filter(row.keyId()::equals).isPresent();
  }

  private static List<String> old(KeyRing ring) {
    return ring.ids().stream().skip(1).toList();
  }

  private Result result(
      KeyRing ring, boolean newKey, int moved, List<String> unneeded, List<String> forgotten) {
    return new Result(
        keys.place(), ring.currentId().orElse(""), newKey, moved, unneeded, forgotten);
  }
}
