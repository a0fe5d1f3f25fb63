package org.fxbb.jobs.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.jobs.ingest.FilingCalendar;
import org.fxbb.jobs.ingest.IntakePolicy;
import org.fxbb.jobs.run.Progress;
import org.fxbb.writers.answer.Answers;
import org.fxbb.writers.answer.FilingDeadlines;
import org.fxbb.writers.file.SubmissionFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step {@code write-answers}: tells senders what became of their files.
 *
 * <p><b>Lifecycle</b>: repeatable; a file is answered again until that is noted. An outbox that
 * cannot be written to holds nobody up: {@link #failIfAny} says so at the end of the cycle, once.
 *
 * <p><b>Source</b>: spec 4.10.
 */
final class AnswersStep {
  private static final Logger LOG = LoggerFactory.getLogger(AnswersStep.class);
  private static final int TOLD = 10;

  private final DataSource etl;
  private final Path dropArea;
  private final SubmissionFiles files;
  private final Clock clock;
  private final Progress progress;
  private List<String> failures = List.of();

  AnswersStep(
      DataSource etl, Path dropArea, SubmissionFiles files, Clock clock, Progress progress) {
    this.etl = etl;
    this.dropArea = dropArea;
    this.files = files;
    this.clock = clock;
    this.progress = progress;
  }

  void writeDue() {
    files.copyCountsToDuplicates();
    FilingCalendar calendar = FilingCalendar.of(IntakePolicy.read(etl, clock));
    Answers answers = new Answers(etl, dropArea, clock, new Calendar(calendar));
    progress.start("Answering", answers.countDue(), "files");
    Answers.Written written = answers.writeDue(progress::add);
    progress.done();
    failures = written.failures();
    LOG.info("Answered {} files.", written.files());
  }

  /**
   * Ends a cycle.
   *
   * @throws IllegalStateException naming answers that could not be written, and their folders
   */
  void failIfAny() {
    List<String> failed = failures;
    failures = List.of();
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "Cannot write %d %s; what is due is written in the next cycle once its folder can be written to: %s%s"
              .formatted(
                  failed.size(),
                  failed.size() == 1 ? "answer" : "answers",
                  String.join("; ", failed.subList(0, Math.min(TOLD, failed.size()))),
                  failed.size() > TOLD ? "; ..." : ""));
    }
  }

  /** The calendar as the answers ask for it. */
  private record Calendar(FilingCalendar calendar) implements FilingDeadlines {
    @Override
    public Instant deadline(LocalDate month) {
      return calendar.deadline(month);
    }

    @Override
    public int downDays(LocalDate month) {
      return calendar.addedFor(month).size();
    }

    @Override
    public Instant correctionDeadline(Instant received) {
      return calendar.correctionDeadline(received);
    }
  }
}
