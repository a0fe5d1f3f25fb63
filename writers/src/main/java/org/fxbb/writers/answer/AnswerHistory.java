package org.fxbb.writers.answer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Earlier answers, in {@code history/} of every outbox, named after the instant at which another
 * took their place: {@code 20260205T040000000Z_<name>}. They are kept for 90 days from then.
 *
 * <p><b>Source</b>: specification 4.10.
 */
public final class AnswerHistory {
  static final String FOLDER = "history";

  private static final Duration KEPT = Duration.ofDays(90);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{9}Z)_.+");

  private final Path dropArea;
  private final Clock clock;

  /** The histories of a drop area. */
  public AnswerHistory(Path dropArea, Clock clock) {
    this.dropArea = dropArea;
    this.clock = clock;
  }

  /** Where an answer goes that is replaced at an instant: a name that is free. */
  static Path place(Path history, Instant replaced, String name) {
    Instant stamp = replaced;
    Path place = history.resolve(STAMP.format(stamp) + "_" + name);
    while (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      stamp = stamp.plus(1, ChronoUnit.MILLIS);
      place = history.resolve(STAMP.format(stamp) + "_" + name);
    }
    return place;
  }

  /**
   * Deletes what was kept long enough.
   *
   * @return how many answers were deleted
   * @throws IllegalStateException naming the folders that could not be cleared, after all others
   */
  public long forget() {
    Instant oldest = clock.instant().minus(KEPT);
    List<String> failed = new ArrayList<>();
    long deleted = 0;
    for (Path outbox : outboxes(failed)) {
      Path history = outbox.resolve(FOLDER);
      if (Files.isDirectory(history, LinkOption.NOFOLLOW_LINKS)) {
        try {
          deleted += forget(history, oldest);
        } catch (IOException e) {
          failed.add(e.toString());
        }
      }
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "Cannot delete old answers in %d folders; make them writable: %s"
              .formatted(failed.size(), String.join("; ", failed)));
    }
    return deleted;
  }

  private static long forget(Path history, Instant oldest) throws IOException {
    long deleted = 0;
    try (DirectoryStream<Path> answers = Files.newDirectoryStream(history)) {
      for (Path answer : answers) {
        Matcher name = NAME.matcher(String.valueOf(answer.getFileName()));
        if (name.matches() && name.group(1).compareTo(STAMP.format(oldest)) < 0) {
          Files.delete(answer);
          deleted++;
        }
      }
    }
    return deleted;
  }

  private List<Path> outboxes(List<String> failed) {
    List<Path> outboxes = new ArrayList<>();
    outboxes.add(dropArea.resolve("manual").resolve("outbox"));
    outboxes.add(dropArea.resolve("apps").resolve("outbox"));
    for (String senders : List.of("isps", "agents")) {
      Path folder = dropArea.resolve(senders);
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
          entries.forEach(sender -> outboxes.add(sender.resolve("outbox")));
        } catch (IOException e) {
          failed.add(e.toString());
        }
      }
    }
    return outboxes;
  }
}
