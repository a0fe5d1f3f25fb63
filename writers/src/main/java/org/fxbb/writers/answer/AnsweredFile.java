package org.fxbb.writers.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
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
 * @param latestRevision the highest that the desk has of a filing's ISP, feed and month, itself
 *     included; null where none or of a trial
 * @param name file name as received
 * @param answerName what the names of its answers begin with: that of a member says its zip too,
 *     and that of a trial says so where a filing of its name was answered since
 * @param sha256 of the bytes received
 * @param bytes how many were received
 * @param receivedAt arrival that deadlines are judged by
 * @param state state that the answer tells
 * @param reason notice code that decided a rejection, or what a waiting file waits for
 * @param headerLine header record of a CSV file, comma separated
 * @param separator what stood between its cells
 * @param rows balance of rows or records, null before the file was checked
 * @param submissions balance of the lines of a dump
 * @param twin the file whose answer is repeated, or that displaced this one
 * @param previous the try before this one, of the same ISP, feed and month
 * @param filing how the feed of the month stands
 * @param firstRejectedAt when the first version of the feed arrived that was rejected for its rows
 * @param isOutdated a later file of the same name was decided, and its answer takes this one's
 *     place
 */
record AnsweredFile(
    long id,
    long noticesOf,
    OffsetDateTime noticesReceivedAt,
    String sender,
    String inbox,
    @Nullable String feed,
    @Nullable LocalDate period,
    @Nullable Integer latestRevision,
    String name,
    String answerName,
    String sha256,
    long bytes,
    Instant receivedAt,
    String state,
    @Nullable String reason,
    @Nullable String headerLine,
    String separator,
    @Nullable Counts rows,
    @Nullable Counts submissions,
    @Nullable Twin twin,
    @Nullable Version previous,
    @Nullable Filing filing,
    @Nullable Instant firstRejectedAt,
    boolean isOutdated) {
  /** Ends the answer name of a trial that gives way to a filing; also in {@code readFiles.sql}. */
  static final String OF_TRIAL = ".try";

  /** A file of the same sender, by its row in {@code submission_files}. */
  record Version(long id, String name, OffsetDateTime receivedAt) {

    private static @Nullable Version of(ResultSet row, String what) throws SQLException {
      long id = row.getLong(what + "_id");
      return row.wasNull()
          ? null
          : new Version(
              id,
              row.getString(what + "_name"),
              row.getObject(what + "_received_at", OffsetDateTime.class));
    }
  }

  /** The file that is repeated, as it stands. */
  record Twin(String name, String state, @Nullable String reason, @Nullable Counts rows) {}

  /**
   * A feed of an ISP's month.
   *
   * @param state MISSING, ON_TIME or LATE, by first acceptance
   * @param lateDays begun days after the deadline; null while missing
   * @param inForce the version whose rows are in force
   */
  record Filing(String state, @Nullable Integer lateDays, @Nullable Version inForce) {}

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

  boolean isTrial() {
    return inbox.equals("TRY");
  }

  /** Whether its name says that it is a zip of filings, whose members have the rows. */
  boolean isZip() {
    return feed == null
        && name.toLowerCase(Locale.ROOT).endsWith(".zip")
        && (isTrial() || inbox.equals("FILING"));
  }

  /** Whether it is the dump of an agent or an app: lines, which nobody corrects by hand. */
  boolean isDump() {
    return inbox.equals("AGENT") || inbox.equals("APP");
  }

  /** Whether it is, or tries, a monthly filing whose name told feed and month. */
  boolean isFiling() {
    return feed != null && period != null && (isTrial() || inbox.equals("FILING"));
  }

  /** What the statements about its notices and rejected rows take. */
  Map<String, Object> noticeParameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("file", noticesOf);
    parameters.put("received_at", noticesReceivedAt);
    Version before = previous;
    if (before != null) {
      parameters.put("previous", before.id());
      parameters.put("previous_received_at", before.receivedAt());
    }
    return parameters;
  }

  static AnsweredFile of(ResultSet row) throws SQLException {
    return new AnsweredFile(
        row.getLong("id"),
        row.getLong("notices_of"),
        row.getObject("notices_received_at", OffsetDateTime.class),
        row.getString("sender"),
        row.getString("inbox"),
        row.getString("feed"),
        row.getObject("period", LocalDate.class),
        row.getObject("latest_revision", Integer.class),
        row.getString("file_name"),
        row.getString("answer_name"),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        row.getString("state_reason"),
        row.getString("header_line"),
        row.getString("cell_separator"),
        Counts.of(row, "rows"),
        Counts.of(row, "submissions"),
        twin(row),
        Version.of(row, "previous"),
        filing(row),
        firstRejectedAt(row),
        row.getBoolean("outdated"));
  }

  private static @Nullable Twin twin(ResultSet row) throws SQLException {
    String name = row.getString("twin_name");
    return name == null
        ? null
        : new Twin(
            name,
            row.getString("twin_state"),
            row.getString("twin_reason"),
            Counts.of(row, "twin_rows"));
  }

  private static @Nullable Instant firstRejectedAt(ResultSet row) throws SQLException {
    OffsetDateTime first = row.getObject("first_rejected_at", OffsetDateTime.class);
    return first == null ? null : first.toInstant();
  }

  private static @Nullable Filing filing(ResultSet row) throws SQLException {
    String state = row.getString("feed_state");
    return state == null
        ? null
        : new Filing(state, row.getObject("late_days", Integer.class), Version.of(row, "in_force"));
  }
}
