package org.fxbb.cron.doctor;

import java.util.List;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Indexes that another index of the same table makes superfluous: the same key columns in the same
 * order, or the first ones of a longer key, under the same condition.
 */
final class DuplicateIndexes implements Check {
  private static final String NAME = "duplicate_indexes";

  private final JdbcTemplate jdbc;

  DuplicateIndexes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A superfluous index.
   *
   * @param index that can go
   * @param table of both
   * @param coveredBy that does its work
   * @param same whether the keys are equal, not only the first ones
   * @param bytes on disk of the one that can go, partitions included
   */
  record Duplicate(String index, String table, String coveredBy, boolean same, long bytes) {}

  @Override
  public Section examine() {
    List<Duplicate> duplicates =
        jdbc.query(
            Resources.sql(DuplicateIndexes.class, "duplicateIndexes"),
            (row, i) ->
                new Duplicate(
                    row.getString("index_name"),
                    row.getString("table_name"),
                    row.getString("covered_by"),
                    row.getBoolean("same"),
                    row.getLong("bytes")));
    return new Section(
        NAME,
        "Indexes that another one covers",
        duplicates,
        new Listing(
            List.of("index", "covered by", "MB"),
            Words.rows(
                duplicates,
                duplicates.size(),
                d -> List.of(d.index(), d.coveredBy(), Words.megabytes(d.bytes())))),
        List.of(),
        duplicates.stream().map(DuplicateIndexes::finding).toList());
  }

  private static Finding finding(Duplicate duplicate) {
    return new Finding(
        NAME,
        "Index " + duplicate.index(),
        "a key of its own",
        (duplicate.same() ? "the same key in " : "its key at the start of ")
            + duplicate.coveredBy(),
        "Drop it in a migration: the other one serves the same queries.");
  }
}
