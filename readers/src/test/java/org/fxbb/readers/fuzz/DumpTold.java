package org.fxbb.readers.fuzz;

import static org.fxbb.readers.fuzz.Sound.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.json.RejectedRecord;
import org.fxbb.readers.notice.Notice;

/**
 * All that a reader of dumps gave, as text, checked on the way.
 *
 * @param <S> the kind of submission
 */
public final class DumpTold<S> implements DumpSink<S> {
  private final Consumer<S> checks;
  private final List<String> all = new ArrayList<>();
  private long submissions;
  private long rejected;
  private long lastLine;

  /** Checks each submission on its own. */
  public DumpTold(Consumer<S> checks) {
    this.checks = checks;
  }

  @Override
  public void submission(S submission) {
    checks.accept(submission);
    Sound.text(submission.toString());
    submissions++;
    all.add(submission.toString());
  }

  @Override
  public void rejected(RejectedLine line, List<Notice> notices) {
    Sound.reasons(notices);
    Sound.text(line.text());
    check(line.lineNumber() > lastLine, "lines out of order", line.lineNumber(), lastLine);
    check(line.text().length() <= RejectedLine.LONGEST_TEXT, "too much of a line is kept");
    lastLine = line.lineNumber();
    rejected++;
    all.add(line + " " + notices);
  }

  @Override
  public void notice(Notice notice) {
    Sound.notice(notice);
    all.add(notice.toString());
  }

  /** Checks a record that was rejected within its submission. */
  public static void record(RejectedRecord record) {
    Sound.reasons(record.notices());
    Sound.text(record.path());
    Sound.text(record.text());
    check(!record.text().isEmpty(), "a record without a text", record);
  }

  /** Checks the balance against the lines of the file, where it is a plain one. */
  public List<String> balanced(DumpSummary summary, byte[] file) {
    check(
        summary.submissions() == submissions && summary.rejectedLines() == rejected,
        "the summary is not what was given",
        summary,
        submissions,
        rejected);
    check(summary.lines() == submissions + rejected, "no balance", summary);
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (summary.complete() && !text.startsWith("\u001f\u008b")) {
      String unmarked = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
      long filled =
          List.of(unmarked.split("\n", -1)).stream()
              .filter(line -> line.chars().anyMatch(c -> c != ' ' && c != '\t' && c != '\r'))
              .count();
      check(summary.lines() == filled, "lines are not those of the file", summary, filled);
    }
    return all;
  }
}
