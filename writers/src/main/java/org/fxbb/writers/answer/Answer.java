package org.fxbb.writers.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is told about one file, in whatever form.
 *
 * @param file the file
 * @param text what became of it and what to do
 * @param deadline of filings, the first instant that is too late; else null
 * @param difference what changed since the try before; null where there was none
 * @param notices where its notices are
 * @param members of a zip, the answers to its members; else none
 */
record Answer(
    AnsweredFile file,
    AnswerText text,
    @Nullable Instant deadline,
    @Nullable Difference difference,
    FileNotices notices,
    List<Answer> members) {
  /** Lines of dumps are no rows, and those of apps tell about people. */
  private static final List<String> NO_CSV = List.of("AGENT", "APP");

  static Answer of(
      AnsweredFile file, FileNotices notices, FilingDeadlines deadlines, List<Answer> members) {
    LocalDate period = file.isFiling() ? file.period() : null;
    Difference difference = notices.findDifference(file);
    return new Answer(
        file,
        members.isEmpty()
            ? AnswerText.of(file, difference, deadlines)
            : AnswerText.ofZip(file, members),
        period == null ? null : deadlines.deadline(period),
        difference,
        notices,
        members);
  }

  /** The file with the rows that failed; null where none did, or where a dump is told. */
  @Nullable String rejectedRows() {
    return !NO_CSV.contains(file.inbox()) && notices.hasRejectedRows(file)
        ? RejectedRows.nameOf(file.name())
        : null;
  }
}
