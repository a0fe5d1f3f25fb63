package org.fxbb.readers.feed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a feed and its columns mean, in words for those who fill it in: English and Bangla, with
 * examples. Read from {@code <kind>_<name>.csv} beside {@link Feeds}; the line without a column is
 * that of the feed.
 *
 * @param feed the feed itself; its examples are empty
 * @param columns by name, every column of the feed
 */
public record FeedText(Text feed, Map<String, Text> columns) {
  private static final int EXAMPLES = 3;

  /**
   * What one thing means.
   *
   * @param examples one cell for each row of the example file; empty where the cell is
   */
  public record Text(
      String titleEn, String titleBn, String meaningEn, String meaningBn, List<String> examples) {

    private static Text of(NamedCsvRecord row) {
      return new Text(
          row.getField("title_en"),
          row.getField("title_bn"),
          row.getField("meaning_en"),
          row.getField("meaning_bn"),
          List.of(row.getField("example_1"), row.getField("example_2"), row.getField("example_3")));
    }
  }

  /** How many rows the example file of a feed has. */
  public static int exampleRows() {
    return EXAMPLES;
  }

  /**
   * The words of a feed.
   *
   * @throws IllegalStateException where there are none, or one of its columns has none
   */
  public static FeedText of(Feed feed) {
    Map<String, Text> texts = new LinkedHashMap<>();
    try (InputStream in = FeedText.class.getResourceAsStream(nameOf(feed))) {
      if (in == null) {
        throw new IllegalStateException(
            "Cannot describe the feed %s: expected %s beside Feeds, found none."
                .formatted(feed.name(), nameOf(feed)));
      }
      CsvReader.builder()
          .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
          .forEach(row -> texts.put(row.getField("column"), Text.of(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Text ofFeed = texts.remove("");
    List<String> names = feed.columns().stream().map(Column::name).toList();
    if (ofFeed == null || !List.copyOf(texts.keySet()).equals(names)) {
      throw new IllegalStateException(
          "Cannot describe the feed %s: expected a line for the feed and for each of %s in %s, found %s."
              .formatted(feed.name(), names, nameOf(feed), texts.keySet()));
    }
    return new FeedText(ofFeed, texts);
  }

  /** What a column means. */
  public Text of(Column column) {
    Text text = columns.get(column.name());
    if (text == null) {
      throw new IllegalArgumentException("No text for the column " + column.name());
    }
    return text;
  }

  private static String nameOf(Feed feed) {
    return feed.kind().name().toLowerCase(Locale.ROOT) + "_" + feed.name() + ".csv";
  }
}
