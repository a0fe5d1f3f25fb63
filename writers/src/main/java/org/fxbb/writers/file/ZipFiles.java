package org.fxbb.writers.file;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Zips in {@code submission_files}: a row of its own for each member, and the state of the zip that
 * follows from theirs.
 *
 * <p><b>Source</b>: spec 4.2 and 4.10, "a zip has one answer with a section per member".
 */
public final class ZipFiles {
  private final JdbcClient database;

  /** Works on this database. */
  public ZipFiles(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  private record Open(long id, OffsetDateTime receivedAt) {}

  /** Adds a member as RECEIVED, in the transaction that says that its zip was read. */
  public static void record(Load load, long zipId, @Nullable Long ispId, Arrival member) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("container_id", zipId);
    values.put("sender", member.sender());
    values.put("inbox", member.inbox());
    values.put("originator", member.originator());
    values.put("isp_id", ispId);
    values.put("feed", member.feed());
    values.put("period", member.period());
    values.put("revision", member.revision());
    values.put("file_name", member.fileName());
    values.put("sha256", member.sha256());
    values.put("bytes", member.bytes());
    values.put("received_at", SubmissionFiles.at(member.receivedAt()));
    values.put("archive_path", member.archivePath());
    load.run(sql("recordMember"), values);
  }

  /** The members of a zip that are to be checked, packages first. */
  public List<ReceivedFile> listQueuedMembers(long zipId) {
    return database
        .sql(sql("listMembers"))
        .param("zip", zipId)
        .query((row, i) -> ReceivedFile.of(row))
        .list();
  }

  /** Gives every zip whose members were looked at the state that follows from theirs. */
  public void settle(Instant now) {
    List<Open> open = database.sql(sql("listOpenZips")).query(Open.class).list();
    for (Open zip : open) {
      database
          .sql(sql("settleZip"))
          .param("id", zip.id())
          .param("received_at", zip.receivedAt())
          .param("now", SubmissionFiles.at(now))
          .update();
    }
  }

  private static String sql(String name) {
    return SqlText.of(ZipFiles.class, name);
  }
}
