package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fxbb.jobs.run.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page {@code outbox/upload-refused.txt}: why the newest upload of an account was refused, for
 * whom whose program only shows "Failure". It goes away with the next upload that succeeds.
 *
 * @param machine the real clock
 */
record UploadNote(Clock machine) {
  private static final Logger LOG = LoggerFactory.getLogger(UploadNote.class);
  private static final String NAME = "upload-refused.txt";
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(Period.DHAKA);

  /** A number in Bangla digits. */
  static String digits(long number) {
    StringBuilder digits = new StringBuilder();
    Long.toString(number).chars().forEach(digit -> digits.append((char) (digit - '0' + '০')));
    return digits.toString();
  }

  /** Writes it, but not for each of many refusals at once. */
  void refused(Home home, Path file, Refusal refusal) {
    Path note = home.root().resolve("outbox").resolve(NAME);
    try {
      if (isFresh(note)) {
        return;
      }
      Path staged =
          Files.writeString(note.resolveSibling("." + NAME + ".tmp"), text(file, refusal));
      Files.move(staged, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("Cannot write {}.", note, e);
    }
  }

  private boolean isFresh(Path note) throws IOException {
    try {
      Instant written = Files.getLastModifiedTime(note, LinkOption.NOFOLLOW_LINKS).toInstant();
      return written.plus(PAUSE).isAfter(machine.instant());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private String text(Path file, Refusal refusal) {
    String text =
        """
        \uFEFF%s
        %s

        ফাইলটি নেওয়া হয়নি। %s
        এর পরের কোনো আপলোড সফল হলে এই বার্তা নিজে থেকেই সরে যাবে।

        The file was not taken. %s
        This note goes away by itself once an upload succeeds.
        """
            .formatted(
                Lookup.whole(file),
                TIME.format(machine.instant()),
                refusal.bangla(),
                refusal.text());
    return text.replace("\n", "\r\n");
  }

  /** Removes it. */
  void succeeded(Home home) {
    Path note = home.root().resolve("outbox").resolve(NAME);
    try {
      Files.deleteIfExists(note);
    } catch (IOException e) {
      LOG.warn("Cannot remove {}.", note, e);
    }
  }
}
