package org.fxbb.cron.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.jobs.run.Progress;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows of bulk tables whose ids point nowhere. Bulk tables have no foreign keys, because ids are
 * resolved in the merging transaction; this is the check that nothing went astray since.
 *
 * <p><b>Shape</b>: every column named like one of {@link #TARGETS} that no foreign key guards; one
 * scan per table, so it takes minutes on a large database. Submissions are looked up for time
 * series only: other tables outlive the submissions that filled them.
 *
 * <p><b>Source</b>: spec 3, "doctor looks for orphans".
 */
final class Orphans implements Check {
  private static final String NAME = "orphans";
  private static final String SUBMISSION = "submission_id";

  /** Which table an id column means. */
  private static final Map<String, String> TARGETS =
      Map.of(
          "isp_id",
          "isps",
          "pop_id",
          "pops",
          "agent_id",
          "software_agents",
          "snmp_target_id",
          "snmp_targets",
          "upstream_type_id",
          "upstream_types",
          "package_id",
          "packages",
          "submission_file_id",
          "submission_files",
          SUBMISSION,
          "api_submissions");

  private final JdbcTemplate jdbc;
  private final Progress progress;

  /** Reads as a role that may see every table. */
  Orphans(DataSource etl, Progress progress) {
    this.jdbc = new JdbcTemplate(etl);
    this.progress = progress;
  }

  /**
   * One column that was looked at.
   *
   * @param table name
   * @param column that holds ids
   * @param target table that they should be found in
   * @param rows whose id is not there
   */
  record Orphaned(String table, String column, String target, long rows) {}

  @Override
  public Section examine() {
    Map<String, List<String>> tables = tables();
    progress.start("Orphans", tables.size(), "tables");
    List<Orphaned> seen = new ArrayList<>();
    tables.forEach(
        (table, columns) -> {
          seen.addAll(count(table, columns));
          progress.add(1);
        });
    progress.done();
    List<Orphaned> bad = seen.stream().filter(column -> column.rows() > 0).toList();
    return new Section(
        NAME,
        "Rows whose ids point nowhere",
        seen,
        new Listing(
            List.of("table", "column", "not found in", "rows"),
            Words.rows(
                bad,
                bad.size(),
                o -> List.of(o.table(), o.column(), o.target(), "%,d".formatted(o.rows())))),
        List.of("%d columns of %d tables looked at.".formatted(seen.size(), tables.size())),
        bad.stream().map(Orphans::finding).toList());
  }

  /** What stands in the place of this section when it was not asked for. */
  static Section notLookedFor() {
    return new Section(
        NAME,
        "Rows whose ids point nowhere",
        Map.of(),
        null,
        List.of("Not looked for, because it reads every bulk table: fxbb doctor --orphans"),
        List.of());
  }

  private Map<String, List<String>> tables() {
    return jdbc
        .query(
            Resources.sql(Orphans.class, "unguardedIds"),
            (row, i) -> Map.entry(row.getString("table_name"), row.getString("column_name")))
        .stream()
        .filter(column -> TARGETS.containsKey(column.getValue()))
        .filter(
            column -> !column.getValue().equals(SUBMISSION) || column.getKey().startsWith("ts_"))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private List<Orphaned> count(String table, List<String> columns) {
    List<String> counts = new ArrayList<>();
    StringBuilder joins = new StringBuilder();
    for (String column : columns) {
      counts.add(
          "count(*) FILTER (WHERE t.%1$s IS NOT NULL AND r_%1$s.id IS NULL)".formatted(column));
      joins.append(
          "\nLEFT JOIN %2$s r_%1$s ON r_%1$s.id = t.%1$s".formatted(column, TARGETS.get(column)));
    }
    String sql = "SELECT %s\nFROM %s t%s".formatted(String.join(", ", counts), table, joins);
    return jdbc
        .query(
            sql,
            (row, i) -> {
              List<Orphaned> orphans = new ArrayList<>();
              for (int c = 0; c < columns.size(); c++) {
                String column = columns.get(c);
                String target = String.valueOf(TARGETS.get(column));
                orphans.add(new Orphaned(table, column, target, row.getLong(c + 1)));
              }
              return orphans;
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static Finding finding(Orphaned orphaned) {
    return new Finding(
        NAME,
        "Rows of " + orphaned.table(),
        "every %s in %s".formatted(orphaned.column(), orphaned.target()),
        "%,d rows where it is not".formatted(orphaned.rows()),
        "Somebody deleted what they belong to: restore it from a backup, or load the files of these rows again.");
  }
}
