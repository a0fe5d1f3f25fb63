package org.fxbb.cron.doctor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.Resources;
import org.fxbb.jobs.run.Progress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the database says, as one SHA-256 per business table and one over all: equal for two
 * databases that hold the same facts, however and in whatever order these arrived.
 *
 * <p><b>Shape</b>: ids of the database are replaced by natural keys ({@link NaturalKeys}); ids,
 * arrival times and audit columns do not count ({@link #isBusiness}). Rows are hashed one by one
 * and their hashes added up, so no order is needed and ten million rows take one scan. Figures in
 * double precision count with the six digits that a real keeps, because sums of floating-point
 * numbers depend on their order.
 *
 * <p><b>Source</b>: spec 4.9, "the same result".
 */
public final class Checksum {

  /**
   * Tables that record how data arrived, what was sent or who may use the engine, not what is
   * known: another delivery of the same data, or other people, change them by right.
   */
  static final Set<String> RECORDS_OF_ARRIVAL =
      Set.of(
          "alerts",
          "api_keys",
          "audit_logs",
          "audit_seal_marks",
          "audit_seals",
          "dashboard_cache",
          "intake_uptime",
          "data_provenance",
          "encrypted_secrets",
          "flyway_schema_history",
          "generated_reports",
          "isp_history",
          "isp_logins",
          "notifications",
          "partition_archives",
          "quarantined_rows",
          "report_deliveries",
          "report_figures",
          "rollup_dirty_marks",
          "sftp_credentials",
          "submission_file_parts",
          "submission_files",
          "submission_notices",
          "system_health",
          "user_roles",
          "user_sessions",
          "users");

  private static final Set<String> NOT_BUSINESS =
      Set.of(
          "answered_state",
          "archive_path",
          "changed_at",
          "created_at",
          "created_by",
          "detected_at",
          "first_received_at",
          "in_force_file_id",
          "judged_at",
          "last_seen_at",
          "line_number",
          "load_id",
          "loaded_at",
          "state_at",
          "submission_file_id",
          "submission_id",
          "updated_at",
          "updated_by",
          "threshold_id",
          "twin_id",
          "version");

  private final DataSource dataSource;

  /** A checksum of the database of this pool, which must be allowed to read every table. */
  public Checksum(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The result.
   *
   * @param all over every table, hexadecimal
   * @param tables each table's rows and SHA-256, by name
   */
  public record Result(String all, Map<String, Table> tables) {}

  /**
   * One table.
   *
   * @param rows how many
   * @param sha256 hexadecimal
   */
  public record Table(long rows, String sha256) {}

  /** Reads every business table once. */
  public Result compute(Progress progress) {
    SingleConnectionDataSource one = null;
    try (java.sql.Connection connection = dataSource.getConnection()) {
      one = new SingleConnectionDataSource(connection, true);
      JdbcTemplate jdbc = new JdbcTemplate(one);
      jdbc.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      try {
        jdbc.execute("SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO'");
        return compute(jdbc, progress);
      } finally {
        jdbc.execute("ROLLBACK");
      }
    } catch (java.sql.SQLException e) {
      throw new EngineFailure(
          "Cannot compute the checksum: the database said \"%s\".".formatted(e.getMessage()), e);
    }
  }

  private static Result compute(JdbcTemplate jdbc, Progress progress) {
    Map<String, List<Column>> tables = columns(jdbc);
    progress.start("Checksum", tables.size(), "tables");
    Map<String, Table> results = new LinkedHashMap<>();
    tables.forEach(
        (table, columns) -> {
          results.put(
              table,
              jdbc.queryForObject(
                  query(table, columns),
                  (row, i) -> {
                    long rows = row.getLong(1);
                    String text =
                        table + " " + rows + " " + row.getString(2) + " " + row.getString(3);
                    return new Table(rows, sha256(text));
                  }));
          progress.add(1);
        });
    progress.done();
    String all =
        results.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue().sha256())
            .collect(Collectors.joining("\n"));
    return new Result(sha256(all), results);
  }

  private static Map<String, List<Column>> columns(JdbcTemplate jdbc) {
    List<Column> columns =
        jdbc.query(
            Resources.sql(Checksum.class, "columns"),
            (row, i) -> new Column(row.getString(1), row.getString(2), row.getString(3)));
    return columns.stream()
        .filter(column -> !RECORDS_OF_ARRIVAL.contains(column.table()))
        .filter(Checksum::isBusiness)
        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
  }

  /** Whether a column says something about the world: not an id of the database, nor an arrival. */
  static boolean isBusiness(Column column) {
    boolean surrogate = column.name().equals("id") && !column.type().equals("uuid");
    return !surrogate && !NOT_BUSINESS.contains(column.name());
  }

  /** One scan: rows, and two sums of row hashes under different seeds. */
  static String query(String table, List<Column> columns) {
    List<String> cells = new ArrayList<>();
    StringBuilder from = new StringBuilder("\nFROM " + table + " t");
    for (Column column : columns) {
      NaturalKeys.of(column.name())
          .ifPresentOrElse(
              key -> {
                cells.add(key.expression());
                from.append("\n").append(key.join());
              },
              () -> cells.add(cell(column)));
    }
    String where = table.equals("api_submissions") ? "\nWHERE t.originator <> 'ISP_API'" : "";
    return """
        SELECT count(*), sum(hashtextextended(r.row_text, 1))::text, sum(hashtextextended(r.row_text, 2))::text
        FROM (SELECT ROW(%s)::text AS row_text%s%s) r"""
        .formatted(String.join(", ", cells), from, where);
  }

  private static String cell(Column column) {
    String name = "t." + column.name();
    if (column.name().equals("deleted_at")) {
      return name + " IS NULL";
    }
    return column.type().equals("double precision") ? name + "::real" : name;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256.", e);
    }
  }

  /** A column as the database describes it. */
  record Column(String table, String name, String type) {}
}
