package org.fxbb.jobs.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.fxbb.jobs.ingest.NamedContent;
import org.fxbb.jobs.intake.CompleteFiles.Seen;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.ReceivedAt;
import org.fxbb.writers.archive.Archive;
import org.fxbb.writers.archive.Archive.Copy;
import org.fxbb.writers.file.Arrival;
import org.fxbb.writers.file.SubmissionFiles;
import org.fxbb.writers.file.SubmissionFiles.Unremoved;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes complete files out of the inboxes, wave by wave: copy to the archive, row RECEIVED, remove.
 *
 * <p><b>Lifecycle</b>: each step can be repeated. A crash before the row leaves the file in its
 * inbox and at most an unused copy; a crash before the removal leaves a row that says so, which the
 * next run recognises by sender, name and content instead of recording the file again.
 *
 * <p><b>Source</b>: spec 4.1.
 */
final class FileTaker {
  private static final Logger LOG = LoggerFactory.getLogger(FileTaker.class);

  private static final String FORCE = "force to disk";
  private static final int THREADS = 8;
  private static final int PORTION = 32;

  private final DropArea dropArea;
  private final Archive archive;
  private final SubmissionFiles files;
  private final ReceivedAt rule;
  private final Clock clock;
  private boolean someLeft;

  FileTaker(
      DropArea dropArea, Archive archive, SubmissionFiles files, ReceivedAt rule, Clock clock) {
    this.dropArea = dropArea;
    this.archive = archive;
    this.files = files;
    this.rule = rule;
    this.clock = clock;
  }

  private record Copied(Seen seen, Copy copy, Instant receivedAt) {}

  /** Takes every complete file there is and returns how many. */
  long takeAll(CompleteFiles complete, Progress progress, WorkProfile profile)
      throws IOException, InterruptedException {
    archive.sweep();
    someLeft = forgetRemoved();
    List<Inbox> inboxes = dropArea.listInboxes();
    progress.start("Taking files", CompleteFiles.count(inboxes), "files");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    AtomicLong taken = new AtomicLong();
    try {
      complete.find(
          inboxes,
          wave -> {
            taken.addAndGet(take(wave, threads, profile));
            progress.add(wave.size());
          });
    } finally {
      threads.shutdownNow();
      progress.done();
    }
    return taken.get();
  }

  /** All are copied before the first is forced to disk, and all are on disk before any is noted. */
  private long take(List<Seen> wave, ExecutorService threads, WorkProfile profile)
      throws IOException, InterruptedException {
    List<Copied> copied = inParallel(profile, "copy", threads, wave, this::copy);
    profile.add("copy", 0, copied.stream().mapToLong(file -> file.copy().kept().bytes()).sum());
    inParallel(profile, FORCE, threads, copied, this::settle);
    profile.begin(FORCE);
    try {
      archive.sync(copied.stream().map(file -> file.copy().kept()).toList());
    } finally {
      profile.end();
    }
    List<Long> ids =
        profile.measure(
            "record",
            () ->
                files.record(
                    copied.stream().map(this::arrival).toList(), clock.instant(), someLeft));
    List<Integer> places = IntStream.range(0, ids.size()).boxed().toList();
    List<Long> removed =
        inParallel(
            profile,
            "remove",
            threads,
            places,
            i -> remove(copied.get(i).seen()) ? ids.get(i) : null);
    files.markRemoved(removed);
    someLeft |= removed.size() < ids.size();
    return copied.size();
  }

  /** What is done to one file. */
  @FunctionalInterface
  private interface Step<A, B> {
    @Nullable B apply(A file) throws IOException;
  }

  /** The results of a step that are not null, in the order of the files. */
  private static <A, B> List<B> inParallel(
      WorkProfile profile, String activity, ExecutorService threads, List<A> files, Step<A, B> step)
      throws IOException, InterruptedException {
    profile.begin(activity);
    try {
      return inParallel(threads, files, step);
    } finally {
      profile.end();
    }
  }

  private static <A, B> List<B> inParallel(ExecutorService threads, List<A> files, Step<A, B> step)
      throws IOException, InterruptedException {
    List<Callable<List<B>>> portions = new ArrayList<>();
    for (int from = 0; from < files.size(); from += PORTION) {
      List<A> portion = files.subList(from, Math.min(from + PORTION, files.size()));
      portions.add(
          () -> {
            List<B> done = new ArrayList<>();
            for (A file : portion) {
              B result = step.apply(file);
              if (result != null) {
                done.add(result);
              }
            }
            return done;
          });
    }
    List<B> all = new ArrayList<>();
    for (Future<List<B>> portion : threads.invokeAll(portions)) {
      try {
        all.addAll(portion.get());
      } catch (ExecutionException e) {
        throw new IOException("Cannot archive a file: " + e.getCause(), e);
      }
    }
    return all;
  }

  /** The copy of a file, or null where it changed or went away meanwhile and is left for later. */
  private @Nullable Copied copy(Seen seen) throws IOException {
    Instant receivedAt = rule.of(seen.modified().toInstant());
    try (FileChannel file =
        FileChannel.open(seen.file(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      Copy copy = archive.copy(file, receivedAt);
      if (copy.kept().bytes() == seen.bytes() && isAsSeen(seen)) {
        return new Copied(seen, copy, receivedAt);
      }
      archive.drop(copy);
      return null;
    } catch (NoSuchFileException e) {
      if (Files.exists(seen.file())) {
        throw e;
      }
      return null;
    } catch (FileSystemException e) {
      if (Files.isSymbolicLink(seen.file())) {
        LOG.warn("Not taken: {} became a symbolic link after it was looked at.", seen.file());
        return null;
      }
      throw e;
    }
  }

  /** Whether it is still the file that was looked at, and not another in its place. */
  private static boolean isAsSeen(Seen seen) throws IOException {
    BasicFileAttributes about =
        Files.readAttributes(seen.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return about.isRegularFile()
        && about.size() == seen.bytes()
        && about.lastModifiedTime().equals(seen.modified());
  }

  private Copied settle(Copied copied) throws IOException {
    archive.settle(copied.copy());
    return copied;
  }

  /** A file that its sender has replaced since it was copied stays: it is another arrival. */
  static boolean remove(Seen seen) throws IOException {
    Path file = seen.file();
    try {
      if (isAsSeen(seen)) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (NoSuchFileException e) {
      return true;
    } catch (AccessDeniedException e) {
      LOG.warn(
          "Cannot remove {} from its inbox: the folder is read-only. The file is archived and loaded; make the folder writable.",
          file);
      return false;
    }
  }

  private Arrival arrival(Copied copied) {
    Inbox inbox = copied.seen().inbox();
    String name = copied.seen().file().getFileName().toString();
    NamedContent content = NamedContent.of(name, inbox.kind());
    return new Arrival(
        inbox.sender(),
        inbox.kind(),
        content.originator(),
        content.feed(),
        content.period(),
        content.revision(),
        name,
        copied.copy().kept().sha256(),
        copied.copy().kept().bytes(),
        copied.receivedAt(),
        copied.copy().kept().path());
  }

  /**
   * Notes files that a stopped run removed without noting it, and tells whether others are still
   * there.
   */
  private boolean forgetRemoved() {
    List<Long> gone = new ArrayList<>();
    List<Unremoved> unremoved = files.listUnremoved();
    for (Unremoved file : unremoved) {
      if (!Files.exists(dropArea.inbox(file.inbox(), file.sender()).resolve(file.fileName()))) {
        gone.add(file.id());
      }
    }
    files.markRemoved(gone);
    return gone.size() < unremoved.size();
  }
}
