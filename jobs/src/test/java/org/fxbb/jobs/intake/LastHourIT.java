package org.fxbb.jobs.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/**
 * 900 files in the last hour, with and without a sender of 24 zips of 100 MB each and one of a file
 * of 199 MB: everybody else is answered in the same cycle as without these two, also who comes
 * while they are at it.
 *
 * <p>What it took is printed, never asserted.
 *
 * <p><b>Source</b>: spec 7.1 and 8.2.
 */
@Tag("proof")
final class LastHourIT {
  private static final Instant NOW = Instant.parse("2026-02-10T17:30:00Z");
  private static final String EARLY = "2026-02-10T16:00:00Z";
  private static final String LATER = "2026-02-10T17:00:00Z";
  private static final int SENDERS = 225;
  private static final int ZIPS = 24;
  private static final int ROWS_OF_MEMBER = 33_000;
  private static final long BIG = 199L << 20;
  private static final String POPS =
      "location,pop_count,pop_type,status,upstream_capacity_mbps,international_mbps,ix_mbps,cache_mbps";
  private static final Map<String, String> HEADERS =
      Map.of(
          "packages",
          "package_code,package_name,package_type,download_speed_mbps,upload_speed_mbps,mir_mbps,cir_mbps,price_bdt,has_fup,status",
          "pops",
          POPS,
          "bandwidth",
          "upstream_type,provider_name,contracted_mbps,provisioned_mbps,peak_utilization_pct");
  private static final String HOSTILE = isp(901);
  private static final String HUGE = isp(902);

  @TempDir private Path folder = Path.of("");

  private static String isp(int number) {
    return "isp-%04d".formatted(number);
  }

  private static void register(Town town) {
    StringBuilder isps =
        new StringBuilder("isp_code,btrc_license_no,name_en,license_category,license_status\n");
    for (int i = 1; i <= SENDERS; i++) {
      isps.append("%s,LIC-%d,Net %d,NATIONWIDE,ACTIVE\n".formatted(isp(i), i, i));
    }
    isps.append(HOSTILE).append(",LIC-901,Net 901,NATIONWIDE,ACTIVE\n");
    isps.append(HUGE).append(",LIC-902,Net 902,NATIONWIDE,ACTIVE\n");
    town.drop("manual/inbox", "isps_2026-01-01.csv", isps.toString(), Delta.MORNING);
    assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
  }

  /** Four filings of each sender. */
  private static void fileAll(Town town) {
    for (int i = 1; i <= SENDERS; i++) {
      String isp = isp(i);
      Delta.filing(town, isp, "packages", "", Delta.packages(100 + i), LATER);
      Delta.filing(town, isp, "subscribers", "", Delta.subscribers(100 + i), LATER);
      Delta.filing(
          town, isp, "pops", "", POPS + "\n3026," + i + ",access,active,100,50,25,25\n", LATER);
      Delta.filing(
          town,
          isp,
          "revenue",
          "",
          "package_code,location,subscriber_revenue_bdt,vat_bdt\nH20,3026,"
              + 1000 * i
              + ","
              + 50 * i
              + "\n",
          LATER);
    }
  }

  /** Rows with too few cells, of which a zip makes a hundredth, nearly. */
  private static String badRows() {
    Random random = new Random(7);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS_OF_MEMBER; i++) {
      rows.append("x".repeat(980)).append(Long.toHexString(random.nextLong())).append(",\n");
    }
    return rows.toString();
  }

  private static void zip(Town town, String month, String revision, byte[] rows)
      throws IOException {
    Path file =
        town.drop()
            .resolve("isps/%s/inbox/%s_%s%s.zip".formatted(HOSTILE, HOSTILE, month, revision));
    Files.createDirectories(file.resolveSibling(""));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> feed : HEADERS.entrySet()) {
        zip.putNextEntry(
            new ZipEntry("%s_%s_%s%s.csv".formatted(HOSTILE, feed.getKey(), month, revision)));
        zip.write((feed.getValue() + "\n").getBytes(UTF_8));
        zip.write(rows);
        zip.closeEntry();
      }
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(EARLY)));
  }

  private static void huge(Town town) throws IOException {
    Path file = town.drop().resolve("isps/%s/inbox/%s_packages_2026-01.csv".formatted(HUGE, HUGE));
    Files.createDirectories(file.resolveSibling(""));
    String[] lines = Delta.packages(5).split("\n", -1);
    try (OutputStream out = Files.newOutputStream(file);
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
      text.write(lines[0] + ",remarks\n");
      String row = lines[1] + "," + "r".repeat(1_000) + "\n";
      for (long written = 0; written + row.length() < BIG; written += row.length()) {
        text.write(row);
      }
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(EARLY)));
  }

  private static List<String> states(Town town, String senders) {
    return town.texts(
        "SELECT state || ' ' || count(*) FROM submission_files WHERE inbox = 'FILING' AND container_id IS NULL AND sender "
            + senders
            + " GROUP BY state ORDER BY state");
  }

  private static final String OTHERS = "NOT IN ('" + HOSTILE + "', '" + HUGE + "')";

  private static Instant lastAnswer(Town town) throws IOException {
    List<Instant> answers = new ArrayList<>();
    for (int i = 1; i <= SENDERS; i++) {
      for (String feed : List.of("packages", "subscribers", "pops", "revenue")) {
        answers.add(
            Files.getLastModifiedTime(
                    town.drop()
                        .resolve(
                            "isps/%s/outbox/%s_%s_2026-01.csv.result.json"
                                .formatted(isp(i), isp(i), feed)))
                .toInstant());
      }
    }
    return answers.stream().max(Instant::compareTo).orElseThrow();
  }

  /** A cycle; how long it took, and when the last of the 900 answers was there. */
  private static String cycle(Town town) throws IOException {
    Instant begun = Instant.now();
    assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
    return "last answer after %d s, whole cycle %d s"
        .formatted(
            Duration.between(begun, lastAnswer(town)).toSeconds(),
            Duration.between(begun, Instant.now()).toSeconds());
  }

  @Test
  void everybodyElseIsAnsweredInTheSameCycle() throws IOException {
    List<String> told = new ArrayList<>();
    try (Town alone = new Town(folder.resolve("alone"), NOW)) {
      register(alone);
      fileAll(alone);
      told.add("alone: " + cycle(alone));
      assertThat(states(alone, OTHERS)).containsExactly("ACCEPTED 900");
    }
    try (Town town = new Town(folder.resolve("crowd"), NOW)) {
      register(town);
      fileAll(town);
      byte[] bad = badRows().getBytes(UTF_8);
      for (int i = 0; i < ZIPS; i++) {
        zip(town, "2025-%02d".formatted(1 + i % 12), i < 12 ? "" : "_r1", bad);
      }
      huge(town);

      told.add("with both: " + cycle(town));
      assertThat(states(town, OTHERS)).containsExactly("ACCEPTED 900");
      assertThat(states(town, "= '" + HUGE + "'")).containsExactly("ACCEPTED 1");
      assertThat(states(town, "= '" + HOSTILE + "'"))
          .as("100 MB and 199 MB are beyond the budget of a cycle")
          .containsExactly("RECEIVED 23", "REJECTED 1");

      for (int i = 1; i <= SENDERS; i++) {
        Delta.filing(town, isp(i), "packages", "_r1", Delta.packages(200 + i), LATER);
      }
      told.add("225 more, the next cycle: " + cycle(town));
      assertThat(states(town, OTHERS)).containsExactly("ACCEPTED 900", "SUPERSEDED 225");
      assertThat(states(town, "= '" + HOSTILE + "'"))
          .as("three zips a cycle")
          .containsExactly("RECEIVED 20", "REJECTED 4");
      assertThat(
              town.texts("SELECT file_name FROM submission_files WHERE container_id IS NOT NULL"))
          .hasSize(4 * HEADERS.size());
    } finally {
      told.forEach(line -> System.out.println("PROOF " + line));
    }
  }
}
