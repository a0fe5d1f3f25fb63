package org.fxbb.writers.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a file went; {@code received} is the sum of the others.
 *
 * <p><b>Source</b>: spec 4.10.
 *
 * @param loaded in the tables
 * @param quarantined kept apart with a reason
 * @param duplicate known already
 * @param rejected part of a file that was refused as a whole
 */
public record Balance(long loaded, long quarantined, long duplicate, long rejected) {

  /** All rows of a file that was refused. */
  public static Balance rejected(long rows) {
    return new Balance(0, 0, 0, rows);
  }

  /** All rows there were. */
  public long received() {
    return loaded + quarantined + duplicate + rejected;
  }

  static void put(Map<String, @Nullable Object> values, String prefix, @Nullable Balance balance) {
    values.put(prefix + "_received", balance == null ? null : balance.received());
    values.put(prefix + "_loaded", balance == null ? null : balance.loaded());
    values.put(prefix + "_quarantined", balance == null ? null : balance.quarantined());
    values.put(prefix + "_duplicate", balance == null ? null : balance.duplicate());
    values.put(prefix + "_rejected", balance == null ? null : balance.rejected());
  }
}
