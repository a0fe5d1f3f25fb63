package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.jobs.intake.CompleteFiles.Seen;
import org.fxbb.writers.file.QueuedDumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order files are handed on. Source: spec 4.1, 8.2. */
final class CompleteFilesTest {
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");
  private static final Instant STILL = NOW.minusSeconds(61);

  @TempDir private Path folder = Path.of("");

  @Test
  void nobodyWaitsBehindAnothersThousands() throws Exception {
    Inbox busy = inbox("a", CompleteFiles.FIRST_TURN + 44);
    Inbox quiet = inbox("b", 1);
    assertThat(CompleteFiles.count(List.of(busy, quiet))).isEqualTo(301);

    List<List<String>> waves = waves(List.of(busy, quiet));

    assertThat(waves).hasSize(2);
    assertThat(waves.get(0)).hasSize(CompleteFiles.FIRST_TURN + 1).contains("b-0");
    assertThat(waves.get(1)).hasSize(44).doesNotContain("b-0");
  }

  @Test
  void aFolderWithAsManyFilesAsATurnNeedsNoSecond() throws Exception {
    assertThat(waves(List.of(inbox("a", CompleteFiles.FIRST_TURN)))).hasSize(1);
  }

  @Test
  void largeFilesComeLastAndAlone() throws Exception {
    Inbox inbox = inbox("a", 1);
    file(inbox, "just-below", QueuedDumps.LARGE - 1, STILL);
    file(inbox, "large", QueuedDumps.LARGE, STILL);

    assertThat(waves(List.of(inbox)))
        .containsExactly(List.of("a-0", "just-below"), List.of("large"));
  }

  @Test
  void aFileThatGrowsBetweenTwoLooksIsLeft() throws Exception {
    Inbox inbox = inbox("a", 0);
    file(inbox, "finished", 1, NOW);
    file(inbox, "growing", 1, NOW);

    List<List<String>> waves =
        waves(List.of(inbox), () -> file(inbox, "growing", 2, NOW.plusSeconds(1)));

    assertThat(waves).containsExactly(List.of("finished"));
  }

  /** What happens while the looks wait. */
  @FunctionalInterface
  private interface Meanwhile {
    void happens() throws IOException;
  }

  private static List<List<String>> waves(List<Inbox> inboxes) throws Exception {
    return waves(inboxes, () -> {});
  }

  private static List<List<String>> waves(List<Inbox> inboxes, Meanwhile meanwhile)
      throws Exception {
    List<List<String>> waves = new ArrayList<>();
    new CompleteFiles(
            () -> NOW,
            length -> {
              try {
                meanwhile.happens();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .find(
            inboxes,
            wave -> {
              waves.add(wave.stream().map(seen -> seen.file().getFileName().toString()).toList());
              for (Seen seen : wave) {
                Files.delete(seen.file());
              }
            });
    return waves;
  }

  private Inbox inbox(String sender, int files) throws IOException {
    Inbox inbox = new Inbox("AGENT", sender, Files.createDirectories(folder.resolve(sender)));
    for (int i = 0; i < files; i++) {
      file(inbox, sender + "-" + i, 1, STILL);
    }
    return inbox;
  }

  private static void file(Inbox inbox, String name, long bytes, Instant modified)
      throws IOException {
    Path file = inbox.folder().resolve(name);
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
      content.setLength(bytes);
    }
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }
}
