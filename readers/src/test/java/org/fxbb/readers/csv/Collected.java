package org.fxbb.readers.csv;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.notice.Notice;

/** Keeps all that a reader hands out. */
final class Collected implements FeedRowSink {
  final List<FeedRow> rows = new ArrayList<>();
  final List<RejectedRow> rejected = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();
  CsvSummary summary = new CsvSummary(0, 0, 0, List.of(), ',', false);

  @Override
  public void row(FeedRow row) {
    rows.add(row);
  }

  @Override
  public void rejected(RejectedRow row, List<Notice> why) {
    rejected.add(row);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  List<String> codes() {
    return notices.stream().map(Notice::code).toList();
  }
}
