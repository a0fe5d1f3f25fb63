package org.fxbb.jobs.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Period;
import org.fxbb.readers.Limits;
import org.fxbb.readers.notice.FileNotice.DuplicateFileNotice;
import org.fxbb.readers.notice.FileNotice.ReferenceNeverArrivedNotice;
import org.fxbb.readers.notice.FileNotice.WaitingForReferenceNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeGrades;
import org.fxbb.writers.archive.Archive;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;

/**
 * What every loader needs, and the outcomes that every kind of file can have.
 *
 * @param database the pool of the engine's loading role
 * @param files the table of received files
 * @param archive where their content is
 * @param limits how large things may be
 * @param clock the injected clock
 * @param profile where the time of the thread that loads is noted
 */
public record IngestContext(
    DataSource database,
    SubmissionFiles files,
    Archive archive,
    Limits limits,
    Clock clock,
    WorkProfile profile) {

  private static final String WAITING = "WAITING";
  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Period.DHAKA);

  /** The same for a thread with a profile of its own. */
  IngestContext with(WorkProfile ofThread) {
    return new IngestContext(database, files, archive, limits, clock, ofThread);
  }

  /** Begins a load with these staging layouts. */
  Load begin(List<String> layouts) {
    return Load.begin(database, layouts, now(), profile);
  }

  /** The clock's instant. */
  Instant now() {
    return clock.instant();
  }

  /** Decides a file by one notice, in a transaction of its own. */
  void decide(ReceivedFile file, FileOutcome outcome, Notice... notices) {
    try (Load load = begin(NoticeStage.LAYOUTS)) {
      forgetNotices(load, file);
      NoticeStage stage = new NoticeStage(load, NoticeGrades.none());
      Subject subject = new Subject(file.id(), null, outcome.ispId(), file.feed());
      for (Notice notice : notices) {
        stage.notice(subject, notice);
      }
      stage.merge();
      outcome.write(load, file.id());
      load.commit();
    }
  }

  /**
   * Leaves a file WAITING for what it needs, or rejects it once that has not come in time.
   *
   * @param what what it waits for, in words
   * @param deadline the filing deadline, before which nothing is given up; null where there is none
   * @param missing notices that say what is missing, beside the one that tells until when it waits
   */
  void await(
      ReceivedFile file,
      IntakePolicy policy,
      String what,
      @Nullable Instant deadline,
      FileOutcome rejected,
      Notice... missing) {
    Waiting waiting = waiting(file, policy, what, deadline);
    if (waiting.isOver()) {
      decide(file, rejected, and(missing, new ReferenceNeverArrivedNotice(what, waiting.until())));
    } else if (!file.state().equals(WAITING)) {
      decide(
          file,
          FileOutcome.of(WAITING, what).withSender(rejected.ispId(), null),
          and(missing, new WaitingForReferenceNotice(what, waiting.until())));
    }
  }

  /**
   * How long a file waits for what it needs.
   *
   * @param what what it waits for, in words
   * @param end when it is given up
   * @param isOver whether that has come
   */
  record Waiting(String what, Instant end, boolean isOver) {
    /** The end in Dhaka, such as {@code 2026-02-09 18:30}. */
    String until() {
      return UNTIL.format(end);
    }
  }

  /** Until when a file waits: for the hours of the policy, and never less than to a deadline. */
  Waiting waiting(ReceivedFile file, IntakePolicy policy, String what, @Nullable Instant deadline) {
    Instant since = file.state().equals(WAITING) ? file.stateAt() : now();
    Duration patience = Duration.ofHours(policy.number("intake.waiting-hours").longValue());
    Instant end = since.plus(patience);
    if (deadline != null && deadline.isAfter(end)) {
      end = deadline;
    }
    return new Waiting(what, end, !now().isBefore(end));
  }

  private static Notice[] and(Notice[] notices, Notice last) {
    Notice[] all = Arrays.copyOf(notices, notices.length + 1);
    all[notices.length] = last;
    return all;
  }

  /** Decides that a file repeats another. */
  void duplicate(ReceivedFile file, Twin twin, @Nullable Long ispId, @Nullable Long agentId) {
    decide(
        file,
        FileOutcome.of("DUPLICATE", "duplicate_file")
            .withTwin(twin.id())
            .withSender(ispId, agentId),
        new DuplicateFileNotice(file.fileName(), twin.fileName()));
  }

  /** Forgets what an earlier try of a file that waited had to say. */
  static void forgetNotices(Load load, ReceivedFile file) {
    if (file.state().equals(WAITING)) {
      Map<String, Object> told =
          Map.of("id", file.id(), "received_at", file.receivedAt().atOffset(ZoneOffset.UTC));
      load.run(SqlText.of(IngestContext.class, "forgetNotices"), told);
      load.run(SqlText.of(IngestContext.class, "forgetQuarantine"), told);
    }
  }
}
