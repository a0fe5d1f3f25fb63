package org.fxbb.readers.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.LocationResolver;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.RowNotice.BrokenRowNotice;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of a CSV file that somebody else has cut out of it, in the same dialect and with
 * the same notices as {@link CsvFeedReader}. Not thread-safe.
 *
 * <p><b>Source:</b> spec 4.3.
 */
public final class SingleRecords {
  /** Stands for bytes that are not UTF-8. */
  private static final char UNREADABLE = '\uFFFD';

  private final char separator;
  private final Limits limits;
  private final HeaderBinding header;
  private final long headerNumber;
  private final List<String> headerCells;
  private final RowParser rows;

  private SingleRecords(
      Feed feed, char separator, Limits limits, HeaderBinding header, RawRecord first) {
    this.separator = separator;
    this.limits = limits;
    this.header = header;
    this.headerNumber = first.number();
    this.headerCells = List.copyOf(first.cells());
    LocationResolver nowhere =
        place -> {
          throw new IllegalStateException("Feed " + feed.name() + " has no places.");
        };
    this.rows = new RowParser(feed, header, new CellParser(null), limits, nowhere);
  }

  /**
   * A record as it was understood.
   *
   * @param row null where one of the notices is an ERROR
   */
  public record Reading(@Nullable FeedRow row, RejectedRow asDelivered, List<Notice> notices) {}

  /**
   * Reads the header.
   *
   * @param beginning of the file, whole lines of UTF-8 with at least the header among them
   * @throws RefusedContentException where the header does not allow to read any row
   */
  public static SingleRecords open(Feed feed, byte[] beginning, Limits limits) throws IOException {
    byte[] readable =
        new String(beginning, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    CsvText text = CsvText.open(new ByteArrayInputStream(readable));
    RawRecords records = new RawRecords(text, limits);
    RawRecord first = records.next();
    while (first != null && first.isBlank()) {
      first = records.next();
    }
    if (first == null) {
      throw new RefusedContentException(new EmptyFileNotice());
    }
    if (first.cells().stream().anyMatch(cell -> cell.indexOf(UNREADABLE) >= 0)) {
      throw new RefusedContentException(CsvText.notUtf8());
    }
    HeaderBinding header = HeaderBinding.bind(feed, first, limits);
    if (header.fatal() != null) {
      throw new RefusedContentException(header.fatal());
    }
    return new SingleRecords(feed, text.separator(), limits, header, first);
  }

  /** Whether a first line only names the separator, as {@code sep=;} does. */
  public static boolean isSeparatorLine(String line) {
    return CsvText.isSeparatorLine(line);
  }

  /** Comma, semicolon or tab. */
  public char separator() {
    return separator;
  }

  /** The number of the header among the records of the file, blank lines counted, from 1. */
  public long headerNumber() {
    return headerNumber;
  }

  /** The cells of the header as written. */
  public List<String> headerCells() {
    return headerCells;
  }

  /** Per cell of the header the position of its column in the feed, or -1. */
  public int[] columnOfCell() {
    int[] columns = new int[header.width()];
    Arrays.fill(columns, -1);
    for (int i = 0; i < header.cellOf().size(); i++) {
      int cell = header.cellOf().get(i);
      if (cell >= 0) {
        columns[cell] = i;
      }
    }
    return columns;
  }

  /** What is to be said about the header. */
  public List<Notice> notices() {
    return List.copyOf(header.notices());
  }

  /** Reads one record; null where it is blank. */
  public @Nullable Reading read(long number, String record) throws IOException {
    if (record.indexOf(UNREADABLE) >= 0) {
      return broken(number, record, "text in UTF-8");
    }
    RawRecord raw;
    try {
      raw = new RawRecords(new CsvText(new StringReader(record), separator), limits).next();
    } catch (RefusedContentException e) {
      return broken(number, record, "one CSV record, quoted as RFC 4180 says");
    }
    if (raw == null || raw.isBlank()) {
      return null;
    }
    RawRecord numbered =
        new RawRecord(number, raw.cells(), raw.cellCount(), raw.longestCell(), raw.longestIndex());
    List<Notice> notices = new ArrayList<>();
    FeedRow row = rows.parse(numbered, notices);
    return new Reading(row, RejectedRow.of(numbered), notices);
  }

  /** Rejects a record that is longer than a row may be. */
  public Reading tooLong(long number, String beginning, int mostBytes) {
    return broken(number, beginning, "at most " + mostBytes + " bytes");
  }

  private Reading broken(long number, String record, String expected) {
    Notice broken =
        new BrokenRowNotice(number, String.valueOf(NoticeCatalogue.shorten(record)), expected);
    String kept = CellText.beginning(record, limits.cellChars());
    return new Reading(null, RejectedRow.of(number, List.of(kept)), List.of(broken));
  }
}
