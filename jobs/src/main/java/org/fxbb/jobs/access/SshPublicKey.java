package org.fxbb.jobs.access;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A public key in the form of OpenSSH, checked: Ed25519, ECDSA on a NIST curve, or RSA of at least
 * 3072 bits.
 *
 * <p><b>Errors</b>: {@link IllegalArgumentException} when the text is no such key, or one too weak.
 *
 * <p><b>Source</b>: RFC 4253 6.6, RFC 5656 3.1, RFC 8709 4; strength after NIST SP 800-57: RSA of
 * 2048 bits counts as 112 bits, below the 128 of the others.
 *
 * @param type such as ssh-ed25519
 * @param bits length as ssh-keygen prints it
 * @param base64 the key itself
 * @param comment what follows it, mostly user@host; may be empty
 */
public record SshPublicKey(String type, int bits, String base64, String comment) {
  /** What keys are taken, in words. */
  public static final String EXPECTED =
      "Ed25519, ECDSA (nistp256, nistp384, nistp521) or RSA of 3,072 bits or more";

  private static final int FEWEST_RSA_BITS = 3072;
  private static final int MOST_RSA_BITS = 16_384;
  private static final int ED25519_BYTES = 32;
  private static final byte UNCOMPRESSED_POINT = 4;

  /** Reads one line of a .pub file. */
  public static SshPublicKey parse(String text) {
    String line = text.strip();
    if (line.contains("PRIVATE KEY")) {
      throw refused(
          "found a private key. It must never leave its owner: make a new pair, and send the .pub file");
    }
    if (line.startsWith("---- BEGIN SSH2")) {
      throw refused("found the form of RFC 4716. Turn it into ours: ssh-keygen -i -f <file>");
    }
    if (line.lines().count() > 1) {
      throw refused("found %d lines. Add one key at a time".formatted(line.lines().count()));
    }
    String[] words = line.split("\\s+", 3);
    if (words.length < 2) {
      throw refused("found %s".formatted(line.isEmpty() ? "nothing" : "a single word"));
    }
    byte[] blob;
    try {
      blob = Base64.getDecoder().decode(words[1]);
    } catch (IllegalArgumentException e) {
      throw refused("found a second word that is no base64");
    }
    int bits = bits(words[0], new Blob(ByteBuffer.wrap(blob)));
    return new SshPublicKey(words[0], bits, words[1], words.length == 3 ? words[2] : "");
  }

  private static int bits(String type, Blob blob) {
    if (!blob.word().equals(type)) {
      throw refused("found %s before a key of another type".formatted(printable(type)));
    }
    int bits =
        switch (type) {
          case "ssh-ed25519" -> ed25519(blob);
          case "ssh-rsa" -> rsa(blob);
          case "ecdsa-sha2-nistp256" -> ecdsa(blob, "nistp256", 256);
          case "ecdsa-sha2-nistp384" -> ecdsa(blob, "nistp384", 384);
          case "ecdsa-sha2-nistp521" -> ecdsa(blob, "nistp521", 521);
          default -> throw refused("found the type %s".formatted(printable(type)));
        };
    if (blob.hasMore()) {
      throw refused("found something after the key");
    }
    return bits;
  }

  private static int ed25519(Blob blob) {
    int bytes = blob.bytes().length;
    if (bytes != ED25519_BYTES) {
      throw refused("found an Ed25519 key of %d bytes instead of 32".formatted(bytes));
    }
    return 256;
  }

  private static int ecdsa(Blob blob, String curve, int bits) {
    boolean sameCurve = blob.word().equals(curve);
    byte[] point = blob.bytes();
    if (!sameCurve || point.length != 1 + 2 * ((bits + 7) / 8) || point[0] != UNCOMPRESSED_POINT) {
      throw refused("found an ECDSA key that is no point of " + curve);
    }
    return bits;
  }

  private static int rsa(Blob blob) {
    BigInteger exponent = new BigInteger(blob.bytesOfNumber());
    BigInteger modulus = new BigInteger(blob.bytesOfNumber());
    int bits = modulus.bitLength();
    if (modulus.signum() <= 0 || exponent.compareTo(BigInteger.TWO) <= 0 || !exponent.testBit(0)) {
      throw refused("found an RSA key whose numbers make no key");
    }
    if (bits < FEWEST_RSA_BITS || bits > MOST_RSA_BITS) {
      throw new RsaLengthException(
          sentence(
              "found RSA of %,d bits. %s. Make a new pair: ssh-keygen -t ed25519"
                  .formatted(
                      bits,
                      bits < FEWEST_RSA_BITS
                          ? "Fewer than %,d are not expected to last as long as the others"
                              .formatted(FEWEST_RSA_BITS)
                          : "More than %,d only cost time".formatted(MOST_RSA_BITS))),
          bits);
    }
    return bits;
  }

  private static IllegalArgumentException refused(String found) {
    return new IllegalArgumentException(sentence(found));
  }

  private static String sentence(String found) {
    return "Cannot take this public key: expected one line such as \"ssh-ed25519 AAAA... name\" with %s, %s."
        .formatted(EXPECTED, found);
  }

  /** An RSA key that is too short, or needlessly long. */
  public static final class RsaLengthException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int bits;

    private RsaLengthException(String message, int bits) {
      super(message);
      this.bits = bits;
    }

    /** Its length. */
    public int bits() {
      return bits;
    }
  }

  private static String printable(String word) {
    String plain = word.replaceAll("[^A-Za-z0-9@._-]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) + "..." : plain;
  }

  /** As {@code ssh-keygen -lf} prints it: SHA256: and base64 without padding. */
  public String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256.", e);
    }
  }

  /** Type and key, without comment, as it is stored. */
  public String text() {
    return type + " " + base64;
  }

  /** The line of {@code ssh-keygen -lf}: bits, fingerprint, comment, kind. */
  public String summary() {
    String kind =
        switch (type) {
          case "ssh-ed25519" -> "ED25519";
          case "ssh-rsa" -> "RSA";
          default -> "ECDSA";
        };
    return "%d %s %s (%s)"
        .formatted(bits, fingerprint(), comment.isEmpty() ? "no comment" : comment, kind);
  }

  /** The fields of a key: four bytes of length, then as many bytes. */
  private record Blob(ByteBuffer buffer) {

    byte[] bytes() {
      int length = buffer.remaining() < Integer.BYTES ? -1 : buffer.getInt();
      if (length < 0 || length > buffer.remaining()) {
        throw refused("found one that is cut off");
      }
      byte[] bytes = new byte[length];
      buffer.get(bytes);
      return bytes;
    }

    byte[] bytesOfNumber() {
      byte[] bytes = bytes();
      if (bytes.length == 0) {
        throw refused("found an RSA key without its numbers");
      }
      return bytes;
    }

    String word() {
      return new String(bytes(), StandardCharsets.US_ASCII);
    }

    boolean hasMore() {
      return buffer.hasRemaining();
    }
  }
}
