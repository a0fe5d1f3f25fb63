package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.fxbb.jobs.rollup.PackageCoverage;
import org.fxbb.writers.profile.WorkProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where packages have subscribers, from filing to filing. Source: spec 3, package_coverage. */
final class PackageCoverageIT {
  private static final Instant NOW = Instant.parse("2026-04-09T00:00:00Z");
  private static final String COVERAGE =
      """
      SELECT i.code || ' ' || p.code || ' ' || c.location_code || ' ' || c.first_month || ' ' || c.last_month || ' by ' || f.file_name
      FROM package_coverage c
      JOIN isps i ON i.id = c.isp_id
      JOIN packages p ON p.id = c.package_id
      JOIN api_submissions s ON s.id = c.submission_id
      JOIN submission_files f ON f.id = s.submission_file_id
      ORDER BY 1
      """;

  private static void file(Town town, String isp, String feed, String month, String text) {
    town.drop(
        "isps/" + isp + "/inbox",
        "%s_%s_2026-%s.csv".formatted(isp, feed, month),
        text,
        "2026-04-02T04:00:00Z");
    assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
  }

  private static String subscribers(int h20, int h40) {
    return "package_code,location,current_count,new_count,churned_count\nH20,3026,%d,0,0\nH40,3026,%d,0,0\n"
        .formatted(h20, h40);
  }

  private static void refresh(Town town) {
    NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(town.database.etl());
    new TransactionTemplate(new JdbcTransactionManager(town.database.etl()))
        .executeWithoutResult(status -> new PackageCoverage(jdbc, new WorkProfile()).refresh());
    assertThat(
            town.texts(
                "SELECT 1 || '' FROM rollup_dirty_marks WHERE table_name = 'subscriber_snapshots'"))
        .isEmpty();
  }

  @Test
  void followsTheFilingsInForce(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      for (String isp : new String[] {"isp-0001", "isp-0002"}) {
        file(town, isp, "packages", "01", Delta.packages(10));
        file(town, isp, "subscribers", "01", subscribers(7, 5));
      }
      file(town, "isp-0001", "subscribers", "02", subscribers(8, 0));
      refresh(town);
      assertThat(town.texts(COVERAGE))
          .containsExactly(
              "isp-0001 H20 3026 2026-01-01 2026-02-01 by isp-0001_subscribers_2026-02.csv",
              "isp-0001 H40 3026 2026-01-01 2026-01-01 by isp-0001_subscribers_2026-01.csv",
              "isp-0002 H20 3026 2026-01-01 2026-01-01 by isp-0002_subscribers_2026-01.csv",
              "isp-0002 H40 3026 2026-01-01 2026-01-01 by isp-0002_subscribers_2026-01.csv");

      file(town, "isp-0001", "subscribers", "01_r1", subscribers(0, 0));
      refresh(town);
      refresh(town);
      assertThat(town.texts(COVERAGE))
          .containsExactly(
              "isp-0001 H20 3026 2026-02-01 2026-02-01 by isp-0001_subscribers_2026-02.csv",
              "isp-0002 H20 3026 2026-01-01 2026-01-01 by isp-0002_subscribers_2026-01.csv",
              "isp-0002 H40 3026 2026-01-01 2026-01-01 by isp-0002_subscribers_2026-01.csv");
    }
  }
}
