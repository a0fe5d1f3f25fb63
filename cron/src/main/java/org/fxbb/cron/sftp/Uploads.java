package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Files on their way in.
 *
 * <p><b>Shape</b>: an upload lies in {@code .uploads} and is moved into its inbox, atomically and
 * in place of an older file of its name, when it is whole: the intake never sees part of it, and
 * what it is just reading stays as it is. After a broken connection it waits there to be resumed.
 * The file's time is the end of the upload by this machine's clock, so that it is when the file was
 * received; renaming counts as its end.
 *
 * <p><b>Errors</b>: {@link Refusal}.
 *
 * <p><b>Lifecycle</b>: thread-safe. Who sends a file again while an older connection still sends
 * it, takes over.
 *
 * <p><b>Source</b>: spec 4.1.
 */
final class Uploads {
  static final String ONLY_UPLOADS =
      "Only files in inbox and try can be changed. Answers and folders stay as they are.";

  private final Quota quota;
  private final AccessLog log;
  private final Clock machine;
  private final UploadNote note;
  private final Map<String, UploadChannel> open = new HashMap<>();

  /**
   * Uploads of every account.
   *
   * @param machine the real clock, because it is about the time of files
   */
  Uploads(Quota quota, AccessLog log, Clock machine) {
    this.quota = quota;
    this.log = log;
    this.machine = machine;
    this.note = new UploadNote(machine);
  }

  /** Begins an upload: anew, or in what there is of the file. */
  UploadChannel begin(ServerSession session, Path file, Set<? extends OpenOption> options)
      throws IOException {
    refuseOthers(file);
    Home home = Visit.get(session).home();
    try {
      quota.begin(home);
    } catch (Refusal e) {
      note.refused(home, file, e);
      throw e;
    }
    Path half = Lookup.half(file);
    Path whole = Lookup.whole(file);
    boolean anew = options.contains(StandardOpenOption.TRUNCATE_EXISTING);
    synchronized (open) {
      if (options.contains(StandardOpenOption.CREATE_NEW)
          && (Lookup.exists(half) || Lookup.exists(whole))) {
        throw Refusal.denied("There is such a file already.");
      }
      UploadChannel older = open.remove(key(session, file));
      if (older != null) {
        older.release();
      }
      if (!anew && !Lookup.exists(half)) {
        takeBack(whole, half);
      }
      UploadChannel upload =
          new UploadChannel(
              FileChannel.open(half, withoutLinks(options)),
              quota.largestFile(),
              new UploadChannel.Room() {
                @Override
                public long bytes(long wanted) throws IOException {
                  return quota.room(home, wanted);
                }

                @Override
                public void grew(long bytes) {
                  quota.grew(home, bytes);
                }
              });
      open.put(key(session, file), upload);
      return upload;
    }
  }

  /** A file that is resumed or written over while it waits for the intake is unfinished again. */
  private static void takeBack(Path whole, Path half) throws IOException {
    try {
      Files.move(whole, half, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return; // there is none, or the intake was quicker
    }
  }

  /** The upload of a file that is still open, to cut it; it stays open. */
  SeekableByteChannel borrow(ServerSession session, Path file) throws IOException {
    synchronized (open) {
      UploadChannel upload = Lookup.isUpload(file) ? open.get(key(session, file)) : null;
      if (upload == null) {
        throw Refusal.denied("Only a file that is being uploaded can be cut.");
      }
      return upload;
    }
  }

  /** Ends an upload, whole or not. */
  void end(ServerSession session, Path file, UploadChannel upload) throws IOException {
    boolean safe = false;
    try {
      if (upload.isOpen()) {
        upload.force();
        safe = true;
      }
    } finally {
      synchronized (open) {
        boolean ours = open.remove(key(session, file), upload);
        long bytes = upload.isOpen() ? upload.size() : 0;
        upload.release();
        if (ours) {
          settle(session, file, bytes, safe && upload.isWhole(), upload.refusal());
        }
      }
    }
  }

  private void settle(
      ServerSession session, Path file, long bytes, boolean isWhole, @Nullable Refusal refusal)
      throws IOException {
    Path half = Lookup.half(file);
    if (isWhole) {
      touch(half);
      Files.move(
          half,
          Lookup.whole(file),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      note.succeeded(Visit.get(session).home());
    } else if (refusal != null) {
      Files.deleteIfExists(half);
      note.refused(Visit.get(session).home(), file, refusal);
    }
    log.done(
        isWhole ? "sftp.upload" : "sftp.upload_unfinished",
        Visit.nameOf(session),
        HomeFiles.detail(session, file, bytes));
  }

  /** Gives a file of the sender another name in the same folder. */
  void rename(ServerSession session, Path from, Path to, boolean replace) throws IOException {
    refuseOthers(from);
    refuseOthers(to);
    if (!Lookup.whole(from).getName(0).equals(Lookup.whole(to).getName(0))) {
      throw Refusal.denied("A file can be renamed within its folder only.");
    }
    synchronized (open) {
      refuseOpen(session, from);
      refuseOpen(session, to);
      if (!replace && (Lookup.exists(Lookup.whole(to)) || Lookup.exists(Lookup.half(to)))) {
        throw Refusal.denied("There is such a file already.");
      }
      touch(from);
      if (!Lookup.isHalf(from)) {
        Files.deleteIfExists(Lookup.half(to));
      }
      Files.move(
          from,
          Lookup.isHalf(from) ? Lookup.half(to) : Lookup.whole(to),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    log.done(
        "sftp.rename",
        Visit.nameOf(session),
        Map.of(
            "address",
            Visit.addressOf(session),
            "file",
            Lookup.whole(from).toString(),
            "to",
            Lookup.whole(to).toString()));
  }

  /** Removes a file that its sender has not finished, or that waits for the intake. */
  void remove(ServerSession session, Path file) throws IOException {
    refuseOthers(file);
    long bytes;
    synchronized (open) {
      refuseOpen(session, file);
      bytes = Lookup.about(file).size();
      Files.delete(file);
    }
    log.done("sftp.remove", Visit.nameOf(session), HomeFiles.detail(session, file, bytes));
  }

  private static void refuseOthers(Path file) throws Refusal {
    if (!Lookup.isUpload(file)) {
      throw Refusal.denied(ONLY_UPLOADS);
    }
  }

  private void refuseOpen(ServerSession session, Path file) throws Refusal {
    if (open.containsKey(key(session, file))) {
      throw Refusal.denied("The file is being uploaded.");
    }
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(machine.instant()));
  }

  private static String key(ServerSession session, Path file) {
    return Visit.nameOf(session) + Lookup.whole(file);
  }

  /** These, and never through a symbolic link. */
  static Set<OpenOption> withoutLinks(Set<? extends OpenOption> options) {
    Set<OpenOption> safe = new HashSet<>(options);
    safe.add(LinkOption.NOFOLLOW_LINKS);
    return safe;
  }
}
