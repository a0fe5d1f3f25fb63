package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** What changed in packages from filing to filing. Source: spec 3, package_history. */
final class PackageHistoryIT {
  private static final Instant NOW = Instant.parse("2026-04-09T00:00:00Z");
  private static final String HEADER =
      "package_code,package_name,package_type,download_speed_mbps,upload_speed_mbps,mir_mbps,cir_mbps,price_bdt,has_fup,status\n";
  private static final String HISTORY =
      """
      SELECT p.code || ' ' || h.valid_from || ' ' || h.column_name || ': ' || coalesce(h.old_value, '-')
        || ' -> ' || coalesce(h.new_value, '-') || ' by ' || f.file_name
      FROM package_history h
      JOIN packages p ON p.id = h.package_id
      JOIN api_submissions s ON s.id = h.submission_id
      JOIN submission_files f ON f.id = s.submission_file_id
      ORDER BY p.code, h.valid_from, h.column_name
      """;
  private static final List<String> AFTER_ALL =
      List.of(
          "H20 2026-02-01 price_bdt: 900.00 -> 950.00 by isp-0001_packages_2026-02.csv",
          "H20 2026-03-01 download_speed_mbps: 20.00 -> 25.00 by isp-0001_packages_2026-03.csv",
          "H20 2026-03-01 mir_mbps: 20.00 -> 25.00 by isp-0001_packages_2026-03.csv",
          "H40 2026-03-01 filed: false -> true by isp-0001_packages_2026-03.csv");

  private static String package_(String code, int mbps, int price) {
    return "%s,Home,RESIDENTIAL,%d,20,%d,5,%d,no,active\n".formatted(code, mbps, mbps, price);
  }

  private static void file(Town town, String month, String rows) {
    town.drop(
        "isps/isp-0001/inbox",
        "isp-0001_packages_2026-" + month + ".csv",
        HEADER + rows,
        "2026-04-02T04:00:00Z");
    assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
  }

  @Test
  void tellsWhatChangedSinceTheMonthFiledBefore(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      file(town, "01", package_("H20", 20, 900));
      assertThat(town.texts(HISTORY)).isEmpty();

      file(town, "02", package_("H20", 20, 950));
      file(town, "03", package_("H20", 25, 950) + package_("H40", 40, 1500));

      assertThat(town.texts(HISTORY)).isEqualTo(AFTER_ALL);
    }
  }

  @Test
  void aMonthThatComesLateIsToldBetweenItsNeighbours(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      file(town, "03", package_("H20", 25, 950) + package_("H40", 40, 1500));
      file(town, "01", package_("H20", 20, 900));
      file(town, "02", package_("H20", 20, 950));

      assertThat(town.texts(HISTORY)).isEqualTo(AFTER_ALL);
    }
  }

  @Test
  void aResubmissionReplacesWhatItsMonthSaid(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      file(town, "01", package_("H20", 20, 900) + package_("H10", 10, 500));
      file(town, "02", package_("H20", 20, 999) + package_("H30", 30, 1200));
      file(town, "03", package_("H20", 25, 950));

      file(town, "02_r1", package_("H20", 20, 900));

      assertThat(town.texts(HISTORY))
          .containsExactly(
              "H10 2026-02-01 filed: true -> false by isp-0001_packages_2026-02_r1.csv",
              "H20 2026-03-01 download_speed_mbps: 20.00 -> 25.00 by isp-0001_packages_2026-03.csv",
              "H20 2026-03-01 mir_mbps: 20.00 -> 25.00 by isp-0001_packages_2026-03.csv",
              "H20 2026-03-01 price_bdt: 900.00 -> 950.00 by isp-0001_packages_2026-03.csv");
      assertThat(town.texts("SELECT code FROM packages ORDER BY code"))
          .containsExactly("H10", "H20");
    }
  }
}
