package org.fxbb.cron.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A filing of 100,000 bad rows is answered whole, and so is the next try of it, in the 128 MB in
 * which 10,000 are ({@code -Dproof.heap} for another size).
 *
 * <p>What it took is printed, never asserted.
 *
 * <p><b>Source</b>: spec 4.10, every notice is listed, without a cap; counts add up.
 */
@Tag("proof")
final class ManyErrorsIT {
  private static final String HEAP = System.getProperty("proof.heap", "128m");

  /** {@code too_many_errors}, and two rules that needed other filings. */
  private static final long OF_THE_FILE = 3;

  private static final String NOW = "2026-02-09T00:00+06:00";
  private static final Instant ARRIVED = Instant.parse("2026-02-08T04:00:00Z");
  private static final String HEADER =
      "package_code,location,current_count,new_count,churned_count,suspended_count\n";
  private static final String PACKAGES =
      """
      package_code,package_name,package_type,download_speed_mbps,upload_speed_mbps,mir_mbps,cir_mbps,price_bdt,has_fup,status
      H20,Home 20,RESIDENTIAL,20,20,20,5,900,no,active
      """;

  @TempDir private Path home = Path.of("");

  private void drop(String inbox, String name, String header, int rows, IntFunction<String> row)
      throws IOException {
    Path file = Files.createDirectories(home.resolve("var/drop").resolve(inbox)).resolve(name);
    try (BufferedWriter text = Files.newBufferedWriter(file)) {
      text.write(header);
      for (int i = 0; i < rows; i++) {
        text.write(row.apply(i));
      }
    }
    Files.setLastModifiedTime(file, FileTime.from(ARRIVED));
  }

  /** Three bad cells a row. */
  private static String bad(int i) {
    return "NOPE%d,3026,x%d,-1,1.5,\n".formatted(i, i);
  }

  /** Half of the rows as they were, a quarter bad in another way, a quarter with one error left. */
  private static String triedAgain(int i) {
    return switch (i % 4) {
      case 0 -> "NOPE%d,3026,y%d,-1,1.5,\n".formatted(i, i);
      case 2 -> "NOPE%d,3026,5,1,1,\n".formatted(i);
      default -> bad(i);
    };
  }

  private Path answer(String isp, String suffix) {
    return home.resolve(
        "var/drop/isps/%s/outbox/%s_subscribers_2026-01%s".formatted(isp, isp, suffix));
  }

  private static long count(Path file, String text) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.contains(text)).count();
    }
  }

  /** Of {@code notice_counts}. */
  private static long sumOfCounts(Path answer) throws IOException {
    try (Stream<String> lines = Files.lines(answer)) {
      return lines
          .filter(line -> line.contains("\"count\" : "))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  private static String head(Path answer) throws IOException {
    try (Stream<String> lines = Files.lines(answer)) {
      return String.join(" ", lines.limit(60).map(String::strip).toList());
    }
  }

  private void file(String isp, int rows, String revision, IntFunction<String> row)
      throws Exception {
    drop(
        "isps/" + isp + "/inbox",
        "%s_subscribers_2026-01%s.csv".formatted(isp, revision),
        HEADER,
        rows,
        row);
    Instant begun = Instant.now();
    EngineProcess.runWithHeap(HEAP, home, "run", "intake", "--as-of", NOW);
    System.out.printf(
        "PROOF %,d bad rows%s with -Xmx%s: %d s%n",
        rows, revision, HEAP, Duration.between(begun, Instant.now()).toSeconds());
  }

  /**
   * Looks whether all of it is there.
   *
   * @param notices of cells and rows; beside them are {@value #OF_THE_FILE}
   */
  private void assertAnswered(String isp, String revision, int rows, long notices)
      throws IOException {
    Path json = answer(isp, revision + ".csv.result.json");
    assertThat(head(json))
        .contains("\"state\" : \"REJECTED\"", "\"received\" : " + rows, "\"rejected\" : " + rows);
    assertThat(count(json, "\"message_en\""))
        .isEqualTo(notices + OF_THE_FILE)
        .isEqualTo(sumOfCounts(json));
    Path page = answer(isp, revision + ".csv.result.html");
    assertThat(page).exists();
    assertThat(count(answer(isp, revision + ".csv.rejected.csv"), "NOPE")).isEqualTo(rows);
  }

  @Test
  void areAnsweredCompletelyInASmallHeap() throws Exception {
    drop(
        "manual/inbox",
        "isps_2026-01-01.csv",
        "isp_code,btrc_license_no,name_en,license_category,license_status\n",
        2,
        i -> "isp-000%d,LIC-%d,Net %d,NATIONWIDE,ACTIVE\n".formatted(i + 1, i + 1, i + 1));
    for (String isp : Arrays.asList("isp-0001", "isp-0002")) {
      drop("isps/" + isp + "/inbox", isp + "_packages_2026-01.csv", PACKAGES, 0, i -> "");
    }
    EngineProcess.run(home, "run", "intake", "--as-of", NOW);

    file("isp-0001", 10_000, "", ManyErrorsIT::bad);
    assertAnswered("isp-0001", "", 10_000, 30_000);
    file("isp-0001", 10_000, "_r1", ManyErrorsIT::triedAgain);
    assertAnswered("isp-0001", "_r1", 10_000, 25_000);

    file("isp-0002", 100_000, "", ManyErrorsIT::bad);
    assertAnswered("isp-0002", "", 100_000, 300_000);
    file("isp-0002", 100_000, "_r1", ManyErrorsIT::triedAgain);
    assertAnswered("isp-0002", "_r1", 100_000, 250_000);
    assertThat(head(answer("isp-0002", "_r1.csv.result.json")))
        .contains("\"fixed\" : 100000, \"new\" : 50000, \"still_there\" : 200001");
  }
}
