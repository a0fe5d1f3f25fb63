package org.fxbb.jobs.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of rows that leave the system: UUID version 5 of a natural key, the same on every machine.
 *
 * <p><b>Source</b>: RFC 9562, 5.5; specification 3, conventions.
 */
public final class NameUuid {
  /** Namespace of this engine; fixed for ever, since every id depends on it. */
  private static final UUID NAMESPACE = UUID.fromString("5f1c2f0e-8a44-5d7e-9b0e-2f6f2c1a9d51");

  private NameUuid() {}

  /** The id of a natural key such as {@code R1/2026-01/figures.json}. */
  public static UUID of(String naturalKey) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(naturalKey.getBytes(StandardCharsets.UTF_8)));
      long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
      long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-1.", e);
    }
  }
}
