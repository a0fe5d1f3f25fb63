package org.fxbb.writers.file;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  private final Partitions partitions;

  /** Works on this database. */
  public SubmissionFiles(DataSource database) {
    this.database = JdbcClient.create(database);
    this.partitions = new Partitions(database);
  }

  /**
   * Records arrivals as RECEIVED, all or none, leaving out those that are recorded already and were
   * only not removed from their inbox when the engine stopped. The ledgers of the months in which
   * they arrived are made first, so that whatever is found in them has its place.
   *
   * @param someLeft whether there may be files that are recorded but still in their inbox
   * @return the id of each row, new or found, in the same order
   */
  public List<Long> record(List<Arrival> arrivals, Instant now, boolean someLeft) {
    Stream.concat(arrivals.stream().map(Arrival::receivedAt), Stream.of(now))
        .map(instant -> instant.atZone(DHAKA).toLocalDate())
        .distinct()
        .forEach(partitions::makeLedgers);
    return database
        .sql(sql("recordArrivals"))
        .param("senders", texts(arrivals, Arrival::sender))
        .param("inboxes", texts(arrivals, Arrival::inbox))
        .param("originators", texts(arrivals, Arrival::originator))
        .param("feeds", texts(arrivals, Arrival::feed))
        .param("periods", texts(arrivals, arrival -> text(arrival.period())))
        .param("revisions", texts(arrivals, arrival -> text(arrival.revision())))
        .param("file_names", texts(arrivals, Arrival::fileName))
        .param("sha256s", texts(arrivals, Arrival::sha256))
        .param("bytes", arrivals.stream().map(Arrival::bytes).toArray(Long[]::new))
        .param("received_ats", texts(arrivals, arrival -> arrival.receivedAt().toString()))
        .param("archive_paths", texts(arrivals, Arrival::archivePath))
        .param("some_left", someLeft)
        .param("now", at(now))
        .query(Long.class)
        .list();
  }

  private static @Nullable String[] texts(
      List<Arrival> arrivals, Function<Arrival, @Nullable String> column) {
    return arrivals.stream().map(column).toArray(String[]::new);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Notes that files are no longer in their inboxes. */
  public void markRemoved(List<Long> ids) {
    if (!ids.isEmpty()) {
      database.sql(sql("markRemoved")).param("ids", ids.toArray(Long[]::new)).update();
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

  /** How many dumps are to be loaded. */
  public long countQueuedDumps() {
    return database.sql(sql("countQueuedDumps")).query(Long.class).single();
  }

  /** Files of some inboxes that are to be checked, in the order of their arrival. */
  public List<ReceivedFile> listQueued(List<String> inboxes) {
    return database
        .sql(sql("listQueued"))
        .param("inboxes", inboxes)
        .query((row, i) -> ReceivedFile.of(row))
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

  private static String sql(String name) {
    return SqlText.of(SubmissionFiles.class, name);
  }
}
