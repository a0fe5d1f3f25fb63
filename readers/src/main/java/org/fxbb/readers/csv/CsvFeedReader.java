package org.fxbb.readers.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.LocationResolver;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filing or registry file.
 *
 * <p>Whatever the bytes are, the outcome is rows and notices, never an exception about the data;
 * only a failing stream throws {@link IOException}. Memory stays bounded by the limits.
 * Thread-safe.
 *
 * <p><b>Source:</b> spec 4.3.
 */
public final class CsvFeedReader {

  private final Limits limits;
  private final LocationResolver locations;

  /** Makes a reader; one serves for all files. */
  public CsvFeedReader(Limits limits, LocationResolver locations) {
    this.limits = limits;
    this.locations = locations;
  }

  /**
   * Reads a whole file.
   *
   * @param feed what the file should hold
   * @param period the month of the file name, which a {@code period} column must agree with; null
   *     for registry files
   * @param bytes plain or gzip, told apart by their first bytes; not closed
   */
  public CsvSummary read(Feed feed, @Nullable YearMonth period, InputStream bytes, FeedRowSink sink)
      throws IOException {
    Counter counter = new Counter(sink);
    try {
      CsvText text =
          CsvText.open(
              DeliveredBytes.openLimited(bytes, limits.fileBytes(), limits.archiveRatio()));
      counter.separator = text.separator();
      readText(feed, period, new RawRecords(text, limits), counter);
      counter.complete = true;
    } catch (RefusedContentException e) {
      sink.notice(e.notice());
    } catch (CharacterCodingException e) {
      sink.notice(CsvText.notUtf8());
    }
    return counter.summary();
  }

  private void readText(Feed feed, @Nullable YearMonth period, RawRecords records, Counter counter)
      throws IOException {
    RawRecord header = nextFilled(records);
    if (header == null) {
      throw new RefusedContentException(new EmptyFileNotice());
    }
    counter.header = header.cells();
    HeaderBinding binding = HeaderBinding.bind(feed, header, limits);
    if (binding.fatal() != null) {
      binding.notices().stream().filter(n -> n != binding.fatal()).forEach(counter.sink::notice);
      throw new RefusedContentException(binding.fatal());
    }
    binding.notices().forEach(counter.sink::notice);
    RowParser rows = new RowParser(feed, binding, new CellParser(period), limits, locations);
    for (RawRecord raw = nextFilled(records); raw != null; raw = nextFilled(records)) {
      List<Notice> notices = new ArrayList<>();
      counter.add(raw, rows.parse(raw, notices), notices);
    }
  }

  /** Passes over blank lines: they are numbered, as a spreadsheet does, but are no records. */
  private static @Nullable RawRecord nextFilled(RawRecords records) throws IOException {
    RawRecord raw = records.next();
    while (raw != null && raw.isBlank()) {
      raw = records.next();
    }
    return raw;
  }

  /** Hands rows on and counts them. */
  private static final class Counter {
    private final FeedRowSink sink;
    private List<String> header = List.of();
    private char separator = ',';
    private long good;
    private long bad;
    private boolean complete;

    Counter(FeedRowSink sink) {
      this.sink = sink;
    }

    void add(RawRecord raw, @Nullable FeedRow row, List<Notice> notices) {
      notices.forEach(sink::notice);
      if (row == null) {
        bad++;
        sink.rejected(RejectedRow.of(raw), notices);
      } else {
        good++;
        sink.row(row);
      }
    }

    CsvSummary summary() {
      return new CsvSummary(good + bad, good, bad, header, separator, complete);
    }
  }
}
