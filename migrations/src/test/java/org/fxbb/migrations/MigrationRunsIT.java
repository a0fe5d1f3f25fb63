package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How migrations run: whole, again, cut off and two at a time, on every supported server. */
final class MigrationRunsIT {

  /** Where the run is cut off, in the order in which migrations get there. */
  private static final List<String> CUTS =
      List.of(
          "CREATE TABLE public.flyway_schema_history",
          "CREATE TABLE public.isps",
          "CREATE TABLE public.subscriber_snapshots",
          "CREATE TABLE public.submission_files",
          "CREATE TABLE pg_temp.geocodes",
          "CREATE VIEW public.discrepancy_findings");

  /** As when the process or the server dies: every connection of the database ends at once. */
  private static final String CUT_OFF =
      """
      CREATE FUNCTION public.cut_off() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        PERFORM 1 FROM pg_event_trigger_ddl_commands() WHERE command_tag || ' ' || object_identity = '%s';
        IF FOUND THEN
          PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database();
        END IF;
      END;
      $$;
      CREATE EVENT TRIGGER cut_off ON ddl_command_end EXECUTE FUNCTION public.cut_off()
      """;

  private static final String GO_ON = "DROP EVENT TRIGGER cut_off; DROP FUNCTION public.cut_off()";

  private static final String HISTORY =
      "SELECT concat_ws(' ', version, description, checksum, success) FROM flyway_schema_history"
          + " ORDER BY version::int NULLS LAST, description";

  /** Every column, constraint, index, function, policy and right, and how many rows there are. */
  private static final String SCHEMA =
      """
      SELECT concat_ws(' ', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull)
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0
      UNION ALL SELECT concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT concat_ws(' ', tablename, policyname, roles, qual) FROM pg_policies
      UNION ALL SELECT concat_ws(' ', relname, relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace
      UNION ALL SELECT 'places ' || count(*) FROM geo_locations
      UNION ALL SELECT 'policy values ' || count(*) FROM policy_values
      ORDER BY 1
      """;

  @ParameterizedTest
  @EnumSource
  void migratesFromNothingInOneGoAndASecondTimeWithoutEffect(PostgresVersion version)
      throws SQLException {
    TestDatabase database = TestDatabase.createEmpty(version);

    assertThat(Migrator.migrate(database.login())).isPositive();
    List<String> schema = strings(database.superuser(), SCHEMA);
    assertThat(Migrator.migrate(database.login())).isZero();

    assertThat(Migrator.listPending(database.login())).isEmpty();
    assertThat(strings(database.superuser(), SCHEMA)).isEqualTo(schema);
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatWasCutOffIsRepeatedToTheSameEnd(PostgresVersion version) throws SQLException {
    TestDatabase whole = TestDatabase.create(version);
    TestDatabase cut = TestDatabase.createEmpty(version);

    for (String cutAt : CUTS) {
      strings(cut.superuser(), CUT_OFF.formatted(cutAt));
      assertThatThrownBy(() -> Migrator.migrate(cut.login())).as(cutAt).isNotNull();
      strings(cut.superuser(), GO_ON);
    }
    assertThat(Migrator.migrate(cut.login())).isPositive();

    assertThat(strings(cut.superuser(), HISTORY)).isEqualTo(strings(whole.superuser(), HISTORY));
    assertThat(strings(cut.superuser(), SCHEMA)).isEqualTo(strings(whole.superuser(), SCHEMA));
  }

  @ParameterizedTest
  @EnumSource
  void twoMigratorsAtOnceDoTheWorkOnce(PostgresVersion version) throws Exception {
    TestDatabase whole = TestDatabase.create(version);
    TestDatabase database = TestDatabase.createEmpty(version);
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Integer> migration =
        () -> {
          start.await();
          return Migrator.migrate(database.login());
        };
    ExecutorService migrators = Executors.newFixedThreadPool(2);
    int migrated = 0;
    try {
      for (Future<Integer> each : migrators.invokeAll(List.of(migration, migration))) {
        migrated += each.get();
      }
    } finally {
      migrators.shutdownNow();
    }

    List<String> history = strings(whole.superuser(), HISTORY);
    assertThat(migrated).isEqualTo(history.size());
    assertThat(strings(database.superuser(), HISTORY)).isEqualTo(history);
  }

  private static List<String> strings(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> values = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            values.add(String.valueOf(result.getString(1)));
          }
        }
      }
      return values;
    }
  }
}
