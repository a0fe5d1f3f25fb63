package org.fxbb.writers.partition;

import java.util.List;

/**
 * A row of {@code partition_archives}: a file and what it must hold.
 *
 * @param id {@code partition_archives.id}
 * @param range the partition
 * @param path of the file, below the archive folder
 * @param rows how many it holds
 * @param bytes its size, compressed
 * @param sha256 of its bytes, hexadecimal
 * @param checksum of its rows, as {@code fxbb_content_checksum} computes it
 * @param columns in the order of the file
 * @param state as in the table
 */
public record PartitionArchive(
    long id,
    PartitionRange range,
    String path,
    long rows,
    long bytes,
    String sha256,
    String checksum,
    List<Column> columns,
    String state) {

  /**
   * A column of the archived table.
   *
   * @param name as in the header of the file
   * @param type as PostgreSQL writes it
   */
  public record Column(String name, String type) {}
}
