package org.fxbb.cron.doctor;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Space that holds nothing: air in indexes, estimated from the statistics of the last ANALYZE, and
 * dead rows in tables that vacuum has not yet cleared.
 */
final class Bloat implements Check {
  private static final String NAME = "bloat";
  private static final int SHOWN = 10;
  private static final double AIRY = 2.0;
  private static final long AIR_TO_CARE_BYTES = 64_000_000;
  private static final long DEAD_TO_CARE = 100_000;
  private static final double DEAD_SHARE = 0.3;

  private final JdbcTemplate jdbc;

  Bloat(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One index, or one partition's part of it.
   *
   * @param index name
   * @param table or partition it belongs to
   * @param bytes on disk
   * @param expectedBytes estimated size when freshly built
   * @param ratio of the two; 2 = half of it is air
   */
  record Index(String index, String table, long bytes, long expectedBytes, double ratio) {

    private long air() {
      return bytes - expectedBytes;
    }
  }

  /**
   * One table or partition.
   *
   * @param table name
   * @param liveRows estimated
   * @param deadRows estimated, not yet vacuumed
   */
  record Table(String table, long liveRows, long deadRows) {

    private double deadShare() {
      return deadRows / (double) Math.max(1, liveRows + deadRows);
    }
  }

  /**
   * What was seen.
   *
   * @param indexes with more air than content, most air first
   * @param tables with dead rows, most first
   */
  record Seen(List<Index> indexes, List<Table> tables) {}

  @Override
  public Section examine() {
    Seen seen = new Seen(indexes(), tables());
    List<List<String>> rows = new ArrayList<>();
    rows.addAll(
        Words.rows(
            seen.indexes(),
            SHOWN,
            i ->
                List.of(
                    "index",
                    i.index(),
                    "%s of %s MB are air"
                        .formatted(Words.megabytes(i.air()), Words.megabytes(i.bytes())))));
    rows.addAll(
        Words.rows(
            seen.tables(),
            SHOWN,
            t ->
                List.of(
                    "table",
                    t.table(),
                    "%,d dead rows beside %,d live".formatted(t.deadRows(), t.liveRows()))));
    return new Section(
        NAME,
        "Bloat",
        seen,
        new Listing(List.of("kind", "name", "bloat (estimated)"), rows),
        List.of(),
        findings(seen));
  }

  private List<Index> indexes() {
    return jdbc.query(
        Resources.sql(Bloat.class, "indexBloat"),
        (row, i) ->
            new Index(
                row.getString("index_name"),
                row.getString("table_name"),
                row.getLong("bytes"),
                row.getLong("expected_bytes"),
                row.getDouble("bloat_ratio")));
  }

  private List<Table> tables() {
    return jdbc.query(
        Resources.sql(Bloat.class, "deadRows"),
        (row, i) ->
            new Table(
                row.getString("table_name"), row.getLong("live_rows"), row.getLong("dead_rows")));
  }

  private static List<Finding> findings(Seen seen) {
    List<Finding> findings = new ArrayList<>();
    for (Index index : seen.indexes()) {
      if (index.ratio() >= AIRY && index.air() >= AIR_TO_CARE_BYTES) {
        findings.add(
            new Finding(
                NAME,
                "Index " + index.index(),
                "about " + Words.bytes(index.expectedBytes()),
                Words.bytes(index.bytes()),
                "fxbb run retain builds it anew; by hand: REINDEX INDEX CONCURRENTLY %s."
                    .formatted(index.index())));
      }
    }
    for (Table table : seen.tables()) {
      if (table.deadRows() >= DEAD_TO_CARE && table.deadShare() >= DEAD_SHARE) {
        findings.add(
            new Finding(
                NAME,
                "Dead rows of " + table.table(),
                "less than %.0f %%".formatted(100 * DEAD_SHARE),
                "%.0f %% (%,d)".formatted(100 * table.deadShare(), table.deadRows()),
                "Autovacuum falls behind, or an old transaction holds it back (see long sessions). By hand: VACUUM (ANALYZE) %s."
                    .formatted(table.table())));
      }
    }
    return findings;
  }
}
