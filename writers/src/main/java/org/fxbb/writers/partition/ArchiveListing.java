package org.fxbb.writers.partition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.partition.ArchiveFile.Written;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code partition_archives} and {@code partition_policies} within a transaction. */
final class ArchiveListing {
  private final JdbcClient database;
  private final Clock clock;

  ArchiveListing(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Archives that touch the days, both inclusive, in the order in which they were written. */
  List<PartitionArchive> list(String table, LocalDate from, LocalDate to) {
    return database
        .sql(sql("listArchives"))
        .param("table", table)
        .param("from", from)
        .param("to", to)
        .query((row, i) -> map(row))
        .list();
  }

  /** Archives of one partition. */
  List<PartitionArchive> listOf(PartitionRange range) {
    return list(range.table(), range.from(), range.from());
  }

  /** Lists a file that was written; what the partition holds the database looks up itself. */
  PartitionArchive add(PartitionRange range, Written file) {
    long id =
        database
            .sql("SELECT fxbb_list_archive(:partition, :bytes, :sha256, :now)")
            .param("partition", range.partition())
            .param("bytes", file.bytes())
            .param("sha256", file.sha256())
            .param("now", now())
            .query(Long.class)
            .single();
    return listOf(range).stream().filter(archive -> archive.id() == id).findFirst().orElseThrow();
  }

  /** Notes that a file was read back whole, in this transaction, and agreed. */
  void markVerified(PartitionArchive archive) {
    database
        .sql("SELECT fxbb_verify_archive(:id, :now)::text")
        .param("id", archive.id())
        .param("now", now())
        .query(String.class)
        .list();
  }

  /** Notes that a file did not agree, so that its partition is archived anew. */
  void markDamaged(PartitionArchive archive) {
    database
        .sql("SELECT fxbb_mark_archive_damaged(:id)::text")
        .param("id", archive.id())
        .query(String.class)
        .list();
  }

  OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  static PartitionArchive map(ResultSet row) throws SQLException {
    return new PartitionArchive(
        row.getLong("id"),
        new PartitionRange(
            row.getString("parent_table"),
            row.getString("partition_name"),
            row.getObject("range_from", LocalDate.class),
            row.getObject("range_to", LocalDate.class)),
        row.getString("file_path"),
        row.getLong("rows"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getString("content_checksum"),
        ArchiveManifest.columns(row.getString("columns")),
        row.getString("state"));
  }

  private static String sql(String name) {
    return SqlText.of(ArchiveListing.class, name);
  }
}
