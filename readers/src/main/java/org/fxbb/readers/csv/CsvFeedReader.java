package org.fxbb.readers.csv;

import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.LocationResolver;
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
    if (bytes.read() < 0 || limits.columns() == 0 || locations == null || feed == null) {
      return new CsvSummary(0, 0, 0, List.of(), true);
    }
    throw new UnsupportedOperationException("not built yet");
  }
}
