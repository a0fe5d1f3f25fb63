package org.fxbb.cron.doctor;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fxbb.cron.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Whether every partitioned table has the partitions that the days ahead need, and none that should
 * have been archived long ago.
 *
 * <p><b>Units</b>: days are Dhaka days; {@code retain} runs each Sunday, so between two runs the
 * days ahead shrink and a partition may be a week past its retention.
 */
final class PartitionCoverage implements Check {
  private static final String NAME = "partitions";
  private static final String REMEDY =
      "Run: fxbb run retain (serve starts it each Sunday at 04:00).";

  private final NamedParameterJdbcTemplate jdbc;
  private final LocalDate today;

  PartitionCoverage(NamedParameterJdbcTemplate jdbc, LocalDate today) {
    this.jdbc = jdbc;
    this.today = today;
  }

  /**
   * One partitioned table.
   *
   * @param table name of the parent
   * @param partitions how many it has
   * @param oldest first day of its oldest partition, null when it has none
   * @param daysAhead days after today for which partitions exist without a gap; -1 = not even today
   * @param daysWanted premake_days of its policy, null when it has no policy
   * @param expired partitions that ended before the retention of its policy
   * @param overdue those of them that retain has passed over for more than a week
   */
  record Coverage(
      String table,
      long partitions,
      @Nullable LocalDate oldest,
      int daysAhead,
      @Nullable Integer daysWanted,
      long expired,
      long overdue) {

    private boolean lacksTomorrow() {
      return daysWanted != null && daysAhead < Math.min(1, daysWanted);
    }
  }

  @Override
  public Section examine() {
    List<Coverage> tables =
        jdbc.query(
            Resources.sql(PartitionCoverage.class, "partitions"),
            Map.of("today", today),
            PartitionCoverage::coverage);
    return new Section(
        NAME,
        "Partitions, seen from " + today,
        tables,
        new Listing(
            List.of("table", "partitions", "oldest", "days ahead", "wanted", "past retention"),
            Words.rows(tables, tables.size(), PartitionCoverage::cells)),
        List.of(),
        findings(tables));
  }

  private static Coverage coverage(ResultSet row, int index) throws SQLException {
    Date oldest = row.getDate("oldest");
    return new Coverage(
        row.getString("table_name"),
        row.getLong("partitions"),
        oldest == null ? null : oldest.toLocalDate(),
        row.getInt("days_ahead"),
        row.getObject("days_wanted", Integer.class),
        row.getLong("expired"),
        row.getLong("overdue"));
  }

  private static List<String> cells(Coverage table) {
    return List.of(
        table.table(),
        Long.toString(table.partitions()),
        Objects.toString(table.oldest(), ""),
        table.daysAhead() < 0 ? "none" : Integer.toString(table.daysAhead()),
        Objects.toString(table.daysWanted(), "no policy"),
        Long.toString(table.expired()));
  }

  private List<Finding> findings(List<Coverage> tables) {
    List<Finding> findings = new ArrayList<>();
    String lacking = names(tables, Coverage::lacksTomorrow);
    if (!lacking.isEmpty()) {
      String expected = "both in every table, seen from " + today;
      findings.add(
          new Finding(
              NAME, "Partitions of today and tomorrow", expected, "none in " + lacking, REMEDY));
    }
    String overdue = names(tables, table -> table.overdue() > 0);
    if (!overdue.isEmpty()) {
      String expected = "archived and dropped within a week";
      findings.add(
          new Finding(
              NAME,
              "Partitions past their retention",
              expected,
              "older ones in " + overdue,
              REMEDY));
    }
    String unknown = names(tables, table -> table.daysWanted() == null);
    if (!unknown.isEmpty()) {
      String expected = "a row in partition_policies for each";
      String advice = "Nothing makes or archives their partitions: add the row in a migration.";
      findings.add(
          new Finding(NAME, "Partitioned tables", expected, "none for " + unknown, advice));
    }
    return findings;
  }

  private static String names(List<Coverage> tables, Predicate<Coverage> concerned) {
    return tables.stream().filter(concerned).map(Coverage::table).collect(Collectors.joining(", "));
  }
}
