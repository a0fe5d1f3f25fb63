package org.fxbb.writers.answer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxbb.writers.answer.Outbox.UnwrittenAnswerException;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Writes the answers to single files: {@code <name>.result.json}, {@code <name>.result.html}, and
 * {@code <name>.rejected.csv} where rows failed.
 */
final class FileAnswers {
  private final NamedParameterJdbcTemplate jdbc;
  private final Outbox outbox;
  private final FilingDeadlines deadlines;
  private final RejectedRows rejectedRows;

  FileAnswers(NamedParameterJdbcTemplate jdbc, Outbox outbox, FilingDeadlines deadlines) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.deadlines = deadlines;
    this.rejectedRows = new RejectedRows(jdbc);
  }

  /**
   * Answers some files, with a few statements for all of them and more for each with many errors or
   * an earlier try. What was told is added to the marks, what could not be written to the failures.
   */
  void write(List<Long> ids, Marks marks, List<String> failures) {
    List<AnsweredFile> files = read(ids);
    FileNotices notices = FileNotices.of(jdbc, files);
    for (AnsweredFile file : files) {
      try {
        if (!file.isOutdated()) {
          write(Answer.of(file, notices, deadlines, List.of()));
        }
        if (!file.inbox().equals("AGENT")) {
          marks.add(file.id(), file.state());
        }
      } catch (UnwrittenAnswerException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
  }

  private List<AnsweredFile> read(List<Long> ids) {
    return jdbc.query(
        SqlText.of(FileAnswers.class, "readFiles"),
        Map.of("ids", ids.toArray(Long[]::new)),
        (row, i) -> AnsweredFile.of(row));
  }

  private void write(Answer answer) {
    AnsweredFile file = answer.file();
    Path folder = outbox.of(file.inbox(), file.sender());
    List<Answer> all = new ArrayList<>(answer.members());
    all.add(answer);
    for (Answer one : all) {
      String rows = one.rejectedRows();
      if (rows == null) {
        outbox.retire(folder, RejectedRows.nameOf(one.file().name()));
      } else {
        outbox.write(folder, rows, out -> rejectedRows.write(one.file(), out));
      }
    }
    String stem = Outbox.stem(file.name());
    outbox.write(folder, stem + ".result.html", out -> AnswerHtml.write(answer, out));
    outbox.write(folder, stem + ".result.json", out -> AnswerJson.write(answer, out));
  }
}
