package org.fxbb.readers.name;

import java.util.Locale;
import java.util.Optional;

/**
 * The apps whose dumps are read; the name is the code of the originator. Source: spec 4.2 and 4.7.
 */
public enum AppKind {
  /** What users measured and said. */
  USER_APP("userapp"),
  /** What field officers saw. */
  REG_APP("regapp");

  private final String prefix;

  AppKind(String prefix) {
    this.prefix = prefix;
  }

  /** How names of its dumps begin. */
  public String prefix() {
    return prefix;
  }

  /** The app whose dumps begin so, whatever the case. */
  public static Optional<AppKind> findByPrefix(String word) {
    for (AppKind kind : values()) {
      if (kind.prefix.equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
