package org.fxbb.jobs.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A secret as it is stored: AES-256-GCM with a random nonce of 96 bits, bound to name, purpose and
 * key id, so that a value cannot be moved to another row.
 *
 * <p><b>Shape</b>: 12 bytes nonce, the encrypted value, 16 bytes tag.
 *
 * <p><b>Source</b>: NIST SP 800-38D; spec 7.7.
 */
final class SealedValue {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String name;
  private final Purpose purpose;
  private final String keyId;
  private final byte[] ciphertext;

  /** A value as a row holds it. */
  SealedValue(String name, Purpose purpose, String keyId, byte[] ciphertext) {
    this.name = name;
    this.purpose = purpose;
    this.keyId = keyId;
    this.ciphertext = ciphertext.clone();
  }

  /** Encrypts with the current key of the ring, which must have one. */
  static SealedValue seal(KeyRing ring, String name, Purpose purpose, Secret value) {
    String keyId = ring.currentId().orElseThrow();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] clear = value.bytes();
    try {
      Cipher cipher =
          cipher(Cipher.ENCRYPT_MODE, ring.find(keyId).orElseThrow(), nonce, name, purpose, keyId);
      byte[] encrypted = cipher.doFinal(clear);
      byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
      System.arraycopy(encrypted, 0, whole, NONCE_BYTES, encrypted.length);
      return new SealedValue(name, purpose, keyId, whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks " + ALGORITHM + ".", e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /**
   * Decrypts, or nothing when the ring lacks the key.
   *
   * @throws IllegalStateException when the value is not what was encrypted
   */
  Optional<Secret> open(KeyRing ring) {
    return ring.find(keyId).map(this::open);
  }

  private Secret open(SecretKey key) {
    if (ciphertext.length < NONCE_BYTES + TAG_BITS / 8) {
      throw changed();
    }
    byte[] clear = {};
    try {
      byte[] nonce = Arrays.copyOf(ciphertext, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, name, purpose, keyId);
      clear = cipher.doFinal(ciphertext, NONCE_BYTES, ciphertext.length - NONCE_BYTES);
      return Secret.of(clear);
    } catch (AEADBadTagException e) {
      throw changed();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks " + ALGORITHM + ".", e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private IllegalStateException changed() {
    return new IllegalStateException(
        "Cannot decrypt the secret %s: expected the value that key %s encrypted for this name and purpose (%s), found another: the row was changed or moved, or another key has the id %s. Restore row or key from a backup, or set the value again: fxbb secrets put %s --purpose %s"
            .formatted(name, keyId, purpose, keyId, name, purpose));
  }

  private static Cipher cipher(
      int mode, SecretKey key, byte[] nonce, String name, Purpose purpose, String keyId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        String.join("\0", name, purpose.name(), keyId).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  String name() {
    return name;
  }

  Purpose purpose() {
    return purpose;
  }

  String keyId() {
    return keyId;
  }

  byte[] ciphertext() {
    return ciphertext.clone();
  }
}
