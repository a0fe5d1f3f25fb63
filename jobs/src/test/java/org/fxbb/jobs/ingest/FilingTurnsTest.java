package org.fxbb.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fxbb.writers.file.ReceivedFile;
import org.junit.jupiter.api.Test;

/**
 * Who is served when. Weights here are small: heavy over 100 bytes, 250 bytes a cycle; zips unpack
 * to four times their size.
 */
final class FilingTurnsTest {
  private static final FilingTurns TURNS = new FilingTurns(100, 250, zip -> zip.bytes() * 4);
  private static final Instant NOON = Instant.parse("2026-02-10T06:00:00Z");

  private static ReceivedFile file(
      String sender, String feed, String extension, long bytes, int minute) {
    Instant at = NOON.plusSeconds(60L * minute);
    String name = "%s_%s_2026-01%s".formatted(sender, feed, extension);
    return new ReceivedFile(
        minute,
        sender,
        "FILING",
        null,
        null,
        feed,
        null,
        0,
        name,
        "",
        bytes,
        at,
        "RECEIVED",
        at,
        "",
        null);
  }

  private static List<String> names(List<ReceivedFile> files) {
    return files.stream().map(ReceivedFile::fileName).toList();
  }

  @Test
  void aSenderIsHeavyOnlyOverTheLimitAndWithAllItsFiles() {
    List<ReceivedFile> queue =
        List.of(
            file("b", "packages", ".csv", 60, 0),
            file("a", "packages", ".csv", 60, 1),
            file("b", "revenue", ".csv", 41, 2),
            file("a", "revenue", ".csv", 40, 3));

    assertThat(names(TURNS.light(queue)))
        .containsExactly("a_packages_2026-01.csv", "a_revenue_2026-01.csv");
    assertThat(names(TURNS.heavy(queue)))
        .containsExactly("b_packages_2026-01.csv", "b_revenue_2026-01.csv");
  }

  @Test
  void aGzipWeighsTwentyTimesItsBytesAndAZipWhatItUnpacksTo() {
    List<ReceivedFile> queue =
        List.of(
            file("a", "pops", ".csv.gz", 5, 0),
            file("b", "pops", ".csv.GZ", 6, 1),
            file("c", "all", ".zip", 25, 2),
            file("d", "all", ".Zip", 26, 3));

    assertThat(names(TURNS.light(queue)))
        .containsExactly("a_pops_2026-01.csv.gz", "c_all_2026-01.zip");
    assertThat(names(TURNS.heavy(queue)))
        .containsExactly("b_pops_2026-01.csv.GZ", "d_all_2026-01.Zip");
  }

  @Test
  void noZipIsOpenedOfASenderThatDeliveredTooMuchAlready() {
    FilingTurns turns =
        new FilingTurns(
            100,
            250,
            zip -> {
              throw new IllegalStateException("opened");
            });

    assertThat(turns.light(List.of(file("a", "all", ".zip", 101, 0)))).isEmpty();
  }

  @Test
  void heavySendersTakeTurnsPackagesFirstTheLongestWaitingSenderFirst() {
    List<ReceivedFile> queue =
        List.of(
            file("a", "subscribers", ".csv", 60, 1),
            file("a", "packages", ".csv", 60, 2),
            file("b", "pops", ".csv", 101, 0),
            file("c", "pops", ".csv", 20, 0));

    assertThat(names(TURNS.heavy(queue)))
        .containsExactly(
            "b_pops_2026-01.csv", "a_packages_2026-01.csv", "a_subscribers_2026-01.csv");
  }

  @Test
  void aCycleBeginsNoMoreFilesOnceItsBudgetIsUsed() {
    List<ReceivedFile> queue =
        List.of(
            file("a", "packages", ".csv", 125, 0),
            file("a", "subscribers", ".csv", 124, 1),
            file("a", "pops", ".csv", 10, 2),
            file("a", "revenue", ".csv", 10, 3));

    assertThat(names(TURNS.heavy(queue)))
        .containsExactly(
            "a_packages_2026-01.csv", "a_subscribers_2026-01.csv", "a_pops_2026-01.csv");
    assertThat(TURNS.heavy(List.of(file("a", "pops", ".csv", 9_000, 0)))).hasSize(1);
  }
}
