package org.fxbb.readers.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;

/** What comes of a file, in the words of {@code conformance.txt}: by row, its notices first. */
public final class Outcome implements FeedRowSink {
  private static final int NOTICE = 0;
  private static final int ROW = 1;

  /** Something said about a row, the first row being 1, or about the whole file. */
  private record Line(long row, int kind, String text) {}

  private final List<Line> said = new ArrayList<>();
  private boolean refused;

  /** Everything, by row. */
  public List<String> lines() {
    return said.stream()
        .sorted(Comparator.comparingLong(Line::row).thenComparing(Line::kind))
        .map(Line::text)
        .toList();
  }

  /** Whether a notice refuses the file. */
  public boolean isRefused() {
    return refused;
  }

  /** Takes a row by its values in the order of the feed. */
  public void row(long number, @Nullable Object... values) {
    String text =
        Arrays.stream(values)
            .map(value -> value == null ? "" : value.toString())
            .collect(Collectors.joining("|"))
            .replaceFirst("\\|+$", "");
    said.add(new Line(number, ROW, "row " + number + ": " + text));
  }

  @Override
  public void row(FeedRow row) {
    row(row.rowNumber(), row.feed().columns().stream().map(Column::name).map(row::value).toArray());
  }

  @Override
  public void rejected(RejectedRow row, List<Notice> why) {
    String text = "bad " + row.rowNumber() + ": " + String.join("|", row.cells());
    said.add(new Line(row.rowNumber(), ROW, text));
  }

  @Override
  public void notice(Notice notice) {
    boolean isFatal = notice.severity() == Severity.FATAL;
    refused |= isFatal;
    Long row = notice.rowNumber();
    long order = row != null ? row : isFatal ? Long.MAX_VALUE : 1;
    StringBuilder text = new StringBuilder(notice.code());
    text.append(row == null ? "" : " " + row);
    text.append(notice.columnName() == null ? "" : " " + notice.columnName());
    text.append(notice.found() == null ? "" : ": " + notice.found());
    boolean isReading = notice.code().equals("normalized_value");
    text.append(isReading ? " -> " + notice.expected() : "");
    said.add(new Line(order, NOTICE, text.toString()));
  }
}
