package org.fxbb.cron.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.fxbb.cron.Fxbb;
import org.fxbb.cron.command.ExitCode;
import org.fxbb.cron.doctor.Checksum;
import org.fxbb.jobs.run.Progress;
import org.fxbb.migrations.PostgresVersion;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/** A backup is restored as README.md says, and the engine goes on with it. */
final class BackupIT {
  private static final String FACTS =
      """
      SELECT fxbb_make_partitions('availability_slots', '2026-01-01', '2026-01-31');
      INSERT INTO isps (code, btrc_license_no, name_en, name_bn, license_category_id, license_status)
      SELECT 'isp-0001', 'L-1', 'Net 1', 'নেট', id, 'ACTIVE' FROM isp_license_categories WHERE code = 'NATIONWIDE';
      INSERT INTO pops (isp_id, code, name_en, location_code, status, valid_from)
      SELECT id, 'pop-1', 'PoP', '3026', 'ACTIVE', DATE '2026-01-01' FROM isps;
      INSERT INTO availability_slots (pop_id, isp_id, slot_start, status)
      SELECT p.id, p.isp_id, slot, 'AVAILABLE'
      FROM pops p CROSS JOIN generate_series(timestamptz '2026-01-05 00:00+06', '2026-01-05 23:45+06', '15 min') slot
      """;

  /**
   * Tables with their rights, policies, constraints, indexes, functions, triggers and partitions.
   */
  private static final String SCHEMA =
      """
      SELECT concat_ws(' ', 'table', c.oid::regclass, c.relkind, c.relrowsecurity, pg_get_userbyid(c.relowner),
        (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))) a), pg_get_expr(c.relpartbound, c.oid))
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'fxbb_staging', 'batch', 'quartz') AND c.relkind IN ('r', 'p', 'v', 'S')
      UNION ALL SELECT concat_ws(' ', tablename, policyname, roles, cmd, qual, with_check) FROM pg_policies
      UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname IN ('public', 'batch', 'quartz')
      UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT concat_ws(' ', oid::regprocedure, prosecdef, proconfig,
        (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(coalesce(proacl, acldefault('f', proowner))) a))
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT concat_ws(' ', version, description, checksum) FROM flyway_schema_history
      ORDER BY 1
      """;

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int fxbb(TestDatabase database, String... arguments) throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("settings.properties"),
            """
            spring.datasource.url=%s
            spring.datasource.username=fxbb
            spring.datasource.password=test
            fxbb.var=%s
            fxbb.output=%s
            """
                .formatted(database.url(), folder.resolve("var"), folder.resolve("out")));
    CommandLine command = Fxbb.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--config", settings.toString()))
            .toArray(String[]::new);
    return command.execute(all);
  }

  @Test
  void aRestoredBackupIsTheSameDatabase() throws Exception {
    assumeThatCode(() -> PgDumpSearch.ofThisMachine().find(null, 15)).doesNotThrowAnyException();
    TestDatabase one = TestDatabase.create(PostgresVersion.POSTGRES_15);
    new JdbcTemplate(one.etl()).execute(FACTS);
    Path backups = folder.resolve("backups");

    assertThat(fxbb(one, "backup", "--to", backups.toString(), "--as-of", "2026-02-01T01:00+06:00"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains(backups.resolve("fxbb-20260131T190000Z.dump").toString(), "Not in it")
        .doesNotContain("password=", "test\n");
    assertWhole(backups);

    TestDatabase other = TestDatabase.createEmpty(PostgresVersion.POSTGRES_15);
    assertThat(fxbb(other, "migrate", "--roles-only")).as(err.toString()).isEqualTo(ExitCode.DONE);
    restore(other, backups.resolve("fxbb-20260131T190000Z.dump"));

    assertThat(new JdbcTemplate(other.superuser()).queryForList(SCHEMA, String.class))
        .containsExactlyInAnyOrderElementsOf(
            new JdbcTemplate(one.superuser()).queryForList(SCHEMA, String.class));
    assertThat(checksum(other)).isEqualTo(checksum(one));
    assertTheEngineGoesOn(other);
  }

  private void assertWhole(Path backups) throws Exception {
    try (Stream<Path> files = Files.list(backups)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "fxbb-20260131T190000Z.dump",
              "fxbb-20260131T190000Z.dump.sha256",
              "fxbb-20260131T190000Z.roles.sql");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(backups.resolve("fxbb-20260131T190000Z.dump"))))
        .isEqualTo("rw-------");
    run(backups, List.of("sha256sum", "-c", "fxbb-20260131T190000Z.dump.sha256"));
  }

  /** The command of README.md. */
  private void restore(TestDatabase database, Path file) throws Exception {
    String address = database.url().replaceFirst("^jdbc:", "").replace("//", "//fxbb:test@");
    run(
        folder,
        List.of(
            "pg_restore",
            "--dbname=" + address,
            "--role=fxbb_owner",
            "--no-password",
            "--exit-on-error",
            file.toString()));
  }

  private void assertTheEngineGoesOn(TestDatabase restored) throws IOException {
    assertThat(fxbb(restored, "migrate")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(fxbb(restored, "run", "rollup")).as(err.toString()).isEqualTo(ExitCode.DONE);
    new JdbcTemplate(restored.etl())
        .update(
            """
            INSERT INTO pops (isp_id, code, name_en, location_code, status, valid_from)
            SELECT id, 'pop-2', 'PoP', '3026', 'ACTIVE', DATE '2026-01-01' FROM isps
            """);
    new JdbcTemplate(restored.etl())
        .queryForList(
            "SELECT fxbb_make_partitions('availability_slots', '2026-03-01', '2026-03-01')");
    assertThat(
            new JdbcTemplate(restored.etl())
                .queryForObject("SELECT max(id) - min(id) FROM pops", Long.class))
        .isEqualTo(1);
  }

  private static String checksum(TestDatabase database) {
    return new Checksum(database.etl()).compute(Progress.none()).all();
  }

  private static void run(Path directory, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
  }

  @Test
  void anOlderPgDumpIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path old =
        Files.writeString(
            folder.resolve("pg_dump"), "#!/bin/sh\necho 'pg_dump (PostgreSQL) 14.9'\n");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwx------"));
    TestDatabase database = TestDatabase.create();
    Path backups = folder.resolve("backups");

    assertThat(fxbb(database, "backup", "--to", backups.toString(), "--pg-dump", old.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .startsWith(
            "Cannot back up the database: expected pg_dump of PostgreSQL 17 or newer, found "
                + old
                + " of version 14. Install it (Debian: apt-get install postgresql-client-17, from"
                + " the repository of PostgreSQL where Debian's is older) or name it with --pg-dump"
                + " <path>. The embedded PostgreSQL can also be kept without it: stop every fxbb"
                + " process and copy the folder fxbb.var.");
    assertThat(backups).doesNotExist();
  }

  @Test
  void aPgDumpThatFailsLeavesNothing() throws IOException {
    Path broken =
        Files.writeString(
            folder.resolve("pg_dump"),
            """
            #!/bin/sh
            if [ "$1" = --version ]; then echo 'pg_dump (PostgreSQL) 99.1'; exit; fi
            echo 'pg_dump: error: the disk is full' >&2
            exit 1
            """);
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));
    Path backups = folder.resolve("backups");

    assertThat(
            fxbb(
                TestDatabase.create(),
                "backup",
                "--to",
                backups.toString(),
                "--pg-dump",
                broken.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .startsWith(
            "Cannot back up the database: "
                + broken
                + " ended with 1 and said \"pg_dump: error: the disk is full\". No backup was"
                + " written.");
    assertThat(backups).isEmptyDirectory();
  }
}
