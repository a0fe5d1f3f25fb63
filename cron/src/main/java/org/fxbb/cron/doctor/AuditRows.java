package org.fxbb.cron.doctor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** The rows of the audit log in order of their numbers, read one seal after the other. */
final class AuditRows {
  private final ResultSet rows;
  private final Runnable read;
  private boolean there;

  /**
   * Starts before the first row.
   *
   * @param rows of {@code auditRows.sql}, streamed
   * @param read told after each row
   */
  AuditRows(ResultSet rows, Runnable read) throws SQLException {
    this.rows = rows;
    this.read = read;
    this.there = rows.next();
  }

  /**
   * What a seal covers.
   *
   * @param rows how many
   * @param archived how many of them are in archives only
   * @param sha256 over the hashes of the rows, in order
   */
  record Covered(long rows, long archived, String sha256) {}

  /** Reads on up to this number, inclusive. */
  Covered upTo(long seq) throws SQLException {
    MessageDigest digest = sha256();
    long count = 0;
    long archived = 0;
    while (there && rows.getLong("seq") <= seq) {
      digest.update(rows.getBytes("row_sha256"));
      count++;
      archived += rows.getBoolean("archived") ? 1 : 0;
      next();
    }
    return new Covered(count, archived, HexFormat.of().formatHex(digest.digest()));
  }

  /** Reads to the end and returns how many rows there were. */
  long rest() throws SQLException {
    long count = 0;
    while (there) {
      count++;
      next();
    }
    return count;
  }

  private void next() throws SQLException {
    read.run();
    there = rows.next();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
