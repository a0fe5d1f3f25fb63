package org.fxbb.writers.partition;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.writers.partition.PartitionArchive.Column;
import org.fxbb.writers.partition.PartitionArchives.TableColumn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings archived partitions back.
 *
 * <p><b>Lifecycle</b>: one transaction per partition: the rows are read from the file into a
 * temporary table and compared with the listing; the database compares them again and makes the
 * partition of them. Whatever fails leaves nothing behind. Restoring what is there changes nothing.
 *
 * <p><b>Errors</b>: {@link DamagedArchiveException} where a file is not what is listed; {@link
 * IllegalStateException} where the table changed so that the rows do not fit.
 *
 * <p><b>Source</b>: spec 7.2, restore; 7.8.
 */
public final class PartitionRestore {
  private static final String DROPPED = "DROPPED";

  private final DataSource database;
  private final ArchiveFile files;
  private final Clock clock;

  /**
   * Restores into a database from a folder.
   *
   * @param folder the archive folder, {@code fxbb.archive}
   */
  public PartitionRestore(DataSource database, Path folder, Clock clock) {
    this.database = database;
    this.files = new ArchiveFile(folder);
    this.clock = clock;
  }

  /**
   * An archived partition of the asked days.
   *
   * @param range the partition
   * @param rows in all its archives
   * @param there whether it is in the database, so that nothing is to be done
   */
  public record Archived(PartitionRange range, long rows, boolean there) {}

  /** Tables whose partitions can be restored, sorted. */
  public List<String> tables() {
    return JdbcClient.create(database)
        .sql("SELECT parent_table FROM partition_policies ORDER BY parent_table COLLATE \"C\"")
        .query(String.class)
        .list();
  }

  /** Archived partitions of a table that touch the Dhaka days, both inclusive; in order of time. */
  public List<Archived> list(String table, LocalDate from, LocalDate to) {
    Map<PartitionRange, List<PartitionArchive>> partitions = new LinkedHashMap<>();
    for (PartitionArchive archive :
        new ArchiveListing(JdbcClient.create(database), clock).list(table, from, to)) {
      partitions.computeIfAbsent(archive.range(), range -> new ArrayList<>()).add(archive);
    }
    return partitions.entrySet().stream()
        .map(
            each -> {
              List<PartitionArchive> dropped = dropped(each.getValue());
              long rows =
                  (dropped.isEmpty() ? each.getValue() : dropped)
                      .stream().mapToLong(PartitionArchive::rows).sum();
              return new Archived(each.getKey(), rows, dropped.isEmpty());
            })
        .toList();
  }

  /**
   * Reads the files of partitions from disk and compares each SHA-256, before anything is touched.
   */
  public void check(Collection<Archived> partitions) {
    ArchiveListing listing = new ArchiveListing(JdbcClient.create(database), clock);
    try {
      for (Archived partition : partitions) {
        dropped(listing.listOf(partition.range())).forEach(files::check);
      }
    } catch (DamagedArchiveException e) {
      throw untouched(e);
    }
  }

  /** Brings one partition back. */
  public void restore(PartitionRange range) {
    try (ArchiveSession session = ArchiveSession.begin(database)) {
      List<PartitionArchive> archives =
          dropped(new ArchiveListing(session.sql(), clock).listOf(range));
      refuseOtherRows(session, range, archives);
      for (PartitionArchive archive : archives) {
        refuseRemovedColumns(session, archive);
        PartitionArchives.readBack(session, files, archive);
      }
      session
          .sql()
          .sql("SELECT fxbb_restore_partition(:table, :from, :now)::text")
          .param("table", range.table())
          .param("from", range.from())
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .query(String.class)
          .list();
      session.commit();
    } catch (DamagedArchiveException e) {
      throw untouched(e);
    } catch (SQLException | DataAccessException e) {
      throw new IllegalStateException(
          ServerSentence.of(e, "restore partition " + range.partition(), "Nothing was changed."),
          e);
    }
  }

  private static DamagedArchiveException untouched(DamagedArchiveException e) {
    return new DamagedArchiveException(
        e.getMessage() + " Nothing was changed. Put the file back from a copy and restore again.",
        e);
  }

  private static void refuseOtherRows(
      ArchiveSession session, PartitionRange range, List<PartitionArchive> archives) {
    boolean exists =
        session
            .sql()
            .sql("SELECT to_regclass(:name) IS NOT NULL")
            .param("name", "public." + ArchiveSession.quoted(range.partition()))
            .query(Boolean.class)
            .single();
    if (exists) {
      throw new IllegalStateException(
          "Cannot restore partition %s: expected no such partition, found one with %d other rows; its archives hold %d. Nothing was changed. The next run of retain archives those rows too; restore then brings back both."
              .formatted(
                  range.partition(),
                  session.contentOf(range.partition()).rows(),
                  archives.stream().mapToLong(PartitionArchive::rows).sum()));
    }
  }

  private static void refuseRemovedColumns(ArchiveSession session, PartitionArchive archive) {
    Set<String> names =
        PartitionArchives.columns(session, archive.range().table()).stream()
            .map(TableColumn::name)
            .collect(Collectors.toSet());
    List<String> removed =
        archive.columns().stream().map(Column::name).filter(name -> !names.contains(name)).toList();
    if (!removed.isEmpty()) {
      throw new IllegalStateException(
          "Cannot restore partition %s: the table %s no longer has the archived columns %s. Nothing was changed. The file %s can be read without the engine."
              .formatted(
                  archive.range().partition(),
                  archive.range().table(),
                  String.join(", ", removed),
                  archive.path()));
    }
  }

  private static List<PartitionArchive> dropped(List<PartitionArchive> archives) {
    return archives.stream().filter(archive -> archive.state().equals(DROPPED)).toList();
  }
}
