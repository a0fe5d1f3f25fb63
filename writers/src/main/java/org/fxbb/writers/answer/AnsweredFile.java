package org.fxbb.writers.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file that its sender is to be told about.
 *
 * @param id {@code submission_files.id}
 * @param noticesOf file whose notices are told: that of the twin of a duplicate, else its own
 * @param noticesReceivedAt when that file arrived, which bounds the partitions of its notices
 * @param sender ISP code, agent uuid, or {@code manual}
 * @param inbox FILING, TRY, AGENT, APP or MANUAL
 * @param feed null where the name told none
 * @param period first day of the month of a filing
 * @param name file name as received
 * @param sha256 of the bytes received
 * @param receivedAt arrival that deadlines are judged by
 * @param state state that the answer tells
 * @param reason notice code that decided a rejection, or what a waiting file waits for
 * @param twin name of the file whose answer is repeated, or that displaced this one
 * @param headerLine header record of a CSV file
 * @param rows balance of rows or records, null before the file was checked
 * @param submissions balance of the lines of a dump
 */
record AnsweredFile(
    long id,
    long noticesOf,
    OffsetDateTime noticesReceivedAt,
    String sender,
    String inbox,
    @Nullable String feed,
    @Nullable LocalDate period,
    @Nullable Integer revision,
    String name,
    String sha256,
    Instant receivedAt,
    String state,
    @Nullable String reason,
    @Nullable String twin,
    @Nullable String headerLine,
    @Nullable Counts rows,
    @Nullable Counts submissions) {

  /** What the statements about its notices and rejected rows take. */
  Map<String, Object> noticeParameters() {
    return Map.of("file", noticesOf, "received_at", noticesReceivedAt);
  }

  /** received = loaded + quarantined + duplicate + rejected. */
  record Counts(long received, long loaded, long quarantined, long duplicate, long rejected) {

    private static @Nullable Counts of(ResultSet row, String what) throws SQLException {
      long received = row.getLong(what + "_received");
      if (row.wasNull()) {
        return null;
      }
      return new Counts(
          received,
          row.getLong(what + "_loaded"),
          row.getLong(what + "_quarantined"),
          row.getLong(what + "_duplicate"),
          row.getLong(what + "_rejected"));
    }
  }

  static AnsweredFile of(ResultSet row) throws SQLException {
    int revision = row.getInt("revision");
    Integer known = row.wasNull() ? null : revision;
    return new AnsweredFile(
        row.getLong("id"),
        row.getLong("notices_of"),
        row.getObject("notices_received_at", OffsetDateTime.class),
        row.getString("sender"),
        row.getString("inbox"),
        row.getString("feed"),
        row.getObject("period", LocalDate.class),
        known,
        row.getString("file_name"),
        row.getString("sha256"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        row.getString("state_reason"),
        row.getString("twin_name"),
        row.getString("header_line"),
        Counts.of(row, "rows"),
        Counts.of(row, "submissions"));
  }
}
