package org.fxbb.jobs.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fxbb.jobs.ingest.FileIdentity.HistoryDump;
import org.fxbb.jobs.ingest.FileIdentity.Identity;
import org.fxbb.jobs.run.Progress;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.history.HistoryPart;
import org.fxbb.readers.history.HistoryPartReader;
import org.fxbb.readers.history.HistoryParts;
import org.fxbb.readers.name.DropFileName.HistoryName;
import org.fxbb.readers.notice.FileNotice.TooManyErrorsNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.writers.feed.CsvRecordText;
import org.fxbb.writers.file.Balance;
import org.fxbb.writers.file.CsvForm;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.fxbb.writers.profile.WorkProfile;
import org.fxbb.writers.series.HistoryFile;
import org.fxbb.writers.series.SeriesMerge;
import org.fxbb.writers.series.SeriesStage;
import org.jspecify.annotations.Nullable;

/**
 * Loads bulk history files in parts, some side by side, each part in a transaction of its own.
 *
 * <p><b>Lifecycle</b>: parts that are loaded are noted, so that after a crash the file goes on
 * where it stopped. Memory is bounded by the parts in work, whatever the size of the file.
 *
 * <p><b>Source</b>: spec 4.7.
 */
final class HistoryLoader {
  static final int WORKERS = 2;

  private static final int FIRST_PART = 1;
  private static final String MOST_SHARE = "intake.history-max-error-share";
  private static final String MOST_ROWS = "intake.history-max-error-rows";

  /** Decompressing, and finding where a part may end; one worker at a time. */
  private static final String CUT = "cut into parts";

  private final IngestContext context;
  private final IntakePolicy policy;
  private final HistoryRegister register;
  private final Partitions partitions;
  private final Progress progress;

  HistoryLoader(
      IngestContext context,
      IntakePolicy policy,
      HistoryRegister register,
      Partitions partitions,
      Progress progress) {
    this.context = context;
    this.policy = policy;
    this.register = register;
    this.partitions = partitions;
    this.progress = progress;
  }

  void load(ReceivedFile file, Identity identity) throws IOException {
    Twin twin = context.files().findTwin(file, null).orElse(null);
    if (twin != null) {
      context.duplicate(file, twin, null, null);
    } else if (register.isEmpty()) {
      context.await(
          file,
          policy,
          "the list of PoPs",
          null,
          FileOutcome.of("REJECTED", "reference_never_arrived")
              .withBalance(Balance.rejected(0), null));
    } else {
      read(file, ((HistoryDump) identity).name());
    }
  }

  private void read(ReceivedFile file, HistoryName name) throws IOException {
    Feed feed = name.feed();
    MessageDigest digest = Digests.sha256();
    try (InputStream archived = context.archive().open(file.archivePath());
        InputStream delivered = new ReadProgress(archived, progress);
        DigestInputStream plain =
            new DigestInputStream(DeliveredBytes.openUnlimited(delivered), digest)) {
      HistoryParts parts =
          HistoryParts.open(feed, plain, context.limits(), HistoryParts.PART_BYTES);
      Set<Integer> loaded = begin(file, feed, parts);
      if (loaded.isEmpty()) {
        loadFirst(file, name, parts);
      }
      loadAll(file, name, parts, loaded);
      Notice damage = parts.damage();
      finish(file, feed, damage == null ? HexFormat.of().formatHex(digest.digest()) : null, damage);
    } catch (MostlyWrongException e) {
      context.decide(file, rejected(e.notices.get(0)), e.notices.toArray(Notice[]::new));
    } catch (RefusedContentException e) {
      context.decide(file, rejected(e.notice()), e.notice());
    }
  }

  private static FileOutcome rejected(Notice reason) {
    return FileOutcome.of("REJECTED", reason.code()).withBalance(Balance.rejected(0), null);
  }

  private Set<Integer> begin(ReceivedFile file, Feed feed, HistoryParts parts) {
    try (Load load = context.begin(NoticeStage.LAYOUTS)) {
      if (HistoryFile.begin(
          load,
          file.id(),
          new CsvForm(CsvRecordText.join(parts.headerCells()), parts.separator()))) {
        IngestContext.forgetNotices(load, file);
        NoticeStage notices = new NoticeStage(load, policy.grades());
        parts.notices().forEach(notice -> notices.notice(subject(file, feed), notice));
        notices.merge();
      }
      Set<Integer> loaded = HistoryFile.listParts(load, file.id());
      load.commit();
      return loaded;
    }
  }

  private void finish(
      ReceivedFile file, Feed feed, @Nullable String contentSha256, @Nullable Notice damage) {
    try (Load load = context.begin(NoticeStage.LAYOUTS)) {
      NoticeStage notices = new NoticeStage(load, policy.grades());
      if (damage != null) {
        notices.notice(subject(file, feed), damage);
      }
      notices.merge();
      HistoryFile.finish(load, file.id(), contentSha256, damage == null ? null : damage.code());
      load.commit();
    }
  }

  /**
   * Loads the first part before any other, because a file whose beginning is mostly wrong was
   * written for another register or in other units: its rows would fill quarantine and help nobody.
   */
  private void loadFirst(ReceivedFile file, HistoryName name, HistoryParts parts)
      throws IOException {
    HistoryPart first = next(parts, context.profile());
    if (first != null) {
      load(context, file, name, parts.reader(), first);
    }
  }

  private void loadAll(ReceivedFile file, HistoryName name, HistoryParts parts, Set<Integer> loaded)
      throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        running.add(
            workers.submit(
                () -> {
                  work(file, name, parts, loaded);
                  return null;
                }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("Cannot load " + file.fileName() + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while loading " + file.fileName(), e);
    } finally {
      workers.shutdownNow();
      awaitEnd(workers);
    }
  }

  /**
   * A worker whose companion failed ends its part first: no part is loaded once this has failed.
   */
  private static void awaitEnd(ExecutorService workers) {
    boolean interrupted = false;
    while (!workers.isTerminated()) {
      try {
        workers.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(ReceivedFile file, HistoryName name, HistoryParts parts, Set<Integer> loaded)
      throws IOException {
    WorkProfile profile = context.profile().beside();
    IngestContext ofWorker = context.with(profile);
    HistoryPartReader reader = parts.reader();
    try {
      for (HistoryPart part = next(parts, profile);
          part != null && !Thread.currentThread().isInterrupted();
          part = next(parts, profile)) {
        if (!loaded.contains(part.number())) {
          load(ofWorker, file, name, reader, part);
          profile.save();
        }
      }
    } finally {
      profile.save();
    }
  }

  private static @Nullable HistoryPart next(HistoryParts parts, WorkProfile profile)
      throws IOException {
    profile.begin(CUT);
    try {
      return parts.next();
    } finally {
      profile.end();
    }
  }

  private void load(
      IngestContext ofWorker,
      ReceivedFile file,
      HistoryName name,
      HistoryPartReader reader,
      HistoryPart part)
      throws IOException {
    try (Load load = ofWorker.begin(SeriesMerge.LAYOUTS)) {
      SeriesStage stage = SeriesStage.ofOneChunk(load, partitions);
      NoticeStage notices = new NoticeStage(load, policy.grades());
      SubmissionChecks checks = new SubmissionChecks(register.isps(), policy, context.now());
      HistoryReading reading =
          new HistoryReading(
              file,
              name.stamp(),
              subject(file, name.feed()),
              part,
              register,
              checks,
              stage,
              notices);
      long rows = load.profile().measure(WorkProfile.READ, () -> reader.read(part, reading));
      load.profile().add(WorkProfile.READ, rows, 0);
      if (part.number() == FIRST_PART && isTooMany(reading.bad(), rows)) {
        throw new MostlyWrongException(reading, rows, policy);
      }
      new SeriesMerge(load, stage, notices).mergeHistory(file.id(), part.number(), rows);
      load.commit();
    }
  }

  private boolean isTooMany(long bad, long rows) {
    return bad > policy.number(MOST_ROWS).longValue()
        && BigDecimal.valueOf(bad * 100)
                .compareTo(policy.number(MOST_SHARE).multiply(BigDecimal.valueOf(rows)))
            > 0;
  }

  /**
   * The beginning of a file is wrong beyond what quarantine is for; has the first of its notices.
   */
  private static final class MostlyWrongException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<Notice> notices = new ArrayList<>();

    MostlyWrongException(HistoryReading reading, long rows, IntakePolicy policy) {
      super("The first part of a history file is mostly wrong");
      notices.add(
          new TooManyErrorsNotice(
              "%,d wrong of the first %,d rows, of which the first %d notices are listed here; no row was looked at behind them"
                  .formatted(reading.bad(), rows, reading.first().size()),
              "at most %s %% of them, or %s rows"
                  .formatted(
                      policy.number(MOST_SHARE).stripTrailingZeros().toPlainString(),
                      policy.number(MOST_ROWS).stripTrailingZeros().toPlainString())));
      notices.addAll(reading.first());
    }
  }

  /** Tells how many whole megabytes of a file were read. */
  private static final class ReadProgress extends FilterInputStream {
    private static final int MEGABYTE = 1 << 20;

    private final Progress progress;
    private long untold;

    ReadProgress(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      untold += Math.max(0, n);
      if (untold >= MEGABYTE) {
        progress.add(untold / MEGABYTE);
        untold %= MEGABYTE;
      }
      return n;
    }
  }

  private static Subject subject(ReceivedFile file, Feed feed) {
    return new Subject(file.id(), null, null, feed.name());
  }
}
