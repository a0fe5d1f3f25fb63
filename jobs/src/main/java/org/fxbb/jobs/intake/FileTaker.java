package org.fxbb.jobs.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxbb.jobs.intake.CompleteFiles.Seen;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.ReceivedAt;
import org.fxbb.readers.name.DropFileName;
import org.fxbb.readers.name.DropFileName.DumpName;
import org.fxbb.readers.name.DropFileName.FilingName;
import org.fxbb.readers.name.DropFileName.Known;
import org.fxbb.readers.name.DropFileName.RegistryName;
import org.fxbb.writers.archive.Archive;
import org.fxbb.writers.archive.Archive.Kept;
import org.fxbb.writers.file.Arrival;
import org.fxbb.writers.file.SubmissionFiles;
import org.fxbb.writers.file.SubmissionFiles.Unremoved;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes complete files out of the inboxes: copy to the archive, row RECEIVED, remove.
 *
 * <p><b>Lifecycle</b>: each step can be repeated. A crash before the row leaves the file in its
 * inbox and at most an unused copy; a crash before the removal leaves a row that says so, which the
 * next run recognises by sender, name and content instead of recording the file again.
 *
 * <p><b>Source</b>: spec 4.1.
 */
final class FileTaker {
  private static final Logger LOG = LoggerFactory.getLogger(FileTaker.class);

  private static final int GROUP = 256;
  private static final int COPIERS = 4;

  private final DropArea dropArea;
  private final Archive archive;
  private final SubmissionFiles files;
  private final ReceivedAt rule;
  private final Clock clock;

  FileTaker(
      DropArea dropArea, Archive archive, SubmissionFiles files, ReceivedAt rule, Clock clock) {
    this.dropArea = dropArea;
    this.archive = archive;
    this.files = files;
    this.rule = rule;
    this.clock = clock;
  }

  private record Copied(Seen seen, Kept kept, Instant receivedAt) {}

  /** Takes every complete file there is and returns how many. */
  long takeAll(CompleteFiles complete, Progress progress) throws IOException, InterruptedException {
    archive.sweep();
    forgetRemoved();
    List<Seen> found = new ArrayList<>(complete.find(dropArea.listInboxes()));
    found.sort(Comparator.comparing(Seen::modified).thenComparing(seen -> seen.file().toString()));
    progress.start("Taking files", found.size(), "files");
    ExecutorService copiers = Executors.newFixedThreadPool(COPIERS);
    long taken = 0;
    try {
      for (int from = 0; from < found.size(); from += GROUP) {
        List<Seen> group = found.subList(from, Math.min(from + GROUP, found.size()));
        taken += take(group, copiers);
        progress.add(group.size());
      }
    } finally {
      copiers.shutdownNow();
      progress.done();
    }
    return taken;
  }

  private long take(List<Seen> group, ExecutorService copiers)
      throws IOException, InterruptedException {
    List<Copied> copied = copy(group, copiers);
    archive.sync(copied.stream().map(Copied::kept).toList());
    List<Long> ids = files.record(copied.stream().map(this::arrival).toList(), clock.instant());
    List<Long> removed = new ArrayList<>();
    for (int i = 0; i < copied.size(); i++) {
      Path file = copied.get(i).seen().file();
      try {
        Files.deleteIfExists(file);
        removed.add(ids.get(i));
      } catch (AccessDeniedException e) {
        LOG.warn(
            "Cannot remove {} from its inbox: the folder is read-only. The file is archived and loaded; make the folder writable.",
            file);
      }
    }
    files.markRemoved(removed);
    return copied.size();
  }

  private List<Copied> copy(List<Seen> group, ExecutorService copiers)
      throws IOException, InterruptedException {
    List<Future<@Nullable Copied>> running = new ArrayList<>();
    for (Seen seen : group) {
      running.add(copiers.submit(() -> copy(seen)));
    }
    List<Copied> copied = new ArrayList<>();
    for (Future<@Nullable Copied> future : running) {
      try {
        Copied file = future.get();
        if (file != null) {
          copied.add(file);
        }
      } catch (ExecutionException e) {
        throw new IOException("Cannot archive a file: " + e.getCause(), e);
      }
    }
    return copied;
  }

  /** The copy of a file, or null where it changed or went away meanwhile and is left for later. */
  private @Nullable Copied copy(Seen seen) throws IOException {
    Path file = seen.file();
    if (!Files.isReadable(file)) {
      if (Files.exists(file)) {
        LOG.warn(
            "Cannot read {}: it is left in its inbox. Give the engine the right to read it.", file);
      }
      return null;
    }
    Instant receivedAt = rule.of(seen.modified().toInstant());
    Kept kept = archive.keep(file, receivedAt);
    boolean unchanged =
        Files.exists(file)
            && kept.bytes() == seen.bytes()
            && Objects.equals(Files.getLastModifiedTime(file), seen.modified());
    return unchanged ? new Copied(seen, kept, receivedAt) : null;
  }

  private Arrival arrival(Copied copied) {
    Inbox inbox = copied.seen().inbox();
    String name = copied.seen().file().getFileName().toString();
    String originator = originator(inbox.kind());
    String feed = null;
    LocalDate period = null;
    Integer revision = null;
    if (DropFileName.parse(name) instanceof Known known) {
      DropFileName parsed = known.name();
      if (parsed instanceof FilingName filing) {
        feed = filing.feed().name();
        period = filing.period().atDay(1);
        revision = filing.revision();
      } else if (parsed instanceof RegistryName list) {
        feed = list.feed().name();
      } else if (parsed instanceof DumpName dump) {
        feed = dump.originator().prefix();
        originator = dump.originator().name();
      }
    }
    return new Arrival(
        inbox.sender(),
        inbox.kind(),
        originator,
        feed,
        period,
        revision,
        name,
        copied.kept().sha256(),
        copied.kept().bytes(),
        copied.receivedAt(),
        copied.kept().path());
  }

  private static @Nullable String originator(String inbox) {
    return switch (inbox) {
      case "MANUAL" -> "MANUAL";
      case "FILING", "TRY" -> "ISP_API";
      default -> null;
    };
  }

  /** Files that a stopped run removed without noting it. */
  private void forgetRemoved() {
    List<Long> gone = new ArrayList<>();
    for (Unremoved file : files.listUnremoved()) {
      if (!Files.exists(dropArea.inbox(file.inbox(), file.sender()).resolve(file.fileName()))) {
        gone.add(file.id());
      }
    }
    files.markRemoved(gone);
  }
}
