package org.fxbb.jobs.intake;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Progress;
import org.fxbb.writers.answer.Answers;
import org.fxbb.writers.file.SubmissionFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step {@code write-answers}: tells senders what became of their files.
 *
 * <p><b>Lifecycle</b>: repeatable; a file is answered again until that is noted.
 *
 * <p><b>Source</b>: spec 4.10.
 */
final class AnswersStep {
  private static final Logger LOG = LoggerFactory.getLogger(AnswersStep.class);

  private final SubmissionFiles files;
  private final Answers answers;
  private final Progress progress;

  AnswersStep(DataSource etl, Path dropArea, SubmissionFiles files, Progress progress) {
    this.files = files;
    this.answers = new Answers(etl, dropArea);
    this.progress = progress;
  }

  void writeDue() {
    files.copyCountsToDuplicates();
    progress.start("Answering", answers.countDue(), "files");
    long answered = answers.writeDue(progress::add);
    progress.done();
    LOG.info("Answered {} files.", answered);
  }
}
