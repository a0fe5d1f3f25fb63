package org.fxbb.readers.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.csv.SingleRecords;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.notice.FileNotice;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.FileNotice.RowTooLongNotice;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a history file of any size into parts of whole records, in the order of the file.
 *
 * <p>A line that is longer than a row may be keeps its beginning, one byte more than a row may
 * have, so that no reader takes it for a row. A quotation mark that is opened and not closed within
 * the length of a row ends with its line.
 *
 * <p><b>Lifecycle</b>: {@link #next} may be called by several threads; each part is given once.
 * Memory is bounded by the parts that are held and one row.
 *
 * <p><b>Source</b>: spec 4.3 and 4.7.
 */
public final class HistoryParts {
  /** Size of a part, bytes. */
  public static final int PART_BYTES = 16 << 20;

  private static final int LONGEST_BLANK = 1_024;

  private final InputStream in;
  private final int partBytes;
  private final int longestRow;
  private final Feed feed;
  private final Limits limits;
  private final byte[] beginning;
  private final SingleRecords header;
  private final RecordEnds ends;
  private byte[] carried = {};
  private boolean ended;
  private @Nullable FileNotice damage;
  private boolean inLongRow;
  private long nextRow;
  private int given;

  private HistoryParts(Feed feed, InputStream in, Limits limits, int partBytes) throws IOException {
    this.in = in;
    this.partBytes = partBytes;
    this.feed = feed;
    this.limits = limits;
    this.longestRow = limits.rowChars();
    byte[] first = new byte[longestRow];
    int filled = 0;
    while (!ended && filled < longestRow) {
      filled += fill(first, filled);
    }
    this.carried = Arrays.copyOf(first, filled);
    this.beginning = Arrays.copyOf(carried, endOfHeader());
    this.header = SingleRecords.open(feed, beginning, limits);
    this.ends = new RecordEnds((byte) header.separator(), longestRow);
    skipHeader();
  }

  /**
   * Begins to read a file.
   *
   * @param plain decompressed bytes; not closed
   * @throws RefusedContentException where the header does not allow to read any row
   */
  public static HistoryParts open(Feed feed, InputStream plain, Limits limits, int partBytes)
      throws IOException {
    return new HistoryParts(feed, Utf8Bytes.of(plain), limits, partBytes);
  }

  /** What is to be said about the header. */
  public List<Notice> notices() {
    return header.notices();
  }

  /** What stands between cells. */
  public char separator() {
    return header.separator();
  }

  /** The cells of the header as written. */
  public List<String> headerCells() {
    return header.headerCells();
  }

  /** A reader of parts of this file, for one thread. */
  public HistoryPartReader reader() throws IOException {
    return new HistoryPartReader(feed, SingleRecords.open(feed, beginning, limits), limits);
  }

  /** The next part; null at the end of the file. */
  public synchronized @Nullable HistoryPart next() throws IOException {
    HistoryPart part;
    do {
      part = cut();
    } while (part == null && !ended);
    return part;
  }

  /** The whole records among what was carried over and the next bytes; null where there is none. */
  private @Nullable HistoryPart cut() throws IOException {
    byte[] bytes = Arrays.copyOf(carried, carried.length + partBytes);
    int filled = carried.length;
    while (!ended && filled < bytes.length) {
      filled += fill(bytes, filled);
    }
    int from = inLongRow ? leaveLongRow(bytes, filled) : 0;
    int at = from;
    long firstRow = nextRow;
    while (at < filled && !inLongRow) {
      int end = endOfRecord(bytes, at, filled);
      if (end == RecordEnds.NONE) {
        break;
      }
      at = end;
      nextRow++;
    }
    carried = Arrays.copyOfRange(bytes, inLongRow ? withoutCr(bytes, filled) : at, filled);
    if (at == from) {
      return null;
    }
    byte[] own = from == 0 ? bytes : Arrays.copyOfRange(bytes, from, at);
    given++;
    return new HistoryPart(given, firstRow, own, at - from);
  }

  private int endOfRecord(byte[] bytes, int from, int to) {
    int end = ends.after(bytes, from, to, ended && damage == null);
    boolean isLong = to - from > longestRow + 1 && bytes[to - 1] != '\r';
    return end == RecordEnds.NONE && isLong ? cutLongRow(bytes, from) : end;
  }

  /** The end of the first line that says something, which has the names of the columns. */
  private int endOfHeader() throws RefusedContentException {
    int at = startsWithSeparatorLine() ? RecordEnds.afterLine(carried, 0, carried.length) : 0;
    int end = RecordEnds.afterLine(carried, at, carried.length);
    while (end < carried.length && isBlank(at, end)) {
      at = end;
      end = RecordEnds.afterLine(carried, at, carried.length);
    }
    end = behindQuotedLineEnds(at, end);
    if (end == carried.length && damage != null) {
      throw new RefusedContentException(damage);
    }
    if (end == carried.length && !ended) {
      throw new RefusedContentException(
          new RowTooLongNotice(1L, "more than " + longestRow + " bytes", "a header line"));
    }
    return end;
  }

  /**
   * The end of a header with line ends inside its names; that of its first line where it has none.
   */
  private int behindQuotedLineEnds(int from, int firstEnd) {
    int end = firstEnd;
    while (hasOpenQuote(from, end) && end < carried.length) {
      end = RecordEnds.afterLine(carried, end, carried.length);
    }
    return hasOpenQuote(from, end) ? firstEnd : end;
  }

  private boolean hasOpenQuote(int from, int to) {
    boolean open = false;
    for (int i = from; i < to; i++) {
      open ^= carried[i] == '"';
    }
    return open;
  }

  private boolean isBlank(int from, int to) {
    String line =
        new String(carried, from, Math.min(to - from, LONGEST_BLANK), StandardCharsets.ISO_8859_1);
    return to - from <= LONGEST_BLANK && line.chars().allMatch(c -> " \t,;\r\n".indexOf(c) >= 0);
  }

  private int fill(byte[] bytes, int filled) throws IOException {
    try {
      int n = in.read(bytes, filled, bytes.length - filled);
      ended = n < 0;
      return Math.max(0, n);
    } catch (RefusedContentException e) {
      ended = true;
      damage = e.notice();
      return 0;
    }
  }

  /**
   * What ended the file too early, once {@link #next} has come to its end; null where nothing did.
   * The record in which it ended is not given.
   */
  public synchronized @Nullable Notice damage() {
    return damage;
  }

  /**
   * Cuts a line that has no end yet to one byte more than a row may have; its rest is passed over.
   */
  private int cutLongRow(byte[] bytes, int from) {
    inLongRow = true;
    int kept = longestRow + 1;
    bytes[from + kept] = '\n';
    return from + kept + 1;
  }

  /** A CR at the end may be the first half of a line end. */
  private static int withoutCr(byte[] bytes, int filled) {
    return filled > 0 && bytes[filled - 1] == '\r' ? filled - 1 : filled;
  }

  private int leaveLongRow(byte[] bytes, int filled) {
    int end = RecordEnds.afterLine(bytes, 0, filled);
    inLongRow = end == filled && !ended && (filled == 0 || bytes[filled - 1] != '\n');
    return end;
  }

  /** Passes over the header, blank lines before it, and a first line {@code sep=;}. */
  private void skipHeader() throws RefusedContentException {
    int at = 0;
    if (startsWithSeparatorLine()) {
      at = RecordEnds.afterLine(carried, 0, carried.length);
    }
    for (long record = 0; record < header.headerNumber(); record++) {
      int next = at < carried.length ? ends.after(carried, at, carried.length, true) : at;
      if (next == at) {
        throw new RefusedContentException(new EmptyFileNotice());
      }
      at = next;
    }
    carried = Arrays.copyOfRange(carried, at, carried.length);
    nextRow = header.headerNumber() + 1;
  }

  private boolean startsWithSeparatorLine() {
    int end = RecordEnds.afterLine(carried, 0, carried.length);
    String line = new String(carried, 0, Math.min(end, 8), StandardCharsets.US_ASCII);
    return SingleRecords.isSeparatorLine(line.lines().findFirst().orElse(""));
  }
}
