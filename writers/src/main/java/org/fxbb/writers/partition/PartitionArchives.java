package org.fxbb.writers.partition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.partition.ArchiveFile.Written;
import org.fxbb.writers.partition.ArchiveSession.Content;
import org.fxbb.writers.partition.PartitionArchive.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes partitions beyond their retention out of the database: {@link #archive}, {@link #verify},
 * {@link #drop}, in this order.
 *
 * <p><b>Lifecycle</b>: each stage is one transaction and can be repeated; after a crash between any
 * two of them the three in order end the same. Nothing is dropped that was not read back from disk
 * and compared row for row, by a checksum of the database that does not depend on the order.
 *
 * <p><b>Errors</b>: {@link DamagedArchiveException} where a file is not what was written.
 *
 * <p><b>Source</b>: spec 7.8.
 */
public final class PartitionArchives {
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

  /** SQLSTATE of {@code fxbb_drop_partition} for rows that came after the archive. */
  private static final String CHANGED = "55000";

  private final DataSource database;
  private final ArchiveFile files;
  private final Clock clock;

  /**
   * Archives from a database into a folder.
   *
   * @param folder the archive folder, {@code fxbb.archive}
   */
  public PartitionArchives(DataSource database, Path folder, Clock clock) {
    this.database = database;
    this.files = new ArchiveFile(folder);
    this.clock = clock;
  }

  /**
   * A partition that its table's policy no longer keeps.
   *
   * @param range the partition
   * @param unread whether roll-ups still have to read it, so that it must stay for now
   */
  public record Due(PartitionRange range, boolean unread) {}

  /** What is wholly older than its retention on the clock's Dhaka date, oldest first. */
  public List<Due> listDue() {
    return JdbcClient.create(database)
        .sql(SqlText.of(PartitionArchives.class, "duePartitions"))
        .param("today", LocalDate.ofInstant(clock.instant(), DHAKA))
        .param("now", new ArchiveListing(JdbcClient.create(database), clock).now())
        .query(
            (row, i) ->
                new Due(
                    new PartitionRange(
                        row.getString("parent_table"),
                        row.getString("partition_name"),
                        row.getObject("range_from", LocalDate.class),
                        row.getObject("range_to", LocalDate.class)),
                    row.getBoolean("unread")))
        .list();
  }

  /**
   * Writes a partition into a file and lists it; a listed archive that still holds exactly the rows
   * of the partition is taken as it is, so that what was restored is not written again.
   */
  public PartitionArchive archive(PartitionRange range) {
    try (ArchiveSession session = ArchiveSession.beginSnapshot(database)) {
      ArchiveListing listing = new ArchiveListing(session.sql(), clock);
      Optional<PartitionArchive> unchanged = findUnchanged(session, listing, range);
      if (unchanged.isPresent()) {
        return unchanged.get();
      }
      List<TableColumn> table = columns(session, range.partition());
      List<Column> columns = table.stream().map(c -> new Column(c.name(), c.type())).toList();
      Written written =
          files.write(range, csv -> session.copyOut(query(range, columns, table), csv));
      PartitionArchive archive = listing.add(range, written);
      files.writeManifest(
          written.path(),
          ArchiveManifest.of(archive, constraints(session, range), clock.instant()));
      session.commit();
      return archive;
    } catch (SQLException | DataAccessException | IOException e) {
      throw new IllegalStateException(
          ServerSentence.of(
              e, "archive partition " + range.partition(), "It stays in the database."),
          e);
    }
  }

  /**
   * Reads a file back from disk and compares it with its listing: SHA-256, rows, checksum of the
   * rows as they come out of the file.
   *
   * @throws DamagedArchiveException where they differ; the archive is then listed as DAMAGED and
   *     the partition is written anew by the next run
   */
  public void verify(PartitionArchive archive) {
    try (ArchiveSession session = ArchiveSession.begin(database)) {
      readBack(session, files, archive);
      new ArchiveListing(session.sql(), clock).markVerified(archive);
      session.commit();
    } catch (DamagedArchiveException e) {
      new ArchiveListing(JdbcClient.create(database), clock).markDamaged(archive);
      throw new DamagedArchiveException(
          e.getMessage()
              + " Nothing was dropped; the next run of retain writes it anew. Look after the disk.",
          e);
    } catch (SQLException | DataAccessException e) {
      throw new IllegalStateException(
          ServerSentence.of(
              e,
              "verify the archive of partition " + archive.range().partition(),
              "Nothing was dropped."),
          e);
    }
  }

  /**
   * Drops the partition of a verified archive.
   *
   * @return false where the partition changed after it was archived, and therefore stays
   * @throws IllegalStateException with the reason, where the database refuses otherwise
   */
  public boolean drop(PartitionArchive archive) {
    try {
      JdbcClient client = JdbcClient.create(database);
      client
          .sql("SELECT fxbb_drop_partition(:id, :now)::text")
          .param("id", archive.id())
          .param("now", new ArchiveListing(client, clock).now())
          .query(String.class)
          .list();
      return true;
    } catch (DataAccessException e) {
      if (ServerSentence.hasState(e, CHANGED)) {
        return false;
      }
      throw new IllegalStateException(
          ServerSentence.of(
              e,
              "drop partition " + archive.range().partition(),
              "It stays; the next run of retain tries again."),
          e);
    }
  }

  /** Reads a file into its temporary table, which then holds exactly what is listed. */
  static void readBack(ArchiveSession session, ArchiveFile files, PartitionArchive archive) {
    files.check(archive);
    try (InputStream csv = files.open(archive)) {
      session.copyIn(archive, csv);
    } catch (IOException | SQLException e) {
      throw files.damaged(archive, "rows that can be read", String.valueOf(e.getMessage()), e);
    }
    Content read = session.contentOf(ArchiveSession.stage(archive));
    if (read.rows() != archive.rows() || !read.checksum().equals(archive.checksum())) {
      throw files.damaged(
          archive,
          "%d rows with checksum %s".formatted(archive.rows(), archive.checksum()),
          "%d rows with checksum %s".formatted(read.rows(), read.checksum()),
          null);
    }
  }

  /**
   * A column as the database describes it.
   *
   * @param keyPlace its place in the primary key, or null
   * @param generated whether the database computes it
   */
  record TableColumn(String name, String type, @Nullable Integer keyPlace, boolean generated) {}

  static List<TableColumn> columns(ArchiveSession session, String table) {
    return session
        .sql()
        .sql(SqlText.of(PartitionArchives.class, "columns"))
        .param("table", table)
        .query(TableColumn.class)
        .list();
  }

  /** An archive that holds exactly the rows that the partition has now. */
  private static Optional<PartitionArchive> findUnchanged(
      ArchiveSession session, ArchiveListing listing, PartitionRange range) {
    List<PartitionArchive> archives =
        listing.listOf(range).stream()
            .filter(a -> a.state().equals("ARCHIVED") || a.state().equals("RESTORED"))
            .toList();
    if (archives.isEmpty()) {
      return Optional.empty();
    }
    Content content = session.contentOf(range.partition());
    return archives.stream()
        .filter(a -> a.rows() == content.rows() && a.checksum().equals(content.checksum()))
        .findFirst();
  }

  private static List<String> constraints(ArchiveSession session, PartitionRange range) {
    return session
        .sql()
        .sql(SqlText.of(PartitionArchives.class, "constraints"))
        .param("table", range.partition())
        .query(String.class)
        .list();
  }

  /** The rows in the order of the primary key, or of all they hold where there is none. */
  private static String query(PartitionRange range, List<Column> columns, List<TableColumn> table) {
    String key =
        table.stream()
            .filter(column -> column.keyPlace() != null)
            .sorted(Comparator.comparing(TableColumn::keyPlace))
            .map(column -> ArchiveSession.quoted(column.name()))
            .collect(Collectors.joining(", "));
    String names = ArchiveSession.names(columns);
    return "SELECT %s FROM %s ORDER BY %s"
        .formatted(
            names,
            ArchiveSession.quoted(range.partition()),
            key.isEmpty() ? "ROW(" + names + ")::text COLLATE \"C\"" : key);
  }
}
