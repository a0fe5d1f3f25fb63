package org.fxbb.readers.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.csv.SingleRecords;
import org.fxbb.readers.csv.SingleRecords.Reading;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a part: plainly written ones from their bytes, all others like those of any
 * CSV file. Not thread-safe.
 *
 * <p><b>Source</b>: spec 4.3 and 4.7.
 */
public final class HistoryPartReader {
  private final SingleRecords records;
  private final int longest;
  private final int longestPlain;
  private final RecordEnds ends;
  private final PlainCells plain;
  private final HistoryRows rows;

  HistoryPartReader(Feed feed, SingleRecords records, Limits limits) {
    this.records = records;
    this.longest = limits.rowChars();
    this.longestPlain = Math.min(longest, limits.cellChars());
    this.ends = new RecordEnds((byte) records.separator(), longest);
    this.plain = new PlainCells(feed, records.columnOfCell(), (byte) records.separator());
    this.rows = new HistoryRows(feed);
  }

  /**
   * Reads a part of the file.
   *
   * @return how many records it has, blank ones apart
   */
  public long read(HistoryPart part, HistorySink sink) throws IOException {
    byte[] bytes = part.bytes();
    long row = part.firstRow();
    long found = 0;
    int at = 0;
    while (at < part.length()) {
      int next = ends.after(bytes, at, part.length(), true);
      found += record(bytes, at, lineEnd(bytes, at, next), row, sink) ? 1 : 0;
      at = next;
      row++;
    }
    return found;
  }

  private static int lineEnd(byte[] bytes, int from, int next) {
    int end = next;
    if (end > from && bytes[end - 1] == '\n') {
      end--;
    }
    return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  /** Whether there was a record. */
  private boolean record(byte[] bytes, int from, int to, long row, HistorySink sink)
      throws IOException {
    if (from == to) {
      return false;
    }
    if (to - from <= longestPlain && plain.read(bytes, from, to)) {
      Notice refused = rows.give(row, plain, sink);
      if (refused != null) {
        reject(read(bytes, from, to, row), refused, sink);
      }
      return true;
    }
    Reading reading = read(bytes, from, to, row);
    if (reading == null) {
      return false;
    }
    if (reading.row() == null) {
      sink.rejected(reading.asDelivered(), reading.notices());
      return true;
    }
    Notice refused = rows.give(row, new RowCells(reading.row()), sink);
    if (refused == null) {
      reading.notices().forEach(sink::notice);
    } else {
      reject(reading, refused, sink);
    }
    return true;
  }

  private @Nullable Reading read(byte[] bytes, int from, int to, long row) throws IOException {
    if (to - from > longest) {
      String beginning = new String(bytes, from, longest, StandardCharsets.UTF_8);
      return records.tooLong(row, beginning, longest);
    }
    return records.read(row, new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  private static void reject(@Nullable Reading reading, Notice refused, HistorySink sink) {
    if (reading == null) {
      throw new IllegalStateException("A record that was read plainly is blank.");
    }
    List<Notice> notices = new ArrayList<>(reading.notices());
    notices.add(refused);
    RejectedRow delivered = reading.asDelivered();
    sink.rejected(delivered, notices);
  }
}
