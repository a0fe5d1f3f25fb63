package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/**
 * One hostile sender delays nobody: others are answered in the cycle that takes their files, before
 * anything of the hostile one is begun. Source: spec 7.1 and 8.2.
 */
final class FairnessIT {
  private static final Instant NOW = Instant.parse("2026-02-10T17:30:00Z");
  private static final String EARLY = "2026-02-10T16:00:00Z";
  private static final String LATER = "2026-02-10T17:00:00Z";
  private static final int HOSTILE_FILES = 10;
  private static final int HOSTILE_ZIPS = 2;

  /** As large delivered as unpacked, so that it weighs much and is soon read. */
  private static byte[] storedOnly(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(0);
          }
        }) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static FileTime answered(Town town, String isp, String file) throws IOException {
    return Files.getLastModifiedTime(
        town.drop().resolve("isps/" + isp + "/outbox/" + file + ".result.json"));
  }

  private static List<String> members(Town town) {
    return town.texts("SELECT file_name FROM submission_files WHERE container_id IS NOT NULL");
  }

  @Test
  void theLastHourWithAHostileSender(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      String junk = ("x".repeat(1_000) + "\n").repeat(1_700);
      for (int i = 1; i <= HOSTILE_FILES; i++) {
        town.drop(
            "isps/isp-0001/inbox",
            "isp-0001_packages_2025-%02d.csv.gz".formatted(i),
            storedOnly("package_code\n" + junk),
            EARLY);
      }
      for (int i = 1; i <= HOSTILE_ZIPS; i++) {
        String month = "2025-%02d".formatted(i);
        town.drop(
            "isps/isp-0001/inbox",
            "isp-0001_" + month + ".zip",
            Zips.of("isp-0001_pops_" + month + ".csv", "pop_code\n" + junk.substring(0, 900_000)),
            EARLY);
      }
      Delta.filing(town, "isp-0002", "packages", "", Delta.packages(100), LATER);
      Delta.filing(town, "isp-0002", "subscribers", "", Delta.subscribers(100), LATER);

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(town.texts("SELECT state FROM submission_files WHERE sender = 'isp-0002'"))
          .containsExactly("ACCEPTED", "ACCEPTED");
      assertThat(answered(town, "isp-0002", "isp-0002_subscribers_2026-01.csv"))
          .isLessThanOrEqualTo(answered(town, "isp-0001", "isp-0001_packages_2025-01.csv.gz"));
      assertThat(
              town.texts(
                  "SELECT state || ' ' || count(*) FROM submission_files WHERE sender = 'isp-0001' GROUP BY state ORDER BY state"))
          .as("256 MB of what 34 MB each may unpack to")
          .containsExactly("RECEIVED 4", "REJECTED 8");
      assertThat(members(town)).as("zips are unpacked in their turn").isEmpty();

      Delta.filing(town, "isp-0002", "packages", "_r1", Delta.packages(101), LATER);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(
              town.texts(
                  "SELECT state || ' ' || count(*) FROM submission_files WHERE inbox = 'FILING' GROUP BY state ORDER BY state"))
          .containsExactly("ACCEPTED 2", "REJECTED 14", "SUPERSEDED 1");
      assertThat(members(town)).hasSize(HOSTILE_ZIPS);
      assertThat(town.left()).isEmpty();
    }
  }
}
