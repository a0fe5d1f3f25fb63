package org.fxbb.migrations;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fxbb.migrations.Sql.strings;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every table, column, key and index must have (specification 3, conventions). */
final class SchemaRulesIT {
  /** Tables of our own, without partitions. */
  private static final String TABLES =
      """
      SELECT c.relname
      FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> 'flyway_schema_history'
      """;

  private static final String UNCOMMENTED_TABLES =
      """
      SELECT c.oid::regclass::text
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'fxbb_staging', 'batch', 'quartz')
        AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
        AND c.relname <> 'flyway_schema_history'
        AND obj_description(c.oid, 'pg_class') IS NULL
      """;

  private static final String UNCOMMENTED_UNITS =
      """
      SELECT a.attrelid::regclass || '.' || a.attname
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname ~ '(^|_)(mbps|bps|bdt|ms|gb|pct|hours|minutes|seconds|days|months|ratio|share|weight|score|latitude|longitude|month|period)(_|$)'
        AND col_description(a.attrelid, a.attnum) IS NULL
      ORDER BY 1
      """;

  private static final String UNINDEXED_FOREIGN_KEYS =
      """
      SELECT conrelid::regclass || ' ' || conname
      FROM pg_constraint k
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace
        AND NOT EXISTS (
          SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])
      """;

  private static final String INDEXES_WITHOUT_A_QUERY =
      """
      SELECT i.indexrelid::regclass::text
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
        AND c.relname <> 'flyway_schema_history'
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
        AND coalesce(obj_description(i.indexrelid, 'pg_class'), '') NOT LIKE 'Serves: %'
      """;

  private static final String MASTERS_WITHOUT_AUDIT_COLUMNS =
      TABLES
          + """
          AND (SELECT count(*) FROM pg_attribute a
               WHERE a.attrelid = c.oid AND a.attname IN ('created_at', 'updated_at', 'created_by', 'updated_by')) < 4
          """;

  private static final String SOFT_DELETE_WITHOUT_PARTIAL_KEY =
      TABLES
          + """
          AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'deleted_at')
          AND NOT EXISTS (
            SELECT 1 FROM pg_index i
            WHERE i.indrelid = c.oid AND pg_get_expr(i.indpred, c.oid) LIKE '%deleted_at IS NULL%')
          """;

  private static DataSource database;

  @BeforeAll
  static void cloneTemplate() {
    database = TestDatabase.create().superuser();
  }

  @Test
  void all81TablesOfTheTwelveStepsAreThere() throws SQLException {
    List<String> tables = strings(database, TABLES);

    Map<String, Integer> missing =
        TablesByStep.read().stream()
            .flatMap(step -> step.tables().stream().map(table -> Map.entry(table, step.number())))
            .filter(entry -> !tables.contains(entry.getKey()))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(missing).as("missing tables, with their step").isEmpty();
    assertThat(TablesByStep.read().stream().map(step -> step.tables().size()).toList())
        .containsExactly(9, 10, 7, 3, 8, 7, 4, 5, 8, 9, 10, 1);
  }

  @Test
  void theTablesBeyondTheTwelveStepsAreThere() throws SQLException {
    assertThat(strings(database, TABLES))
        .contains(
            "filings",
            "availability_slots",
            "qos_pop_day_values",
            "rollup_interfaces_hourly",
            "rollup_interfaces_daily",
            "rollup_sessions_hourly",
            "rollup_sessions_daily",
            "rollup_dirty_marks",
            "sla_verdicts",
            "month_closings",
            "restatements",
            "policy_sets",
            "policy_values",
            "calendar_days",
            "geo_aliases",
            "geo_legacy_codes",
            "isp_commitments",
            "isp_logins",
            "sftp_credentials",
            "report_figures",
            "partition_archives",
            "audit_seals");
  }

  @Test
  void everyTableAndEveryColumnWithAUnitHasAComment() throws SQLException {
    assertThat(strings(database, UNCOMMENTED_TABLES)).isEmpty();
    assertThat(strings(database, UNCOMMENTED_UNITS)).isEmpty();
  }

  @Test
  void everyForeignKeyHasAnIndex() throws SQLException {
    assertThat(strings(database, UNINDEXED_FOREIGN_KEYS)).isEmpty();
  }

  @Test
  void everyIndexNamesTheQueryItServes() throws SQLException {
    assertThat(strings(database, INDEXES_WITHOUT_A_QUERY)).isEmpty();
  }

  @Test
  void everyTableThatIsNotBulkHasAuditColumns() throws SQLException {
    assertThat(strings(database, MASTERS_WITHOUT_AUDIT_COLUMNS))
        .as("tables without created_at, updated_at, created_by, updated_by")
        .isSubsetOf(withoutAuditColumns());
  }

  @Test
  void softDeleteComesWithAPartialIndex() throws SQLException {
    assertThat(strings(database, SOFT_DELETE_WITHOUT_PARTIAL_KEY)).isEmpty();
  }

  @Test
  void aTableThatKeepsNoRuleIsFoundByEachOfThem() throws SQLException {
    DataSource planted = TestDatabase.create().superuser();

    strings(
        planted,
        """
        CREATE TABLE planted (
          isp_id bigint REFERENCES isps (id), price_bdt numeric, created_at timestamptz, deleted_at timestamptz);
        CREATE INDEX planted_price_ix ON planted (price_bdt)
        """);

    assertThat(strings(planted, UNCOMMENTED_TABLES)).containsExactly("planted");
    assertThat(strings(planted, UNCOMMENTED_UNITS)).containsExactly("planted.price_bdt");
    assertThat(strings(planted, UNINDEXED_FOREIGN_KEYS))
        .containsExactly("planted planted_isp_id_fkey");
    assertThat(strings(planted, INDEXES_WITHOUT_A_QUERY)).containsExactly("planted_price_ix");
    assertThat(strings(planted, MASTERS_WITHOUT_AUDIT_COLUMNS)).contains("planted");
    assertThat(strings(planted, SOFT_DELETE_WITHOUT_PARTIAL_KEY)).containsExactly("planted");
  }

  /** Bulk tables and records of what happened, which never change once written or as a whole. */
  private static Set<String> withoutAuditColumns() {
    return Set.copyOf(Arrays.asList(Resource.text("without-audit-columns.txt").split("\\s+")));
  }
}
