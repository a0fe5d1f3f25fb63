package org.fxbb.writers.answer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    Map<Long, List<AnsweredFile>> members = readMembers(ids);
    List<AnsweredFile> all = new ArrayList<>(files);
    members.values().forEach(all::addAll);
    FileNotices notices = FileNotices.of(jdbc, all);
    for (AnsweredFile file : files) {
      try {
        if (!file.isOutdated()) {
          List<Answer> inside =
              members.getOrDefault(file.id(), List.of()).stream()
                  .map(member -> Answer.of(member, notices, deadlines, List.of()))
                  .toList();
          write(Answer.of(file, notices, deadlines, inside));
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

  /** The members of those files that are zips, which are answered with them. */
  private Map<Long, List<AnsweredFile>> readMembers(List<Long> ids) {
    Map<Long, Long> zips = new LinkedHashMap<>();
    jdbc.query(
        SqlText.of(FileAnswers.class, "listMembers"),
        Map.of("ids", ids.toArray(Long[]::new)),
        row -> {
          zips.put(row.getLong("id"), row.getLong("container_id"));
        });
    Map<Long, List<AnsweredFile>> members = new HashMap<>();
    for (AnsweredFile member : read(List.copyOf(zips.keySet()))) {
      members
          .computeIfAbsent(zips.getOrDefault(member.id(), 0L), id -> new ArrayList<>())
          .add(member);
    }
    return members;
  }

  private void write(Answer answer) {
    AnsweredFile file = answer.file();
    Path folder = outbox.of(file.inbox(), file.sender());
    List<Answer> all = new ArrayList<>(answer.members());
    all.add(answer);
    for (Answer one : all) {
      String rows = one.rejectedRows();
      if (rows == null) {
        outbox.retire(folder, RejectedRows.nameOf(one.file().answerName()));
      } else {
        outbox.write(folder, rows, out -> rejectedRows.write(one.file(), out));
      }
    }
    if (file.answerName().equals(file.name()) && file.isTrial()) {
      retireBeside(folder, file.name());
    }
    String stem = Outbox.stem(file.answerName());
    outbox.write(folder, stem + ".result.html", out -> AnswerHtml.write(answer, out));
    outbox.write(folder, stem + ".result.json", out -> AnswerJson.write(answer, out));
  }

  /** An earlier trial of the name may have been answered beside a filing. */
  private void retireBeside(Path folder, String name) {
    String stem = Outbox.stem(name + AnsweredFile.OF_TRIAL);
    for (String form : List.of(".result.html", ".result.json", ".rejected.csv")) {
      outbox.retire(folder, stem + form);
    }
  }
}
