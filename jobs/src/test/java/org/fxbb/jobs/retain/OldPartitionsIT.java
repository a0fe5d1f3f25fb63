package org.fxbb.jobs.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.fxbb.writers.partition.DamagedArchiveException;
import org.fxbb.writers.partition.PartitionArchive;
import org.fxbb.writers.partition.PartitionArchives;
import org.fxbb.writers.partition.PartitionArchives.Due;
import org.fxbb.writers.partition.PartitionRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partitions beyond their retention: into a file, verified, and only then dropped (spec 7.8). */
final class OldPartitionsIT {
  private static final String OLD = "ts_subscriber_counts_20250131";
  private static final String YOUNG = "ts_subscriber_counts_20250201";

  @TempDir Path folder;

  private static PartitionRange due(Warehouse house) {
    return house.archives().listDue().stream()
        .map(Due::range)
        .filter(range -> range.partition().equals(OLD))
        .findFirst()
        .orElseThrow();
  }

  /** Twelve months are kept: on 1 February 2026, 1 February 2025 is kept and 31 January is not. */
  private Warehouse house() {
    Warehouse house = new Warehouse(folder, "2026-02-01");
    house.fill("2025-01-31", 1_000);
    house.fill("2025-02-01", 10);
    return house;
  }

  @Test
  void onlyWhatIsWhollyOlderThanItsRetentionGoes() {
    Warehouse house = house();

    assertThat(house.old().retire()).isEqualTo(1);

    assertThat(house.partitions()).containsExactly(YOUNG);
    assertThat(house.listings()).containsExactly(OLD + " DROPPED 1000");
    house.date("2026-02-02");
    assertThat(house.old().retire()).isEqualTo(1);
    assertThat(house.partitions()).isEmpty();
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    Warehouse house = house();
    house.old().retire();
    var listed = house.texts("SELECT a::text FROM partition_archives a");
    var files = house.files();

    assertThat(house.old().retire()).isZero();

    assertThat(house.texts("SELECT a::text FROM partition_archives a")).isEqualTo(listed);
    assertThat(house.files()).isEqualTo(files);
  }

  @Test
  void whatIsKeptForEverStays() {
    Warehouse house = house();
    house.sql.execute("UPDATE partition_policies SET retention_months = NULL");

    assertThat(house.old().retire()).isZero();
    assertThat(house.partitions()).containsExactly(OLD, YOUNG);
  }

  @Test
  void anybodyCanReadTheFile() throws IOException {
    Warehouse house = new Warehouse(folder, "2026-02-01");
    house.fill("2025-01-31", 3);
    house.sql.update("UPDATE ts_subscriber_counts SET bras_id = '' WHERE active_sessions = 20");

    house.old().retire();

    try (var csv =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(house.file())), StandardCharsets.UTF_8))) {
      assertThat(csv.lines())
          .containsExactly(
              "time,isp_id,bras_id,pop_id,poll_status,active_sessions,pppoe_sessions,dhcp_leases,ipoe_sessions,submission_id",
              "2025-01-30 18:00:02+00,1,\"\",2,SUCCESS,20,,,,7",
              "2025-01-30 18:00:00+00,1,bras-1,0,SUCCESS,0,,,,7",
              "2025-01-30 18:00:01+00,1,bras-1,,SUCCESS,10,,,,7");
    }
    String manifest =
        Files.readString(
            Path.of(house.file().toString().replace(".csv.gz", ".json")), StandardCharsets.UTF_8);
    assertThat(manifest)
        .contains(
            "\"table\" : \"ts_subscriber_counts\"",
            "\"from\" : \"2025-01-31T00:00+06:00\"",
            "\"to\" : \"2025-02-01T00:00+06:00\"",
            "\"rows\" : 3",
            "\"type\" : \"timestamp with time zone\"",
            "PRIMARY KEY (isp_id, bras_id, \\\"time\\\")",
            house.texts("SELECT sha256 FROM partition_archives").get(0),
            house.texts("SELECT content_checksum FROM partition_archives").get(0));
  }

  @Test
  void aFlippedByteIsFoundAndNothingIsDropped() throws IOException {
    Warehouse house = house();
    PartitionArchives archives = house.archives();
    PartitionArchive archive = archives.archive(due(house));
    byte[] bytes = Files.readAllBytes(house.file());
    bytes[bytes.length / 2] ^= 1;
    Files.write(house.file(), bytes);

    refused(house, archive, "expected %d bytes with SHA-256 %s, found %d bytes with SHA-256 ");
  }

  @Test
  void aTruncatedFileIsFoundAndNothingIsDropped() throws IOException {
    Warehouse house = house();
    PartitionArchive archive = house.archives().archive(due(house));
    byte[] bytes = Files.readAllBytes(house.file());
    Files.write(house.file(), Arrays.copyOf(bytes, bytes.length - 20));

    refused(house, archive, "expected %d bytes with SHA-256 %s, found ");
  }

  @Test
  void aMissingFileIsFoundAndNothingIsDropped() throws IOException {
    Warehouse house = house();
    PartitionArchive archive = house.archives().archive(due(house));
    Files.delete(house.file());

    refused(house, archive, "expected a file with SHA-256 %2$s, found no file.");
  }

  private static void refused(Warehouse house, PartitionArchive archive, String what) {
    assertThatThrownBy(() -> house.archives().verify(archive))
        .isInstanceOf(DamagedArchiveException.class)
        .hasMessageStartingWith("Cannot use the archive of partition " + OLD)
        .hasMessageContaining(archive.path())
        .hasMessageContaining(what.formatted(archive.bytes(), archive.sha256(), archive.bytes()))
        .hasMessageContaining("Nothing was dropped; the next run of retain writes it anew.");
    assertThatThrownBy(() -> house.archives().drop(archive))
        .hasMessageContaining("expected a verified archive");
    assertThat(house.partitions()).containsExactly(OLD, YOUNG);

    assertThat(house.old().retire()).isEqualTo(1);
    assertThat(house.partitions()).containsExactly(YOUNG);
    assertThat(house.restore().restore(Warehouse.TABLE, day(31), day(31))).hasSize(1);
    assertThat(house.texts("SELECT count(*)::text FROM " + OLD)).containsExactly("1000");
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2025, 1, day);
  }

  @Test
  void aDamagedFileFailsTheStepAndHoldsNoOtherPartitionUp() throws IOException {
    Warehouse house = house();
    house.fill("2025-01-30", 5);
    house.archives().archive(due(house));
    Files.delete(house.file());

    assertThatThrownBy(() -> house.old().retire()).isInstanceOf(DamagedArchiveException.class);

    assertThat(house.partitions()).containsExactly(OLD, YOUNG);
    assertThat(house.listings())
        .containsExactly(OLD + " DAMAGED 1000", "ts_subscriber_counts_20250130 DROPPED 5");
  }

  @Test
  void aRowThatComesAfterTheArchiveStopsTheDrop() {
    Warehouse house = house();
    PartitionArchive archive = house.archives().archive(due(house));
    house.archives().verify(archive);
    house.add("2025-01-31", "late", 1);

    assertThat(house.archives().drop(archive)).isFalse();
    assertThat(house.partitions()).containsExactly(OLD, YOUNG);

    assertThat(house.old().retire()).isEqualTo(1);
    assertThat(house.listings()).containsExactly(OLD + " SUPERSEDED 1000", OLD + " DROPPED 1001");
  }

  @Test
  void aChangedValueStopsTheDropThoughTheCountIsTheSame() {
    Warehouse house = house();
    PartitionArchive archive = house.archives().archive(due(house));
    house.archives().verify(archive);
    house.sql.update(
        "UPDATE ts_subscriber_counts SET active_sessions = 1 WHERE active_sessions = 0 AND time < '2025-01-31'");

    assertThat(house.archives().drop(archive)).isFalse();
  }

  @Test
  void aCrashBetweenAnyTwoStagesEndsTheSame() {
    Warehouse written = house();
    written.archives().archive(due(written));
    // The file is there and its listing was not committed.
    written.sql.execute("DELETE FROM partition_archives");
    assertThat(written.old().retire()).isEqualTo(1);

    Warehouse listed = house();
    listed.archives().archive(due(listed));
    assertThat(listed.old().retire()).isEqualTo(1);

    Warehouse verified = house();
    PartitionArchive archive = verified.archives().archive(due(verified));
    verified.archives().verify(archive);
    assertThat(verified.old().retire()).isEqualTo(1);

    for (Warehouse house : new Warehouse[] {written, listed, verified}) {
      assertThat(house.listings()).containsExactly(OLD + " DROPPED 1000");
      assertThat(house.partitions()).containsExactly(YOUNG);
    }
  }

  @Test
  void theEngineCannotDropWhatIsKeptNorWithoutAnArchive() {
    Warehouse house = house();
    PartitionArchive archive = house.archives().archive(due(house));
    house.archives().verify(archive);

    house.date("2026-01-31");
    assertThatThrownBy(() -> house.archives().drop(archive))
        .hasMessage(
            "Cannot drop partition %s: it ends on 2025-02-01, expected before the retention of ts_subscriber_counts (12 months, as of 2026-01-31)."
                .formatted(OLD));
    assertThatThrownBy(() -> house.etl.execute("SELECT fxbb_drop_partition(99, now())"))
        .hasMessageContaining("no archive 99 in partition_archives");
    assertThatThrownBy(() -> house.etl.execute("DROP TABLE " + OLD))
        .rootCause()
        .hasMessageContaining("must be owner");
    assertThatThrownBy(
            () -> house.etl.execute("UPDATE partition_policies SET retention_months = 0"))
        .rootCause()
        .hasMessageContaining("permission denied");
    for (String forgery :
        new String[] {
          "DELETE FROM partition_archives",
          "UPDATE partition_archives SET state = 'DROPPED'",
          "INSERT INTO partition_archives OVERRIDING SYSTEM VALUE SELECT * FROM partition_archives",
          "TRUNCATE partition_archives"
        }) {
      assertThatThrownBy(() -> house.etl.execute(forgery))
          .as(forgery)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aFileThatWasNotReadIsNotVerified() {
    Warehouse house = house();
    long id = house.archives().archive(due(house)).id();

    assertThatThrownBy(
            () -> house.etl.queryForList("SELECT fxbb_verify_archive(?, now())::text", id))
        .rootCause()
        .hasMessageContaining("its file was not read in this transaction");
    assertThatThrownBy(
            () ->
                house.etl.execute(
                    "CREATE TEMPORARY TABLE archived_rows_%1$d AS TABLE %2$s; SELECT fxbb_verify_archive(%1$d, now())"
                        .formatted(id, OLD)))
        .rootCause()
        .hasMessageContaining("its file was not read in this transaction");
    assertThatThrownBy(
            () ->
                house.etl.execute(
                    "BEGIN; SELECT fxbb_stage_archive(%1$d); SELECT fxbb_verify_archive(%1$d, now())"
                        .formatted(id)))
        .rootCause()
        .hasMessageContaining("whose file holds the listed rows, found 0 rows");
  }

  @Test
  void aListingTakesRowsAndChecksumFromThePartition() {
    Warehouse house = house();
    house.etl.queryForList("SELECT fxbb_list_archive(?, 1, repeat('a', 64), now())", OLD);

    assertThat(
            house.texts(
                "SELECT concat_ws(' ', rows, content_checksum, range_from, range_to, state, verified_at) FROM partition_archives"))
        .containsExactly("1000 " + house.checksum(OLD) + " 2025-01-31 2025-02-01 ARCHIVED");
    house.sql.execute("DELETE FROM " + OLD);
    assertThatThrownBy(
            () ->
                house.etl.queryForList(
                    "SELECT fxbb_list_archive(?, 1, repeat('a', 64), now())", OLD))
        .rootCause()
        .hasMessageContaining("is listed with other rows");
    assertThatThrownBy(
            () ->
                house.etl.queryForList(
                    "SELECT fxbb_list_archive('isps', 1, repeat('b', 64), now())"))
        .rootCause()
        .hasMessageContaining("there is no such partition");
  }

  @Test
  void tellingAnotherTimeMakesNothingOlder() {
    Warehouse house = new Warehouse(folder, "2026-02-01");
    for (String table : new String[] {"audit_logs", Warehouse.TABLE}) {
      house.etl.queryForList(
          "SELECT fxbb_make_partitions(?, current_date - 300, current_date - 300)", table);
    }
    house.date("2999-01-01");
    assertThat(house.archives().listDue()).isEmpty();
    house.sql.execute(
        """
        INSERT INTO partition_archives (parent_table, partition_name, range_from, range_to, rows, bytes, sha256, content_checksum,
          columns, file_path, state, archived_at, verified_at)
        SELECT parent_table, partition_name, range_from, range_to, rows, 1, '', checksum, '[]', partition_name, 'ARCHIVED', now(), now()
        FROM partition_ranges, fxbb_content_checksum(partition_name::regclass)
        WHERE parent_table IN ('audit_logs', 'ts_subscriber_counts') AND range_to > current_date - 300 AND range_from <= current_date - 300
        """);

    for (String table : new String[] {"audit_logs", Warehouse.TABLE}) {
      assertThatThrownBy(
              () ->
                  house.etl.queryForList(
                      "SELECT fxbb_drop_partition(id, '2999-01-01')::text FROM partition_archives WHERE parent_table = ?",
                      table))
          .rootCause()
          .hasMessageContaining("expected before the retention of " + table);
    }
  }

  @Test
  void rowsThatNoRollUpHasReadStay() {
    Warehouse house = house();
    house.sql.execute(
        "INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour) VALUES (1, 'ts_subscriber_counts', 1, 1, '2025-01-31 23:00+06')");

    assertThat(house.old().retire()).isZero();
    assertThat(house.partitions()).containsExactly(OLD, YOUNG);

    house.sql.execute("DELETE FROM rollup_dirty_marks");
    assertThat(house.old().retire()).isEqualTo(1);
  }

  @Test
  void ledgersAndTheAuditLogGoTheSameWay() {
    Warehouse house = new Warehouse(folder, "2026-02-01");
    for (String table : new String[] {"submission_notices", "audit_logs"}) {
      house.etl.queryForList("SELECT fxbb_make_partitions(?, '2024-01-01', '2024-01-01')", table);
    }
    for (int i = 0; i < 2; i++) {
      house.etl.update(
          """
          INSERT INTO submission_notices (file_received_at, submission_file_id, code, severity, message_en, message_bn, fix_en)
          VALUES ('2024-01-31 23:59:59+06', 1, 'not_a_number', 'ERROR', E'two\\nlines, "quoted"', 'সংখ্যা নয়', '')
          """);
    }
    house.sql.execute(
        """
        INSERT INTO audit_logs (seq, logged_at, actor, login, session_role, action, event, row_key, after)
        VALUES (1, '2024-01-01 00:00+06', 'a', 'fxbb', 'fxbb_etl', 'EVENT', 'login.refused', 'x', '{"a": [1, null]}')
        """);
    String notices = house.checksum("submission_notices_202401");
    String audit = house.checksum("audit_logs_202401");

    assertThat(house.old().retire()).isEqualTo(2);
    assertThat(house.texts("SELECT code FROM submission_notices")).isEmpty();
    house.restore().restore("submission_notices", day(1), day(1));
    house.restore().restore("audit_logs", day(1), day(1));
    assertThat(house.listings())
        .containsExactly("audit_logs_202401 DROPPED 1", "submission_notices_202401 DROPPED 2");
    LocalDate old = LocalDate.of(2024, 1, 15);
    house.restore().restore("submission_notices", old, old);
    house.restore().restore("audit_logs", old, old);

    assertThat(house.checksum("submission_notices_202401")).isEqualTo(notices);
    assertThat(house.checksum("audit_logs_202401")).isEqualTo(audit);
    assertThatThrownBy(() -> house.etl.update("UPDATE audit_logs_202401 SET actor = 'b'"))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> house.etl.update("INSERT INTO audit_logs_202401 SELECT * FROM audit_logs"))
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
