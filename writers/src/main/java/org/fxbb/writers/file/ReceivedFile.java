package org.fxbb.writers.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code submission_files} as ingest needs it.
 *
 * @param id surrogate id
 * @param sender isp code, agent uuid or {@code manual}
 * @param inbox FILING, TRY, AGENT or MANUAL
 * @param ispId null until known
 * @param agentId null until known
 * @param feed null where the name is unknown
 * @param period first day of the month of a filing
 * @param revision of a filing, 0 without one in the name
 * @param fileName as delivered
 * @param sha256 of the bytes as delivered
 * @param bytes size as delivered
 * @param receivedAt what deadlines are judged by
 * @param state as in the table
 * @param stateAt since when it is in that state, by the injected clock
 * @param archivePath below the archive folder
 * @param twin of a dump, the earlier file with the same bytes that was queued or accepted when the
 *     queue was read; null for other files, whose twins are looked up one by one
 */
public record ReceivedFile(
    long id,
    String sender,
    String inbox,
    @Nullable Long ispId,
    @Nullable Long agentId,
    @Nullable String feed,
    @Nullable LocalDate period,
    @Nullable Integer revision,
    String fileName,
    String sha256,
    long bytes,
    Instant receivedAt,
    String state,
    Instant stateAt,
    String archivePath,
    @Nullable Twin twin) {

  /** A row of the queue; {@code twin_id} and {@code twin_name} may be null. */
  static ReceivedFile of(ResultSet row) throws SQLException {
    Long twin = row.getObject("twin_id", Long.class);
    return new ReceivedFile(
        row.getLong("id"),
        row.getString("sender"),
        row.getString("inbox"),
        row.getObject("isp_id", Long.class),
        row.getObject("agent_id", Long.class),
        row.getString("feed"),
        row.getObject("period", LocalDate.class),
        row.getObject("revision", Integer.class),
        row.getString("file_name"),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        row.getObject("state_at", OffsetDateTime.class).toInstant(),
        row.getString("archive_path"),
        twin == null ? null : new Twin(twin, row.getString("twin_name")));
  }
}
