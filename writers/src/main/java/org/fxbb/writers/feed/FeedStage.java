package org.fxbb.writers.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.writers.copy.CopyRows;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;

/**
 * Stages the good rows of a CSV file with their numbers and cells, in the layout {@code
 * <kind>_<feed>} that has the feed's columns.
 *
 * <p><b>Lifecycle</b>: {@link #row} in any order, {@link #flush} before statements read them. Not
 * thread-safe.
 */
public final class FeedStage {
  private final Load load;
  private final Feed feed;
  private final CopyTable rows;

  /** Stages for a load that was begun with {@link #layout}. */
  public FeedStage(Load load, Feed feed) {
    this.load = load;
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
    CopyRows cells = rows.row().int8(row.rowNumber()).text(CsvRecordText.join(row.rawCells()));
    for (Column column : feed.columns()) {
      String name = column.name();
      switch (column.type()) {
        case TEXT, ENUM, LOCATION, PERIOD -> cells.text((String) row.value(name));
        case DECIMAL, RATIO -> cells.numeric((BigDecimal) row.value(name));
        case INTEGER -> cells.int8((Long) row.value(name));
        case DATE -> cells.date((LocalDate) row.value(name));
        case INSTANT -> cells.time((Instant) row.value(name));
        case BOOLEAN -> cells.bool((Boolean) row.value(name));
        case UUID -> cells.uuid((UUID) row.value(name));
      }
    }
  }

  /** Makes what was added visible to statements of the load. */
  public void flush() {
    rows.flush();
  }

  /**
   * Takes the rows with an error out of staging and into quarantine. The notices must be visible.
   */
  public void takeOutBadRows() {
    flush();
    load.run(sql("quarantineBadRows"), Map.of());
    load.run(sql("dropBadRows"), Map.of());
  }

  /**
   * Names the rows whose key an earlier row has: with the same values they are duplicates, with
   * others they are wrong.
   */
  public void listRepeatedKeys(RepeatedKeys rows) {
    flush();
    load.stream(
        sql("listRepeatedKeys"),
        Map.of(),
        row ->
            rows.repeated(
                row.getLong("row_number"),
                row.getLong("first_row"),
                row.getString("found"),
                row.getBoolean("same_values")));
  }

  /** Takes out every row whose key an earlier row has, and returns how many there were. */
  public long dropRepeatedRows() {
    return load.run(sql("dropRepeatedRows"), Map.of());
  }

  /** Rows that are staged now. */
  public long count() {
    return count("countRows");
  }

  /** Rows of the file that are in quarantine now. */
  public long countQuarantined() {
    return count("countQuarantine");
  }

  /** Receives rows that repeat a key. */
  @FunctionalInterface
  public interface RepeatedKeys {
    /** Row {@code row} has the key {@code key} of row {@code first}. */
    void repeated(long row, long first, String key, boolean sameValues);
  }

  private long count(String name) {
    return load.query(sql(name), Map.of(), (row, i) -> row.getLong("n")).get(0);
  }

  /** The statement with the names of this feed's columns. */
  private String sql(String name) {
    List<String> key = feed.key();
    List<String> values =
        feed.columns().stream().map(Column::name).filter(c -> !key.contains(c)).toList();
    return SqlText.of(FeedStage.class, name)
        .replace("{layout}", layout(feed))
        .replace("{key}", String.join(", ", key))
        .replace("{s.key}", qualified("s", key))
        .replace("{s.values}", qualified("s", values))
        .replace("{f.values}", qualified("f", values));
  }

  private static String qualified(String alias, List<String> columns) {
    return columns.stream().map(c -> alias + "." + c).collect(Collectors.joining(", "));
  }
}
