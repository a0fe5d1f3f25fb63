package org.fxbb.cron.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.jobs.retain.RestoreRun;
import org.fxbb.jobs.retain.RestoreRun.Restored;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.PeriodLocks;
import org.fxbb.jobs.run.Progress;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.writers.partition.PartitionArchive;
import org.fxbb.writers.partition.PartitionArchives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code fxbb doctor --checksum} says before a partition goes and after it came back. */
final class RestoreIT {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), Period.DHAKA);
  private static final LocalDate DAY = LocalDate.of(2025, 1, 15);
  private static final String TABLE = "ts_qos_measurements";

  @Test
  void aMillionRowsComeBackWithTheSameChecksum(@TempDir Path folder) {
    DataSource etl = TestDatabase.create().etl();
    JdbcTemplate sql = new JdbcTemplate(etl);
    sql.queryForList("SELECT fxbb_make_partitions(?, ?, ?)", TABLE, DAY, DAY);
    sql.update(
        """
        INSERT INTO ts_qos_measurements (time, isp_id, pop_id, agent_id, test_type, target_type, target_key, test_status,
          latency_avg_ms, latency_p95_ms, download_mbps, dns_query_ms, details, submission_id)
        SELECT '2025-01-15 00:00+06'::timestamptz + n % 86400 * interval '1 second', n % 7, n % 1000, 1, 'ICMP', 'IX', 'target ' || n,
          'SUCCESS', n / 7.0, CASE WHEN n % 3 = 0 THEN 'Infinity'::real END, n % 100 + 0.25,
          CASE WHEN n % 10 = 0 THEN ARRAY[n, NULL, 0.1]::real[] END,
          CASE WHEN n % 10 = 1 THEN jsonb_build_object('text', E'"ঢাকা",\\n' || n) END, n
        FROM generate_series(1, 1000000) n
        """);
    Checksum.Result before = checksum(etl);
    PartitionArchives archives = new PartitionArchives(etl, folder, CLOCK);

    PartitionArchive archive = archives.archive(archives.listDue().get(0).range());
    archives.verify(archive);
    assertThat(archives.drop(archive)).isTrue();
    assertThat(sql.queryForObject("SELECT count(*) FROM " + TABLE, Long.class)).isZero();
    List<Restored> restored =
        new RestoreRun(etl, folder, CLOCK, new PeriodLocks(etl), Progress.none())
            .restore(TABLE, DAY, DAY);

    assertThat(restored).extracting(Restored::rows).containsExactly(1_000_000L);
    assertThat(checksum(etl)).isEqualTo(before);
  }

  private static Checksum.Result checksum(DataSource etl) {
    return new Checksum(etl).compute(Progress.none());
  }
}
