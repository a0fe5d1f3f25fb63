package org.fxbb.jobs.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.fxbb.jobs.retain.RestoreRun.Restored;
import org.fxbb.jobs.run.PeriodLocks;
import org.fxbb.writers.partition.DamagedArchiveException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archived partitions come back as they were, or not at all (spec 7.8). */
final class RestoreRunIT {
  private static final String OLD = "ts_subscriber_counts_20250131";
  private static final LocalDate DAY = LocalDate.of(2025, 1, 31);

  @TempDir Path folder;
  private Warehouse house;
  private String checksum;

  @BeforeEach
  void anArchivedDay() {
    house = new Warehouse(folder, "2026-02-01");
    house.fill("2025-01-31", 1_000);
    checksum = house.checksum(OLD);
    house.old().retire();
  }

  private List<Restored> restore() {
    return house.restore().restore(Warehouse.TABLE, DAY, DAY);
  }

  @Test
  void comesBackWithTheSameContentAndOnlyOnce() {
    assertThat(restore()).containsExactly(new Restored(OLD, DAY, DAY, 1_000, true));
    assertThat(house.checksum(OLD)).isEqualTo(checksum);
    assertThat(house.texts("SELECT count(*)::text FROM ts_subscriber_counts"))
        .containsExactly("1000");
    var listed = house.texts("SELECT a::text FROM partition_archives a");

    assertThat(restore()).containsExactly(new Restored(OLD, DAY, DAY, 1_000, false));
    assertThat(house.texts("SELECT a::text FROM partition_archives a")).isEqualTo(listed);
  }

  @Test
  void everyDayOfTheRangeComesBackAndNoOther() {
    house.fill("2025-01-29", 1);
    house.fill("2025-01-30", 2);
    house.old().retire();

    assertThat(house.restore().restore(Warehouse.TABLE, DAY.minusDays(1), DAY))
        .extracting(Restored::rows)
        .containsExactly(2L, 1_000L);
    assertThat(house.partitions()).containsExactly("ts_subscriber_counts_20250130", OLD);
  }

  @Test
  void nothingArchivedIsAnEmptyAnswer() {
    assertThat(house.restore().restore(Warehouse.TABLE, DAY.plusDays(1), DAY.plusDays(9)))
        .isEmpty();
  }

  @Test
  void anotherNameListsTheTables() {
    assertThatThrownBy(() -> house.restore().restore("isps", DAY, DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot restore \"isps\": expected one of api_submissions, ")
        .hasMessageContaining("ts_subscriber_counts");
  }

  @Test
  void aCorruptedArchiveIsRefusedBeforeAnyPartitionComesBack() throws IOException {
    Path broken = house.file();
    house.fill("2025-01-30", 2);
    house.old().retire();
    byte[] bytes = Files.readAllBytes(broken);
    bytes[bytes.length - 9] ^= 1;
    Files.write(broken, bytes);

    assertThatThrownBy(() -> house.restore().restore(Warehouse.TABLE, DAY.minusDays(1), DAY))
        .isInstanceOf(DamagedArchiveException.class)
        .hasMessageMatching(
            "Cannot use the archive of partition %s: .*csv.gz: expected %d bytes with SHA-256 [0-9a-f]{64}, found %d bytes with SHA-256 [0-9a-f]{64}\\. Nothing was changed\\. Put the file back from a copy and restore again\\."
                .formatted(OLD, bytes.length, bytes.length));
    assertThat(house.partitions()).isEmpty();
    assertThat(house.texts("SELECT DISTINCT state FROM partition_archives"))
        .containsExactly("DROPPED");
  }

  @Test
  void anotherFileUnderTheSameListingIsRefusedByItsRows() throws IOException {
    house.sql.execute("UPDATE partition_archives SET rows = 999");

    assertThatThrownBy(this::restore)
        .hasMessageContaining("expected 999 rows with checksum")
        .hasMessageContaining("found 1000 rows with checksum " + checksum);
    assertThat(house.partitions()).isEmpty();
  }

  @Test
  void aPartitionWithOtherRowsIsNotTouchedAndBothComeBackLater() {
    house.fill("2025-01-31", 0);
    house.add("2025-01-31", "late", 3);

    assertThatThrownBy(this::restore)
        .hasMessageStartingWith(
            "Cannot restore partition %s: expected no such partition, found one with 3 other rows; its archives hold 1000. Nothing was changed."
                .formatted(OLD));
    assertThat(house.texts("SELECT count(*)::text FROM ts_subscriber_counts")).containsExactly("3");

    house.old().retire();
    assertThat(restore()).containsExactly(new Restored(OLD, DAY, DAY, 1_003, true));
    assertThat(house.texts("SELECT count(*)::text FROM ts_subscriber_counts"))
        .containsExactly("1003");
    house.date("2026-06-01");
    assertThat(house.old().retire()).isEqualTo(1);
    assertThat(house.listings())
        .containsExactly(OLD + " SUPERSEDED 1000", OLD + " SUPERSEDED 3", OLD + " DROPPED 1003");
  }

  @Test
  void aRestoredPartitionStaysThirtyDaysAndIsThenDroppedWithoutANewFile() throws IOException {
    restore();
    var files = house.files();

    house.date("2026-03-02");
    assertThat(house.old().retire()).isZero();
    assertThat(house.partitions()).containsExactly(OLD);

    house.date("2026-03-03");
    assertThat(house.old().retire()).isEqualTo(1);
    assertThat(house.partitions()).isEmpty();
    assertThat(house.files()).isEqualTo(files);
    assertThat(house.listings()).containsExactly(OLD + " DROPPED 1000");
  }

  @Test
  void aColumnAddedSinceGetsItsDefault() {
    house.sql.execute("ALTER TABLE ts_subscriber_counts ADD COLUMN note text NOT NULL DEFAULT '-'");

    restore();

    assertThat(house.texts("SELECT DISTINCT note FROM ts_subscriber_counts")).containsExactly("-");
    assertThat(house.texts("SELECT count(*)::text FROM ts_subscriber_counts"))
        .containsExactly("1000");
  }

  @Test
  void aColumnRemovedSinceIsNamedAndNothingIsLoaded() {
    house.sql.execute(
        "ALTER TABLE ts_subscriber_counts DROP COLUMN dhcp_leases, DROP COLUMN ipoe_sessions");

    assertThatThrownBy(this::restore)
        .hasMessageStartingWith(
            "Cannot restore partition %s: the table ts_subscriber_counts no longer has the archived columns dhcp_leases, ipoe_sessions. Nothing was changed."
                .formatted(OLD));
    assertThat(house.partitions()).isEmpty();
  }

  @Test
  void notWhileRetainRuns() {
    try (var held =
        new PeriodLocks(house.database.etl())
            .tryLock("retain", PeriodLocks.ANY_PERIOD)
            .orElseThrow()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(this::restore).hasMessageStartingWith("Cannot restore now: ");
    }
  }

  @Test
  void theEngineCannotMakeAPartitionOfWhatWasNeverArchived() {
    assertThatThrownBy(
            () ->
                house.etl.execute(
                    "SELECT fxbb_restore_partition('ts_subscriber_counts', '2025-03-01', now())"))
        .hasMessageContaining("no dropped partition of it is listed");
    assertThatThrownBy(
            () ->
                house.etl.execute(
                    "SELECT fxbb_restore_partition('ts_subscriber_counts', '2025-01-31', now())"))
        .hasMessageContaining("its file was not read in this transaction");
    assertThat(house.partitions()).isEmpty();
  }

  @Test
  void rowsThatAreNotThoseThatWereDroppedDoNotComeBack() {
    String stage =
        "pg_temp.archived_rows_" + house.texts("SELECT id FROM partition_archives").get(0);
    String forged =
        "INSERT INTO %s (time, isp_id, bras_id, poll_status, submission_id) SELECT '2025-01-31 10:00+06', n, 'forged', 'SUCCESS', 1 FROM generate_series(1, 1000) n"
            .formatted(stage);

    assertThatThrownBy(
            () ->
                house.etl.execute(
                    "BEGIN; SELECT fxbb_stage_archive(id) FROM partition_archives; %s; SELECT fxbb_restore_partition('ts_subscriber_counts', '2025-01-31', now())"
                        .formatted(forged)))
        .rootCause()
        .hasMessageContaining("as they were when it was dropped, found 1000 rows with checksum");
    assertThat(house.partitions()).isEmpty();
  }

  @Test
  void aRestoreThatIsNotEndedLeavesNoTable() {
    house.etl.execute("SELECT fxbb_stage_archive(id) FROM partition_archives");

    assertThat(house.texts("SELECT relname FROM pg_class WHERE relname LIKE 'archived_rows%'"))
        .isEmpty();
    assertThat(house.texts("SELECT relname FROM pg_class WHERE relname = '" + OLD + "'")).isEmpty();
  }
}
