package org.fxbb.jobs.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A value that must not be seen: it does not show itself in logs, messages or JSON.
 *
 * <p><b>Lifecycle</b>: closing it overwrites its bytes; whoever takes a copy overwrites that. Not
 * thread-safe.
 */
public final class Secret implements AutoCloseable {
  private static final int MOST_BYTES_A_CHAR = 3;

  private final byte[] value;

  private Secret(byte[] value) {
    this.value = value;
  }

  /** A secret of these bytes, copied. */
  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /** A secret of this text, in UTF-8. */
  public static Secret of(char[] text) {
    ByteBuffer encoded = ByteBuffer.allocate(text.length * MOST_BYTES_A_CHAR);
    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), encoded, true);
    byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
    Arrays.fill(encoded.array(), (byte) 0);
    return new Secret(bytes);
  }

  /** A copy of its bytes. */
  public byte[] bytes() {
    return value.clone();
  }

  /** A copy of its text, read as UTF-8. */
  public char[] chars() {
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(value));
    char[] text = new char[decoded.remaining()];
    decoded.get(text);
    Arrays.fill(decoded.array(), '\0');
    return text;
  }

  /** How many bytes it has. */
  public int length() {
    return value.length;
  }

  @Override
  public void close() {
    Arrays.fill(value, (byte) 0);
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
