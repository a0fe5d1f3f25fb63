package org.fxbb.readers.guide;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.ColumnType;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedText;

/**
 * The empty template and the good example of a feed, as a spreadsheet opens them: UTF-8 with a byte
 * order mark, lines ended by CR and LF. The optional column {@code period} is left out.
 *
 * <p><b>Source</b>: spec 4.4.
 */
public final class Sheets {
  private Sheets() {}

  /** The header alone. */
  public static String template(Feed feed) {
    return write(feed, 0);
  }

  /** The header and rows that are loaded without a notice. */
  public static String example(Feed feed) {
    return write(feed, FeedText.exampleRows());
  }

  private static String write(Feed feed, int rows) {
    FeedText text = FeedText.of(feed);
    List<Column> columns =
        feed.columns().stream().filter(c -> c.type() != ColumnType.PERIOD).toList();
    StringWriter sheet = new StringWriter();
    sheet.write('\ufeff');
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(sheet)) {
      csv.writeRecord(columns.stream().map(Column::name).toList());
      for (int i = 0; i < rows; i++) {
        int row = i;
        csv.writeRecord(columns.stream().map(c -> text.of(c).examples().get(row)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sheet.toString();
  }
}
