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
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells files that have arrived from files that are still being written.
 *
 * <p>A file is complete when it is not named {@code .part}, {@code .tmp} or {@code .filepart} and
 * has the same size and time at two looks two seconds apart; one that has been still for a minute
 * needs one look. The looks go by the real time of the machine, not by the injected clock, because
 * they are about the file system. Links and folders are never taken.
 *
 * <p><b>Source</b>: spec 4.1.
 */
final class CompleteFiles {
  private static final Logger LOG = LoggerFactory.getLogger(CompleteFiles.class);
  private static final Duration STILL = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart");

  private final Supplier<Instant> machineTime;
  private final Pause pause;

  /** Waits between two looks. */
  @FunctionalInterface
  interface Pause {
    /** Returns after so long. */
    void pause(Duration length) throws InterruptedException;
  }

  CompleteFiles(Supplier<Instant> machineTime, Pause pause) {
    this.machineTime = machineTime;
    this.pause = pause;
  }

  /** A file as it was when looked at. */
  record Seen(Inbox inbox, Path file, long bytes, FileTime modified) {}

  /** The complete files of some inboxes. */
  List<Seen> find(List<Inbox> inboxes) throws IOException, InterruptedException {
    Instant stillBefore = machineTime.get().minus(STILL);
    List<Seen> complete = new ArrayList<>();
    List<Seen> fresh = new ArrayList<>();
    for (Inbox inbox : inboxes) {
      for (Seen seen : look(inbox)) {
        (seen.modified().toInstant().isBefore(stillBefore) ? complete : fresh).add(seen);
      }
    }
    if (!fresh.isEmpty()) {
      pause.pause(BETWEEN_LOOKS);
      for (Seen seen : fresh) {
        if (seen.equals(look(seen.inbox(), seen.file()))) {
          complete.add(seen);
        }
      }
    }
    return complete;
  }

  private static List<Seen> look(Inbox inbox) throws IOException {
    List<Seen> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(inbox.folder())) {
      for (Path file : entries) {
        Seen seen = isUnfinished(file) ? null : look(inbox, file);
        if (seen != null) {
          files.add(seen);
        }
      }
    } catch (AccessDeniedException e) {
      LOG.warn(
          "Cannot look into {}: its files are left there. Give the engine the right to read the folder.",
          inbox.folder());
    }
    return files;
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

  private static boolean isUnfinished(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith);
  }
}
