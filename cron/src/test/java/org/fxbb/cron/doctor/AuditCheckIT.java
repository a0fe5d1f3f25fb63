package org.fxbb.cron.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.fxbb.cron.doctor.PrintedSeal.Compared;
import org.fxbb.cron.doctor.PrintedSeal.State;
import org.fxbb.jobs.audit.AuditSealer;
import org.fxbb.jobs.run.Progress;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.reports.pack.AuditSeal;
import org.fxbb.writers.partition.PartitionArchive;
import org.fxbb.writers.partition.PartitionArchives;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever changes the log or its seals afterwards, even as superuser, is found. */
final class AuditCheckIT {
  /** Makes the stored hashes of seal 2 fit whatever stands in the log, as a forger would. */
  private static final String RESEAL_2 =
      """
      UPDATE audit_seals s SET rows_sha256 = encode(sha256((
        SELECT string_agg(sha256(convert_to(fxbb_audit_canonical(l), 'UTF8')), ''::bytea ORDER BY seq)
        FROM audit_logs l WHERE seq BETWEEN s.from_seq AND s.to_seq)), 'hex')
      WHERE seal_no = 2;
      UPDATE audit_seals s SET sha256 = encode(sha256(convert_to(fxbb_audit_seal_text(s), 'UTF8')), 'hex') WHERE seal_no = 2;
      """;

  @TempDir private Path packs = Path.of("");
  private final TestDatabase database = TestDatabase.create();
  private final JdbcTemplate etl = new JdbcTemplate(database.etl());
  private final JdbcTemplate intruder = new JdbcTemplate(database.superuser());
  private final AuditSealer sealer = new AuditSealer(database.etl());

  /** Three seals over the numbers 1-3, 4-6 and 7-9, and row 10 that is not sealed. */
  @BeforeEach
  void fillTheLog() {
    for (int i = 1; i <= 10; i++) {
      etl.update(
          "INSERT INTO calendar_days (day, kind, value) VALUES (DATE '2026-01-01' + ?, 'HOLIDAY', 'x')",
          i);
      if (i % 3 == 0) {
        sealer.seal();
      }
    }
  }

  private AuditCheck.Result check(PrintedSeal... printed) {
    return new AuditCheck(database.etl(), packs).check(List.of(printed), Progress.none());
  }

  private static String found(AuditCheck.Result result) {
    return result
        .firstBroken()
        .map(seal -> seal.seal() + " " + seal.kind() + " of " + result.brokenSeals())
        .orElse("nothing");
  }

  @Test
  void whatNobodyTouchedHolds() {
    AuditCheck.Result result = check();

    assertThat(result.holds()).isTrue();
    assertThat(result.seals()).isEqualTo(3);
    assertThat(result.rows()).isEqualTo(9);
    assertThat(result.unsealedRows()).isEqualTo(1);
    assertThat(result.firstBroken()).isEmpty();
  }

  @Test
  void anEmptyLogHolds() {
    AuditCheck.Result result =
        new AuditCheck(TestDatabase.create().etl(), packs).check(List.of(), Progress.none());

    assertThat(result.holds()).isTrue();
    assertThat(result.newest()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logged_at = logged_at - interval '1 microsecond'",
        "actor = 'x'",
        "login = 'x'",
        "session_role = 'x'",
        "action = 'UPDATE'",
        "table_name = 'x'",
        "row_key = NULL",
        "row_key = ''",
        "isp_id = 1",
        "before = '{}'",
        "before = 'null'",
        "after = NULL",
        "after = after || '{\"value\": \"y\"}'",
        "changed_columns = '{}'"
      })
  void everyChangedColumnOfARowIsFound(String change) {
    intruder.update("UPDATE audit_logs SET " + change + " WHERE seq = 5");

    assertThat(found(check())).isEqualTo("2 ROW_CHANGED of 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to_seq = 7",
        "rows = 4",
        "first_logged_at = first_logged_at - interval '1 day'",
        "last_logged_at = last_logged_at + interval '1 microsecond'",
        "rows_sha256 = repeat('a', 64)",
        "previous_sha256 = repeat('a', 64)",
        "sha256 = repeat('a', 64)",
        "sealed_at = sealed_at + interval '1 microsecond'",
        "from_seq = 5"
      })
  void everyChangedColumnOfASealIsFound(String change) {
    intruder.update("UPDATE audit_seals SET " + change + " WHERE seal_no = 2");

    assertThat(found(check())).startsWith("2 SEAL_CHANGED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE FROM audit_logs WHERE seq = 5 | 2 ROW_MISSING of 1",
        "DELETE FROM audit_logs WHERE seq BETWEEN 4 AND 6 | 2 ROW_MISSING of 1",
        "UPDATE audit_logs SET seq = CASE seq WHEN 4 THEN 5 ELSE 4 END WHERE seq IN (4, 5) | 2 ROW_CHANGED of 1",
        "UPDATE audit_logs SET seq = CASE seq WHEN 2 THEN 8 ELSE 2 END WHERE seq IN (2, 8) | 1 ROW_CHANGED of 2",
        "UPDATE audit_logs SET seq = 99 WHERE seq = 5 | 2 ROW_MISSING of 1",
        "UPDATE audit_logs SET seq = -1 WHERE seq = 5 | 1 ROW_EXTRA of 2",
        "INSERT INTO audit_logs SELECT seq, logged_at + interval '1 second', 'forged', login, session_role, action, event, table_name, row_key, isp_id, before, after FROM audit_logs WHERE seq = 5 | 2 ROW_EXTRA of 1",
        "DELETE FROM audit_seals WHERE seal_no = 1 | 1 SEAL_MISSING of 1",
        "DELETE FROM audit_seals WHERE seal_no = 2 | 2 SEAL_MISSING of 1",
        "UPDATE audit_seals SET seal_no = 5 WHERE seal_no = 2 | 2 SEAL_MISSING of 3"
      })
  void everyMovedMissingOrForgedRowIsFound(String tampering, String expected) {
    intruder.update(tampering);

    assertThat(found(check())).isEqualTo(expected);
  }

  @Test
  void theSentenceNamesTheSealItsNumbersAndBothSides() {
    intruder.update("DELETE FROM audit_logs WHERE seq = 5");

    assertThat(check().firstBroken().map(BrokenSeal::sentence))
        .contains("Seal 2 (numbers 4 to 6): a row is missing. Expected 3 rows, found 2 rows.");
  }

  @Test
  void aForgerWhoSealsAnewBreaksTheNextLink() {
    intruder.update("UPDATE audit_logs SET actor = 'x' WHERE seq = 5");
    intruder.execute(RESEAL_2);

    assertThat(found(check())).isEqualTo("3 CHAIN_BROKEN of 1");
  }

  @Test
  void aTailThatWasCutOffShowsAgainstThePrintedSeal() {
    AuditSeal printed = newest();
    PrintedSeal pack = new PrintedSeal(printed.number(), printed.sha256(), "a pack");
    assertThat(check(pack).holds()).isTrue();

    intruder.update("DELETE FROM audit_logs WHERE seq > 6");
    intruder.update("DELETE FROM audit_seals WHERE seal_no = 3");
    AuditCheck.Result cut = check(pack);
    assertThat(cut.firstBroken()).isEmpty();
    assertThat(cut.holds()).isFalse();
    assertThat(cut.printed()).containsExactly(new Compared(pack, State.MISSING));
    assertThat(cut.printed().get(0).sentence())
        .isEqualTo(
            "Seal %s of a pack: the database has no seal 3. The end of the log was cut off, or this is another database."
                .formatted(printed));

    etl.update("DELETE FROM calendar_days");
    sealer.seal();
    assertThat(check(pack).printed()).containsExactly(new Compared(pack, State.DIFFERS));
  }

  @Test
  void sealsAreReadFromManifestsAndTheReportLibrary() throws IOException {
    Files.createDirectories(packs.resolve("2026-01/R1"));
    Files.createDirectories(packs.resolve("2026-01/R2"));
    Files.createDirectories(packs.resolve("2026-02/R1"));
    Path good = packs.resolve("2026-01/R1/manifest.json");
    Path broken = packs.resolve("2026-01/R2/manifest.json");
    Files.writeString(good, "{\"audit_seal\": {\"number\": 2, \"sha256\": \"ab\"}}");
    Files.writeString(broken, "{\"audit_seal\": {");
    Files.writeString(packs.resolve("2026-02/R1/manifest.json"), "{\"audit_seal\": null}");
    etl.update(
        "INSERT INTO generated_reports (id, report_code, period, file_path, media_type, bytes, sha256, policy_set, provisional, audit_seal_no, audit_seal_sha256, rendered_at) VALUES ('00000000-0000-0000-0000-000000000001', 'R1', '2026-01-01', 'x', 'x', 1, 'x', 'x', true, 3, 'cd', now())");

    List<PrintedSeal> printed = new PrintedSeals(database.etl(), packs).list();

    assertThat(printed)
        .containsExactly(
            new PrintedSeal(3, "cd", "the report library, R1 of 2026-01"),
            new PrintedSeal(2, "ab", good.toString()),
            new PrintedSeal(0, "", broken.toString()));
    assertThat(check(printed.toArray(PrintedSeal[]::new)).printed())
        .extracting(Compared::state)
        .containsExactly(State.DIFFERS, State.DIFFERS, State.UNREADABLE);
  }

  /** Archives and drops the month of all ten rows, as if it were old; seals all of them before. */
  private Path archiveTheMonth() {
    sealer.seal();
    intruder.update(
        "UPDATE partition_policies SET retention_months = -2 WHERE parent_table = 'audit_logs'");
    sealer.seal();
    PartitionArchives archives = new PartitionArchives(database.etl(), packs, Clock.systemUTC());
    for (PartitionArchives.Due due : archives.listDue()) {
      PartitionArchive archive = archives.archive(due.range());
      archives.verify(archive);
      assertThat(archives.drop(archive)).isTrue();
    }
    return packs.resolve(
        intruder.queryForObject(
            "SELECT file_path FROM partition_archives WHERE rows > 0", String.class));
  }

  @Test
  void theRowsOfADroppedMonthAreReadFromItsFile() {
    archiveTheMonth();
    assertThat(intruder.queryForObject("SELECT count(*) FROM audit_logs", Long.class)).isZero();

    AuditCheck.Result result = check();
    assertThat(result.holds()).isTrue();
    assertThat(result.archivedSeals()).isEqualTo(result.seals()).isGreaterThan(3);
    assertThat(result.rows()).isGreaterThan(9);
  }

  @Test
  void aMissingOrChangedFileIsNamedAndItsSealsAreNotChecked() throws IOException {
    Path file = archiveTheMonth();
    byte[] bytes = Files.readAllBytes(file);
    for (boolean missing : new boolean[] {false, true}) {
      bytes[bytes.length - 9] ^= 1;
      Files.write(file, bytes);
      if (missing) {
        Files.delete(file);
      }

      AuditCheck.Result result = check();
      assertThat(result.holds()).isFalse();
      assertThat(result.brokenSeals()).isZero();
      assertThat(result.uncheckedSeals()).isEqualTo(result.seals());
      assertThat(result.unreadable())
          .singleElement()
          .asString()
          .contains(file.toString(), missing ? "found no file" : "with SHA-256");
    }
  }

  @Test
  void aForgedListingExcusesNoRow() throws IOException {
    Path file = archiveTheMonth();
    String rows = read(file);
    String forged = rows.replace("HOLIDAY", "HOLYDAY");
    assertThat(forged).isNotEqualTo(rows);
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(forged.getBytes(StandardCharsets.UTF_8));
    }
    intruder.update(
        "UPDATE partition_archives SET sha256 = ? WHERE rows > 0",
        sha256(Files.readAllBytes(file)));
    assertThat(found(check())).startsWith("1 ROW_CHANGED");
  }

  @Test
  void aListingDoesNotCountWhileItsMonthIsThere() {
    intruder.execute(
        """
        INSERT INTO partition_archives (parent_table, partition_name, range_from, range_to, rows, bytes, sha256, content_checksum, columns, file_path, state, archived_at, verified_at, dropped_at)
        SELECT 'audit_logs', 'x', current_date - 40, current_date + 40, 9, 1, 'x', 'x', '[]', 'x', 'DROPPED', now(), now(), now();
        DELETE FROM audit_logs WHERE seq <= 9;
        """);

    assertThat(found(check())).isEqualTo("1 ROW_MISSING of 3");
  }

  private static String read(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The newest seal before row 10 was written. */
  private AuditSeal newest() {
    return etl.query(
            "SELECT seal_no, sha256 FROM audit_seals ORDER BY seal_no DESC LIMIT 1",
            (row, i) -> new AuditSeal(row.getLong(1), row.getString(2)))
        .get(0);
  }
}
