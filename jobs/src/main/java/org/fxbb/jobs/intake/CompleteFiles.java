package org.fxbb.jobs.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.fxbb.writers.file.QueuedDumps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells files that have arrived from files that are still being written, and hands them on in
 * waves.
 *
 * <p>A file is complete when it is not named {@code .part}, {@code .tmp} or {@code .filepart} and
 * has the same size and time at two looks two seconds apart; one that has been still for a minute
 * needs one look. The looks go by the real time of the machine, not by the injected clock, because
 * they are about the file system. Links and folders are never taken.
 *
 * <p><b>Shape</b>: the inboxes take turns: {@value #FIRST_TURN} files of each, then four times as
 * many of those that have more, and so on, so that nobody waits behind another's thousands; files
 * of 64 MB and more come last, one in a wave. Memory holds a wave and the files that wait for their
 * second look, whatever the number of files.
 *
 * <p><b>Source</b>: spec 4.1; 8.2, "others are not delayed".
 */
final class CompleteFiles {
  /** Most files in a wave. */
  static final int WAVE = 2_048;

  /** Files that each inbox hands on before any hands on more. */
  static final int FIRST_TURN = 256;

  private static final Logger LOG = LoggerFactory.getLogger(CompleteFiles.class);
  private static final Duration STILL = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final int MOST_FRESH = 16_384;
  private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart");

  private final Supplier<Instant> machineTime;
  private final Pause pause;

  /** Waits between two looks. */
  @FunctionalInterface
  interface Pause {
    /** Returns after so long. */
    void pause(Duration length) throws InterruptedException;
  }

  /** Takes the files of a wave out of their inboxes. */
  @FunctionalInterface
  interface Wave {
    /** Takes them; those that it leaves may be handed on again. */
    void take(List<Seen> files) throws IOException, InterruptedException;
  }

  CompleteFiles(Supplier<Instant> machineTime, Pause pause) {
    this.machineTime = machineTime;
    this.pause = pause;
  }

  /** A file as it was when looked at. */
  record Seen(Inbox inbox, Path file, long bytes, FileTime modified) {}

  /** About how many files there are, by their names alone. */
  static long count(List<Inbox> inboxes) throws IOException {
    long files = 0;
    for (Inbox inbox : inboxes) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(inbox.folder())) {
        for (Path file : entries) {
          files += isUnfinished(file) ? 0 : 1;
        }
      } catch (AccessDeniedException e) {
        LOG.debug("Cannot count the files in {}.", inbox.folder(), e);
      }
    }
    return files;
  }

  /** Hands on every complete file of some inboxes. */
  void find(List<Inbox> inboxes, Wave wave) throws IOException, InterruptedException {
    Search search = new Search(wave);
    List<Inbox> waiting = inboxes;
    for (long turn = FIRST_TURN; !waiting.isEmpty(); turn *= 4) {
      List<Inbox> more = new ArrayList<>();
      for (Inbox inbox : waiting) {
        if (search.look(inbox, turn)) {
          more.add(inbox);
        }
      }
      search.finishTurn();
      waiting = more;
    }
    for (Seen large : search.large) {
      wave.take(List.of(large));
    }
  }

  /** One pass over the inboxes. */
  private final class Search {
    private final Wave wave;
    private final Set<Seen> large = new LinkedHashSet<>();
    private List<Seen> complete = new ArrayList<>();
    private List<Seen> fresh = new ArrayList<>();

    Search(Wave wave) {
      this.wave = wave;
    }

    /** Looks at up to so many files of an inbox and tells whether it has more. */
    boolean look(Inbox inbox, long most) throws IOException, InterruptedException {
      long found = 0;
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(inbox.folder())) {
        for (Path file : entries) {
          if (isUnfinished(file)) {
            continue;
          }
          if (found == most) {
            return true;
          }
          Seen seen = CompleteFiles.look(inbox, file);
          if (seen != null && isReadable(file)) {
            found++;
            sort(seen);
          }
        }
      } catch (AccessDeniedException e) {
        LOG.warn(
            "Cannot look into {}: its files are left there. Give the engine the right to read the folder.",
            inbox.folder());
      }
      return false;
    }

    private void sort(Seen seen) throws IOException, InterruptedException {
      if (!seen.modified().toInstant().isBefore(machineTime.get().minus(STILL))) {
        fresh.add(seen);
        if (fresh.size() == MOST_FRESH) {
          lookAgain();
        }
      } else {
        handOn(seen);
      }
    }

    private void handOn(Seen seen) throws IOException, InterruptedException {
      if (seen.bytes() >= QueuedDumps.LARGE) {
        large.add(seen);
        return;
      }
      complete.add(seen);
      if (complete.size() == WAVE) {
        handOn();
      }
    }

    private void handOn() throws IOException, InterruptedException {
      List<Seen> files = complete;
      complete = new ArrayList<>();
      if (!files.isEmpty()) {
        files.sort(
            Comparator.comparing(Seen::modified).thenComparing(seen -> seen.file().toString()));
        wave.take(files);
      }
    }

    private void lookAgain() throws IOException, InterruptedException {
      List<Seen> again = fresh;
      fresh = new ArrayList<>();
      if (!again.isEmpty()) {
        pause.pause(BETWEEN_LOOKS);
        for (Seen seen : again) {
          if (seen.equals(CompleteFiles.look(seen.inbox(), seen.file()))) {
            handOn(seen);
          }
        }
      }
    }

    void finishTurn() throws IOException, InterruptedException {
      lookAgain();
      handOn();
    }
  }

  private static @Nullable Seen look(Inbox inbox, Path file) throws IOException {
    try {
      BasicFileAttributes about =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return about.isRegularFile()
          ? new Seen(inbox, file, about.size(), about.lastModifiedTime())
          : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static boolean isReadable(Path file) {
    if (Files.isReadable(file)) {
      return true;
    }
    LOG.warn(
        "Cannot read {}: it is left in its inbox. Give the engine the right to read it.", file);
    return false;
  }

  private static boolean isUnfinished(Path file) {
    return file.getFileName().toString().startsWith(".") || isNamedUnfinished(file);
  }

  /** Whether the end of its name says that it is still being written. */
  static boolean isNamedUnfinished(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return UNFINISHED.stream().anyMatch(name::endsWith);
  }
}
