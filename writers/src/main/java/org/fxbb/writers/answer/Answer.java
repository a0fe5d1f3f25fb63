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
 * @param warnings how many of its notices are warnings, those of its members too
 * @param deadline of filings, the first instant that is too late; else null
 * @param movedDays by how many days our own down-time moved the deadline
 * @param difference what changed since the try before; null where there was none
 * @param notices where its notices are
 * @param members of a zip, the answers to its members; else none
 */
record Answer(
    AnsweredFile file,
    AnswerText text,
    long warnings,
    @Nullable Instant deadline,
    int movedDays,
    @Nullable Difference difference,
    FileNotices notices,
    List<Answer> members) {
  private static final String WARNING = "WARNING";

  /** How an answer is to be taken at a glance. */
  enum Signal {
    /** Done. */
    GREEN,
    /** Done in part, or only when it was looked at again. */
    AMBER,
    /** Nothing was taken. */
    RED,
    /** Another file counts instead. */
    GREY
  }

  static Answer of(
      AnsweredFile file, FileNotices notices, FilingDeadlines deadlines, List<Answer> members) {
    LocalDate period = file.isFiling() ? file.period() : null;
    Difference difference = notices.findDifference(file);
    long warnings =
        isPast(file)
            ? 0
            : notices.count(file, WARNING) + members.stream().mapToLong(Answer::warnings).sum();
    long errors = notices.count(file, "ERROR");
    return new Answer(
        file,
        members.isEmpty()
            ? AnswerText.of(file, warnings, errors, difference, deadlines)
            : ZipText.of(file, warnings, errors, members),
        warnings,
        period == null ? null : deadlines.deadline(period),
        period == null ? 0 : deadlines.downDays(period),
        difference,
        notices,
        members);
  }

  /** Whether a later version took its place, so that its warnings ask nothing of anybody. */
  private static boolean isPast(AnsweredFile file) {
    return file.state().equals("SUPERSEDED") && file.reason() == null;
  }

  /**
   * The file with the rows that failed; null where none did, and of a dump: lines of dumps are no
   * rows, and those of apps tell about people.
   */
  @Nullable String rejectedRows() {
    return !file.isDump() && notices.hasRejectedRows(file)
        ? RejectedRows.nameOf(file.answerName())
        : null;
  }

  /** The worst of what it and its members say. */
  Signal signal() {
    if (!members.isEmpty() && members.stream().anyMatch(m -> m.signal() == Signal.RED)) {
      return file.state().equals("REJECTED") ? Signal.RED : Signal.AMBER;
    }
    AnsweredFile.Twin twin = file.twin();
    String state = file.state();
    return switch (state.equals("DUPLICATE") && twin != null ? twin.state() : state) {
      case "REJECTED" -> Signal.RED;
      case "ACCEPTED" -> warnings == 0 ? Signal.GREEN : Signal.AMBER;
      case "SUPERSEDED" -> warnings == 0 ? Signal.GREY : Signal.AMBER;
      default -> Signal.AMBER;
    };
  }
}
