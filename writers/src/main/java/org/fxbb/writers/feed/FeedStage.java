package org.fxbb.writers.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;

/**
 * Stages the good rows of a CSV file with their numbers and cells, in the layout {@code
 * <kind>_<feed>} that has the feed's columns.
 *
 * <p><b>Lifecycle</b>: {@link #row} in any order, {@link #flush} before statements read them. Not
 * thread-safe.
 */
public final class FeedStage {
  private final Feed feed;
  private final CopyTable rows;

  /** Stages for a load that was begun with {@link #layout}. */
  public FeedStage(Load load, Feed feed) {
    this.feed = feed;
    List<String> columns = new ArrayList<>(List.of("row_number", "raw"));
    feed.columns().forEach(column -> columns.add(column.name()));
    this.rows = load.copy(layout(feed), columns);
  }

  /** The staging layout of a feed. */
  public static String layout(Feed feed) {
    return feed.kind().name().toLowerCase(Locale.ROOT) + "_" + feed.name();
  }

  /** Adds a row. */
  public void row(FeedRow row) {
    rows.row().int8(row.rowNumber()).text(CsvRecordText.join(row.rawCells()));
    for (Column column : feed.columns()) {
      String name = column.name();
      switch (column.type()) {
        case TEXT, ENUM, LOCATION, PERIOD -> rows.text((String) row.value(name));
        case DECIMAL, RATIO -> rows.numeric((BigDecimal) row.value(name));
        case INTEGER -> rows.int8((Long) row.value(name));
        case DATE -> rows.date((LocalDate) row.value(name));
        case INSTANT -> rows.time((Instant) row.value(name));
        case BOOLEAN -> rows.bool((Boolean) row.value(name));
        case UUID -> rows.uuid((UUID) row.value(name));
      }
    }
  }

  /** Makes what was added visible to statements of the load. */
  public void flush() {
    rows.flush();
  }
}
