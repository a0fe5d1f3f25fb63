package org.fxbb.jobs.intake;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Progress;
import org.fxbb.writers.answer.Answers;
import org.fxbb.writers.file.SubmissionFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
  private final TransactionTemplate transaction;
  private final Progress progress;

  AnswersStep(DataSource etl, Path dropArea, SubmissionFiles files, Progress progress) {
    this.files = files;
    this.answers = new Answers(new NamedParameterJdbcTemplate(etl), dropArea);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(etl));
    this.progress = progress;
  }

  void writeDue() {
    files.copyCountsToDuplicates();
    progress.start("Answering", 0, "files");
    Integer answered = transaction.execute(status -> answers.writeDue(() -> progress.add(1)));
    progress.done();
    LOG.info("Answered {} files.", answered);
  }
}
