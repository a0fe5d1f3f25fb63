package org.fxbb.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.ingest.FileIdentity.Identity;
import org.fxbb.jobs.ingest.FileIdentity.Refused;
import org.fxbb.jobs.ingest.FileIdentity.Zip;
import org.fxbb.jobs.ingest.Registry.Isp;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.bytes.ZipMembers;
import org.fxbb.readers.notice.FileNotice.NoRoomToUnpackNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeGrades;
import org.fxbb.writers.archive.Archive;
import org.fxbb.writers.archive.Archive.Copy;
import org.fxbb.writers.file.Arrival;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.file.ZipFiles;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Makes a received file of each member of a zip: content in the archive, a row of its own, loaded
 * by the steps that follow like a file that came alone.
 *
 * <p><b>Lifecycle</b>: all members of a zip are recorded in one transaction, which also says that
 * the zip was read; a crash before it leaves copies in the archive that nobody uses.
 *
 * <p><b>Source</b>: spec 4.2, 4.3 and 4.10.
 */
final class ZipUnpacker {
  private static final int MB = 20;

  private final IngestContext context;
  private final long keepFree;

  /** Unpacks into the archive as long as what the policy wants to stay free there stays free. */
  ZipUnpacker(IngestContext context, IntakePolicy policy) {
    this.context = context;
    this.keepFree = policy.number("intake.free-megabytes").longValue() << MB;
  }

  void unpack(ReceivedFile file, Identity identity) throws IOException {
    if (identity instanceof Refused refused) {
      context.decide(file, FileOutcome.of("REJECTED", refused.notice().code()), refused.notice());
    } else if (identity instanceof Zip zip) {
      Twin twin =
          file.inbox().equals("TRY") ? null : context.files().findTwin(file, null).orElse(null);
      Isp isp = zip.isp();
      if (twin == null) {
        makeSureOfRoom(file, isp == null ? null : isp.id());
        unpack(file, isp == null ? null : isp.id());
      } else {
        context.duplicate(file, twin, isp == null ? null : isp.id(), null);
      }
    }
  }

  /**
   * Leaves a zip WAITING that there is no room for, and answers so.
   *
   * @throws IOException that tells the operator, in every cycle
   */
  private void makeSureOfRoom(ReceivedFile file, @Nullable Long isp) throws IOException {
    Path zip = context.archive().locate(file.archivePath());
    long free = Files.getFileStore(zip).getUsableSpace();
    long needed = ZipMembers.listedBytes(zip, context.limits());
    if (free - needed >= keepFree) {
      return;
    }
    if (!file.state().equals("WAITING")) {
      NoRoomToUnpackNotice notice = new NoRoomToUnpackNotice();
      context.decide(file, FileOutcome.of("WAITING", notice.code()).withSender(isp, null), notice);
    }
    throw new IOException(
        "Cannot unpack %s of %s: it needs %,d MB in %s, of which %,d MB are to stay free (policy value intake.free-megabytes); found %,d MB free. Its sender is told that it waits; make room there."
            .formatted(
                file.fileName(),
                file.sender(),
                (needed >> MB) + 1,
                context.archive().locate(""),
                keepFree >> MB,
                free >> MB));
  }

  private void unpack(ReceivedFile file, @Nullable Long isp) throws IOException {
    Found found = new Found(context.archive(), file);
    try {
      ZipMembers.read(context.archive().locate(file.archivePath()), context.limits(), found);
    } catch (RefusedContentException e) {
      found.dropAll();
      found.notices.add(e.notice());
      context.decide(
          file,
          FileOutcome.of("REJECTED", e.notice().code()).withSender(isp, null),
          found.notices.toArray(Notice[]::new));
      return;
    } catch (IOException | RuntimeException e) {
      found.dropAll();
      throw e;
    }
    for (Copy copy : found.copies.values()) {
      context.archive().settle(copy);
    }
    context.archive().sync(found.copies.values().stream().map(Copy::kept).toList());
    record(file, isp, found);
  }

  private void record(ReceivedFile file, @Nullable Long isp, Found found) {
    try (Load load = context.begin(NoticeStage.LAYOUTS)) {
      IngestContext.forgetNotices(load, file);
      NoticeStage notices = new NoticeStage(load, NoticeGrades.none());
      Subject subject = new Subject(file.id(), null, isp, null);
      found.notices.forEach(notice -> notices.notice(subject, notice));
      notices.merge();
      found.copies.forEach(
          (name, copy) -> ZipFiles.record(load, file.id(), isp, arrival(file, name, copy)));
      FileOutcome outcome =
          found.copies.isEmpty()
              ? FileOutcome.of("REJECTED", Notice.worst(found.notices))
              : FileOutcome.of("CHECKING", null);
      outcome.withSender(isp, null).write(load, file.id());
      load.commit();
    }
  }

  private static Arrival arrival(ReceivedFile zip, String name, Copy copy) {
    NamedContent content = NamedContent.of(name, zip.inbox());
    return new Arrival(
        zip.sender(),
        zip.inbox(),
        content.originator(),
        content.feed(),
        content.period(),
        content.revision(),
        name,
        copy.kept().sha256(),
        copy.kept().bytes(),
        zip.receivedAt(),
        copy.kept().path());
  }

  /** What a zip holds, copied but not yet kept. */
  private static final class Found implements ZipMembers.Sink {
    private final Archive archive;
    private final ReceivedFile zip;
    private final Map<String, Copy> copies = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();

    Found(Archive archive, ReceivedFile zip) {
      this.archive = archive;
      this.zip = zip;
    }

    @Override
    public void member(String name, InputStream bytes) throws IOException {
      copies.put(name, archive.copy(bytes, zip.receivedAt()));
    }

    @Override
    public void damaged(String name) throws IOException {
      Copy copy = copies.remove(name);
      if (copy != null) {
        archive.drop(copy);
      }
    }

    @Override
    public void notice(Notice notice) {
      notices.add(notice);
    }

    void dropAll() throws IOException {
      for (Copy copy : copies.values()) {
        archive.drop(copy);
      }
      copies.clear();
    }
  }
}
