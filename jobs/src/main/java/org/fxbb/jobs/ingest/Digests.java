package org.fxbb.jobs.ingest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of what files hold. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
