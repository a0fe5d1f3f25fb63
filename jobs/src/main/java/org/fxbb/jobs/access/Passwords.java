package org.fxbb.jobs.access;

import java.nio.CharBuffer;
import java.security.SecureRandom;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Makes, hashes and checks passwords: Argon2id, stored as a PHC string that carries its parameters.
 *
 * <p><b>Errors</b>: {@link IllegalArgumentException} for a password that is too short or too long;
 * no message holds it.
 *
 * <p><b>Lifecycle</b>: thread-safe; each hash takes 19 MiB and some tens of milliseconds.
 *
 * <p><b>Source</b>: OWASP Password Storage Cheat Sheet, Argon2id: m = 19456 KiB, t = 2, p = 1;
 * lengths after NIST SP 800-63B.
 */
public final class Passwords {
  /** Fewest characters of a password. */
  public static final int FEWEST = 12;

  /** Most characters of a password. */
  public static final int MOST = 128;

  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS);
  private final String hashOfNothing = hashAny(generate().toCharArray());

  /** A random password of about 118 bits, in groups that can be read out. */
  public static String generate() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      password.append(group == 0 ? "" : "-");
      for (int i = 0; i < GROUP; i++) {
        password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
      }
    }
    return password.toString();
  }

  /** Hashes a password that a person chose, when its length is right. */
  public String hash(char[] password) {
    int length = Character.codePointCount(password, 0, password.length);
    if (length < FEWEST || length > MOST) {
      throw new IllegalArgumentException(
          "Cannot take this password: expected %d to %d characters, found %d. Choose another, such as some words that do not belong together."
              .formatted(FEWEST, MOST, length));
    }
    return hashAny(password);
  }

  /** Hashes a random key. */
  String hashAny(char[] key) {
    return String.valueOf(encoder.encode(CharBuffer.wrap(key)));
  }

  /** Whether this is the password of that hash; takes as long when it is not. */
  boolean matches(char[] password, String hash) {
    return password.length <= 2 * MOST && encoder.matches(CharBuffer.wrap(password), hash);
  }

  /** Takes as long as {@link #matches}, so that nobody learns from time which accounts exist. */
  void matchNothing(char[] password) {
    matches(password, hashOfNothing);
  }
}
