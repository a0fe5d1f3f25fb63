package org.fxbb.jobs.secret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that encrypt secrets, by id. The first is the current one: it encrypts; the others only
 * decrypt what was encrypted before a rotation.
 *
 * <p><b>Shape</b>: {@code <id>:<base64 of 32 bytes>}, separated by commas or line ends; lines that
 * begin with # are comments. Immutable.
 *
 * <p><b>Errors</b>: {@link IllegalStateException} that names entry and id, never a key.
 */
public final class KeyRing {
  /** Length of an AES-256 key. */
  static final int KEY_BYTES = 32;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
  private static final Pattern NUMBERED = Pattern.compile("k(\\d{1,9})");

  private final Map<String, SecretKey> keys;
  private final String place;

  private KeyRing(Map<String, SecretKey> keys, String place) {
    this.keys = keys;
    this.place = place;
  }

  /** A ring without keys. */
  static KeyRing empty(String place) {
    return new KeyRing(Map.of(), place);
  }

  /**
   * Reads a ring.
   *
   * @param place where the text stands, for messages
   */
  static KeyRing parse(String text, String place) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    List<String> entries = entries(text);
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      int colon = entry.indexOf(':');
      String id = colon < 0 ? "" : entry.substring(0, colon).strip();
      if (!ID.matcher(id).matches()) {
        throw refused(
            place,
            "entry %d: expected <id>:<base64 of %d bytes>, found %s"
                .formatted(i + 1, KEY_BYTES, colon < 0 ? "no colon" : "an id of another form"));
      }
      if (keys.put(id, key(entry.substring(colon + 1).strip(), id, place)) != null) {
        throw refused(place, "expected every key id once, found %s twice".formatted(id));
      }
    }
    if (keys.isEmpty()) {
      throw refused(place, "expected <id>:<base64 of %d bytes>, found no key".formatted(KEY_BYTES));
    }
    return new KeyRing(keys, place);
  }

  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    for (String line : text.split("\\R", -1)) {
      if (!line.strip().startsWith("#")) {
        Arrays.stream(line.split(",", -1))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .forEach(entries::add);
      }
    }
    return entries;
  }

  private static SecretKey key(String base64, String id, String place) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) { // its message quotes the key: not kept as a cause
      throw refused(
          place,
          "key %s: expected %d bytes in base64, found text that is no base64"
              .formatted(id, KEY_BYTES));
    }
    if (bytes.length != KEY_BYTES) {
      throw refused(
          place,
          "key %s: expected %d bytes in base64, found %d bytes"
              .formatted(id, KEY_BYTES, bytes.length));
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private static IllegalStateException refused(String place, String fault) {
    return new IllegalStateException(
        "Cannot use the keys in %s: %s. A new key is made by: openssl rand -base64 32"
            .formatted(place, fault));
  }

  /** The id of the key that encrypts, or nothing when there is no key at all. */
  Optional<String> currentId() {
    return keys.keySet().stream().findFirst();
  }

  /** Every id, the current one first. */
  List<String> ids() {
    return List.copyOf(keys.keySet());
  }

  /** The key of this id. */
  Optional<SecretKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** Where the keys stand, for messages. */
  String place() {
    return place;
  }

  /** The id of the key that comes next: k1, k2, ... */
  String nextId() {
    int newest =
        keys.keySet().stream()
            .map(NUMBERED::matcher)
            .filter(java.util.regex.Matcher::matches)
            .mapToInt(m -> Integer.parseInt(m.group(1)))
            .max()
            .orElse(0);
    return "k" + (newest + 1);
  }

  /** This ring with another current key. */
  KeyRing withCurrent(String id, byte[] key) {
    Map<String, SecretKey> more = new LinkedHashMap<>();
    more.put(id, new SecretKeySpec(key, "AES"));
    more.putAll(keys);
    return new KeyRing(more, place);
  }

  /** This ring without some keys. */
  KeyRing without(Collection<String> ids) {
    Map<String, SecretKey> fewer = new LinkedHashMap<>(keys);
    fewer.keySet().removeAll(ids);
    return new KeyRing(fewer, place);
  }

  /** The ring as text, one key on a line. */
  String text() {
    StringBuilder text = new StringBuilder();
    keys.forEach(
        (id, key) ->
            text.append(id)
                .append(':')
                .append(Base64.getEncoder().encodeToString(key.getEncoded()))
                .append('\n'));
    return text.toString();
  }

  @Override
  public String toString() {
    return "KeyRing" + keys.keySet();
  }
}
