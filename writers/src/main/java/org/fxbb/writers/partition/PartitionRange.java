package org.fxbb.writers.partition;

import java.time.LocalDate;

/**
 * A partition and the Dhaka days that it holds.
 *
 * @param table the partitioned table
 * @param partition name of the partition
 * @param from first day, inclusive
 * @param to the day after the last
 */
public record PartitionRange(String table, String partition, LocalDate from, LocalDate to) {}
