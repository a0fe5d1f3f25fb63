package org.fxbb.cron.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of agents ends the same, whether it arrives as a file per agent or as one per agent and
 * quarter hour.
 *
 * <p>The size of the nation is {@code -Dnation.isps} and {@code -Dnation.pops}. What it took is
 * printed, never asserted.
 *
 * <p><b>Source</b>: spec 8.1, "a national day".
 */
final class NationalDayIT {
  private static final String DAY = "2026-06-01";

  @TempDir private Path folder = Path.of("");

  @Test
  void aFewAgentsEndTheSame() throws Exception {
    assertEndsTheSame("4", "8");
  }

  @Test
  @Tag("proof")
  void aNationEndsTheSame() throws Exception {
    assertEndsTheSame(
        System.getProperty("nation.isps", "1500"), System.getProperty("nation.pops", "5000"));
  }

  private void assertEndsTheSame(String isps, String pops) throws Exception {
    String daily = checksumOfDay("day", isps, pops);
    String quarterHourly = checksumOfDay("quarter-hour", isps, pops);

    assertThat(quarterHourly).isEqualTo(daily).contains("ts_interface_metrics");
  }

  private String checksumOfDay(String dumpFiles, String isps, String pops) throws Exception {
    Path home = folder.resolve(dumpFiles);
    EngineProcess.run(
        home,
        "simulate",
        "--isps",
        isps,
        "--pops",
        pops,
        "--from",
        DAY,
        "--days",
        "1",
        "--dump-files",
        dumpFiles);
    System.out.println(
        EngineProcess.run(
            home,
            "run",
            "nightly",
            "--period",
            DAY,
            "--as-of",
            "2026-06-02T01:00+06:00",
            "--profile"));
    return EngineProcess.checksum(home);
  }
}
