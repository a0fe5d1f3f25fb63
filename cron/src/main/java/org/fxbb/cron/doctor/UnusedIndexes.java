package org.fxbb.cron.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fxbb.cron.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Indexes that no query has used since the statistics began, partitions summed. Unique indexes do
 * not count, because they guard even when nothing reads them.
 *
 * <p>An index is a finding only where statistics cover a month, it is large enough to cost
 * something, and it does not serve a foreign key (those are for deletes, which are rare).
 */
final class UnusedIndexes implements Check {
  private static final String NAME = "unused_indexes";
  private static final int SHOWN = 15;
  private static final int DAYS_TO_JUDGE = 30;
  private static final long BYTES_TO_SHOW = 1_000_000;
  private static final long BYTES_TO_CARE = 10_000_000;

  private final JdbcTemplate jdbc;

  UnusedIndexes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An index that was never scanned.
   *
   * @param index name, of the parent where it is partitioned
   * @param table it belongs to
   * @param bytes on disk
   * @param forForeignKey whether it leads with a column that refers to another table
   * @param comment which query it is there for, null when it does not say
   */
  record Unused(
      String index, String table, long bytes, boolean forForeignKey, @Nullable String comment) {}

  /**
   * What was seen.
   *
   * @param daysOfStatistics whole days that the statistics cover
   * @param indexes never scanned in that time, largest first
   */
  record Seen(int daysOfStatistics, List<Unused> indexes) {}

  @Override
  public Section examine() {
    Integer days =
        jdbc.queryForObject(Resources.sql(UnusedIndexes.class, "statisticsDays"), Integer.class);
    Seen seen =
        new Seen(
            days == null ? 0 : days,
            jdbc.query(
                Resources.sql(UnusedIndexes.class, "unusedIndexes"),
                (row, i) ->
                    new Unused(
                        row.getString("index_name"),
                        row.getString("table_name"),
                        row.getLong("bytes"),
                        row.getBoolean("for_foreign_key"),
                        row.getString("comment"))));
    return new Section(
        NAME,
        "Indexes never used",
        seen,
        new Listing(
            List.of("index", "MB", "for"), Words.rows(large(seen), SHOWN, UnusedIndexes::cells)),
        notes(seen),
        findings(seen));
  }

  private static List<Unused> large(Seen seen) {
    return seen.indexes().stream().filter(index -> index.bytes() >= BYTES_TO_SHOW).toList();
  }

  private static List<String> cells(Unused index) {
    String purpose =
        index.forForeignKey() ? "foreign key" : Objects.requireNonNullElse(index.comment(), "");
    return List.of(index.index(), Words.megabytes(index.bytes()), Words.shortened(purpose, 40));
  }

  private static List<String> notes(Seen seen) {
    List<String> notes = new ArrayList<>(Words.more(large(seen).size(), SHOWN));
    int small = seen.indexes().size() - large(seen).size();
    if (small > 0) {
      notes.add(
          "%d below %s each; --json lists them.".formatted(small, Words.bytes(BYTES_TO_SHOW)));
    }
    notes.add(
        seen.daysOfStatistics() < DAYS_TO_JUDGE
            ? "Statistics cover %d days; before %d an unused index says nothing."
                .formatted(seen.daysOfStatistics(), DAYS_TO_JUDGE)
            : "Statistics cover %d days.".formatted(seen.daysOfStatistics()));
    return notes;
  }

  private static List<Finding> findings(Seen seen) {
    if (seen.daysOfStatistics() < DAYS_TO_JUDGE) {
      return List.of();
    }
    return seen.indexes().stream()
        .filter(index -> !index.forForeignKey() && index.bytes() >= BYTES_TO_CARE)
        .map(
            index ->
                new Finding(
                    NAME,
                    "Index " + index.index(),
                    "a query that uses it",
                    "none in %d days, %s"
                        .formatted(seen.daysOfStatistics(), Words.bytes(index.bytes())),
                    "Every load pays for it: drop it in a migration, or find out why its query does not use it."))
        .toList();
  }
}
