package org.fxbb.writers.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table {@code submission_files} outside of loads: arrivals, the queue, twins.
 *
 * <p><b>Lifecycle</b>: thread-safe; every method is one statement that commits.
 *
 * <p><b>Source</b>: spec 4.1, 4.9 and 4.10.
 */
public final class SubmissionFiles {
  private final JdbcClient database;
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

  private final TransactionTemplate transaction;
  private final Partitions partitions;

  /** Works on this database. */
  public SubmissionFiles(DataSource database) {
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.database = JdbcClient.create(database);
    this.partitions = new Partitions(database);
  }

  /**
   * Records arrivals as RECEIVED, all or none, leaving out those that are recorded already and were
   * only not removed from their inbox when the engine stopped. The ledgers of the months in which
   * they arrived are made first, so that whatever is found in them has its place.
   *
   * @return the id of each row, new or found, in the same order
   */
  public List<Long> record(List<Arrival> arrivals, Instant now) {
    Stream.concat(arrivals.stream().map(Arrival::receivedAt), Stream.of(now))
        .map(instant -> instant.atZone(DHAKA).toLocalDate())
        .distinct()
        .forEach(partitions::makeLedgers);
    List<Long> ids =
        transaction.execute(
            status ->
                arrivals.stream()
                    .map(arrival -> findUnremoved(arrival).orElseGet(() -> insert(arrival, now)))
                    .toList());
    return ids == null ? List.of() : ids;
  }

  private Optional<Long> findUnremoved(Arrival arrival) {
    return database
        .sql(sql("findUnremoved"))
        .param("sender", arrival.sender())
        .param("inbox", arrival.inbox())
        .param("file_name", arrival.fileName())
        .param("sha256", arrival.sha256())
        .query(Long.class)
        .optional();
  }

  private long insert(Arrival arrival, Instant now) {
    return database
        .sql(sql("insertArrival"))
        .param("sender", arrival.sender())
        .param("inbox", arrival.inbox())
        .param("originator", arrival.originator())
        .param("feed", arrival.feed())
        .param("period", arrival.period())
        .param("revision", arrival.revision())
        .param("file_name", arrival.fileName())
        .param("sha256", arrival.sha256())
        .param("bytes", arrival.bytes())
        .param("received_at", at(arrival.receivedAt()))
        .param("archive_path", arrival.archivePath())
        .param("now", at(now))
        .query(Long.class)
        .single();
  }

  /** Notes that files are no longer in their inboxes. */
  public void markRemoved(List<Long> ids) {
    if (!ids.isEmpty()) {
      database.sql(sql("markRemoved")).param("ids", ids).update();
    }
  }

  /**
   * Files that are recorded but perhaps still in their inbox, as {@code id, inbox, sender, name}.
   */
  public List<Unremoved> listUnremoved() {
    return database.sql(sql("listUnremoved")).query(Unremoved.class).list();
  }

  /**
   * A file that is recorded but perhaps not removed.
   *
   * @param id {@code submission_files.id}
   * @param inbox kind of inbox
   * @param sender who the folder belongs to
   * @param fileName its name there
   */
  public record Unremoved(long id, String inbox, String sender, String fileName) {}

  /** Files of some inboxes that are to be checked, in the order of their arrival. */
  public List<ReceivedFile> listQueued(List<String> inboxes) {
    return database
        .sql(sql("listQueued"))
        .param("inboxes", inboxes)
        .query((row, i) -> map(row))
        .list();
  }

  /**
   * The earlier file with the same content, sender, feed and period that is queued or accepted.
   *
   * @param contentSha256 of the decompressed content; null to look for equal bytes as delivered
   */
  public Optional<Twin> findTwin(ReceivedFile file, @Nullable String contentSha256) {
    return database
        .sql(sql(contentSha256 == null ? "findTwinBytes" : "findTwinContent"))
        .param("id", file.id())
        .param("sender", file.sender())
        .param("feed", file.feed())
        .param("period", file.period())
        .param("sha256", contentSha256 == null ? file.sha256() : contentSha256)
        .query(Twin.class)
        .optional();
  }

  /**
   * An earlier file with the same content.
   *
   * @param id {@code submission_files.id}
   * @param fileName its name
   */
  public record Twin(long id, String fileName) {}

  /** Gives duplicates the counts of their twins, all as duplicate, once these are known. */
  public void copyCountsToDuplicates() {
    database.sql(sql("copyCountsToDuplicates")).update();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static ReceivedFile map(ResultSet row) throws SQLException {
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
        row.getString("archive_path"));
  }

  private static String sql(String name) {
    return SqlText.of(SubmissionFiles.class, name);
  }
}
