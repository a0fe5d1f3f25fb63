package org.fxbb.cron.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A seal as it stands in the database.
 *
 * @param number from 1
 * @param fromSeq first number of the log that it covers
 * @param toSeq last number that it covers
 * @param rows how many rows it says there are
 * @param firstLoggedAt of the earliest of them
 * @param lastLoggedAt of the latest of them
 * @param rowsSha256 over these rows
 * @param previousSha256 of the seal before
 * @param sha256 of the seal
 * @param sealedAt when, UTC
 * @param computedSha256 what {@code sha256} should be by the other columns
 */
record AuditSealRow(
    long number,
    long fromSeq,
    long toSeq,
    long rows,
    Instant firstLoggedAt,
    Instant lastLoggedAt,
    String rowsSha256,
    String previousSha256,
    String sha256,
    String sealedAt,
    String computedSha256) {

  static AuditSealRow of(ResultSet row) throws SQLException {
    return new AuditSealRow(
        row.getLong("seal_no"),
        row.getLong("from_seq"),
        row.getLong("to_seq"),
        row.getLong("rows"),
        row.getObject("first_logged_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_logged_at", OffsetDateTime.class).toInstant(),
        row.getString("rows_sha256"),
        row.getString("previous_sha256"),
        row.getString("sha256"),
        row.getString("sealed_at"),
        row.getString("computed_sha256"));
  }
}
