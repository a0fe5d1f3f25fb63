package org.fxbb.jobs.retain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.fxbb.jobs.run.PeriodLocks;
import org.fxbb.jobs.run.Progress;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.writers.partition.PartitionArchives;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database with session counts of chosen days, an archive folder, and a clock that is set. */
final class Warehouse {
  static final String TABLE = "ts_subscriber_counts";

  final TestDatabase database = TestDatabase.create();
  final JdbcTemplate sql = new JdbcTemplate(database.superuser());
  final JdbcTemplate etl = new JdbcTemplate(database.etl());
  final Path folder;
  private Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  Warehouse(Path folder, String today) {
    this.folder = folder;
    date(today);
  }

  /** Sets the clock to noon of a day in Dhaka. */
  void date(String day) {
    ZoneId dhaka = ZoneId.of("Asia/Dhaka");
    clock = Clock.fixed(LocalDate.parse(day).atTime(12, 0).atZone(dhaka).toInstant(), dhaka);
  }

  Clock clock() {
    return clock;
  }

  /** Puts rows of one BRAS into the partition of a day. */
  void fill(String day, int rows) {
    etl.queryForList("SELECT fxbb_make_partitions(?, ?::date, ?::date)", TABLE, day, day);
    add(day, "bras-1", rows);
  }

  void add(String day, String bras, int rows) {
    etl.update(
        """
        INSERT INTO ts_subscriber_counts (time, isp_id, bras_id, pop_id, poll_status, active_sessions, submission_id)
        SELECT ?::date::timestamp AT TIME ZONE 'Asia/Dhaka' + n * interval '1 second', 1, ?,
          CASE WHEN n % 2 = 0 THEN n END, 'SUCCESS', n * 10, 7
        FROM generate_series(0, ? - 1) n
        """,
        day, bras, rows);
  }

  PartitionArchives archives() {
    return new PartitionArchives(database.etl(), folder, clock);
  }

  OldPartitions old() {
    return new OldPartitions(archives(), Progress.none());
  }

  RestoreRun restore() {
    return new RestoreRun(
        database.etl(), folder, clock, new PeriodLocks(database.etl()), Progress.none());
  }

  /** The listings as {@code partition state rows}, in the order in which they were made. */
  List<String> listings() {
    return texts(
        "SELECT partition_name || ' ' || state || ' ' || rows FROM partition_archives ORDER BY id");
  }

  List<String> partitions() {
    return texts(
        "SELECT partition_name FROM partition_ranges WHERE parent_table = '%s' ORDER BY 1"
            .formatted(TABLE));
  }

  List<String> texts(String query) {
    return sql.queryForList(query, String.class);
  }

  String checksum(String table) {
    return texts("SELECT checksum FROM fxbb_content_checksum('%s')".formatted(table)).get(0);
  }

  /** Everything in the archive folder, sorted. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The only compressed file. */
  Path file() throws IOException {
    return files().stream()
        .filter(file -> file.toString().endsWith(".csv.gz"))
        .reduce(
            (a, b) -> {
              throw new IllegalStateException("More than one: " + a + ", " + b);
            })
        .orElseThrow();
  }
}
