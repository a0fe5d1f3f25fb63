package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.fxbb.jobs.intake.CompleteFiles.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTakerTest {
  private static final FileTime THEN = FileTime.from(Instant.parse("2026-01-31T18:00:00Z"));

  @TempDir private Path folder = Path.of("");

  private Seen file(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    Files.setLastModifiedTime(file, THEN);
    return new Seen(new Inbox("FILING", "isp-0001", folder), file, text.length(), THEN);
  }

  @Test
  void aFileThatWasTakenIsRemoved() throws IOException {
    Seen seen = file("taken");

    assertThat(FileTaker.remove(seen)).isTrue();
    assertThat(seen.file()).doesNotExist();
    assertThat(FileTaker.remove(seen)).isTrue();
  }

  @Test
  void aFileThatItsSenderReplacedMeanwhileStays() throws IOException {
    Seen seen = file("taken");
    Files.setLastModifiedTime(
        Files.writeString(seen.file(), "fresh"), FileTime.from(THEN.toInstant().plusNanos(1_000)));

    assertThat(FileTaker.remove(seen)).isTrue();
    assertThat(seen.file()).hasContent("fresh");
  }

  @Test
  void aLinkThatTookItsPlaceIsNeitherFollowedNorRemoved() throws IOException {
    Seen seen = file("taken");
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "taken");
    Files.setLastModifiedTime(elsewhere, THEN);
    Files.delete(seen.file());
    Files.createSymbolicLink(seen.file(), elsewhere);

    assertThat(FileTaker.remove(seen)).isTrue();
    assertThat(seen.file()).isSymbolicLink();
    assertThat(elsewhere).hasContent("taken");
  }
}
