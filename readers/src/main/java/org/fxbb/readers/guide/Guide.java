package org.fxbb.readers.guide;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.feed.FeedText;
import org.fxbb.readers.feed.Feeds;
import org.jspecify.annotations.Nullable;

/**
 * Everything a sender needs to fill in its files, made from the declarations of the feeds so that
 * it cannot drift from what is checked.
 *
 * <p><b>Shape</b>: {@code guide.html}, and for each feed {@code <feed>.schema.json} (Frictionless
 * Table Schema), {@code <feed>.template.csv} and {@code <feed>.example.csv}.
 *
 * <p><b>Source</b>: spec 4.4.
 */
public final class Guide {
  /** Name of the page. */
  public static final String PAGE = "guide.html";

  private final Kind kind;
  private final Map<Feed, FeedText> feeds = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();

  private Guide(Kind kind) {
    this.kind = kind;
    for (Feed feed : Feeds.listAll()) {
      if (feed.kind() == kind) {
        feeds.put(feed, FeedText.of(feed));
        files.put(feed.name() + ".schema.json", TableSchema.of(feed));
        files.put(feed.name() + ".template.csv", Sheets.template(feed));
        files.put(feed.name() + ".example.csv", Sheets.example(feed));
      }
    }
  }

  /**
   * What the page of one sender says beside the feeds.
   *
   * @param sender ISP whose files are named in examples
   * @param dueDay day of the following month by whose end a filing is due
   * @param correctionDays working days for correcting a file that was rejected for its rows
   * @param due the month that is to be filed now; null where the page is nobody's in particular
   * @param popCodes of the ISP, as registered
   */
  public record Facts(
      String sender, int dueDay, int correctionDays, @Nullable Due due, List<String> popCodes) {
    /** The month that file names of the page have. */
    String month() {
      return due == null ? "2026-01" : due.month().toString();
    }
  }

  /**
   * A month of filings.
   *
   * @param month the month that is filed
   * @param lastDay the last day on which it is in time, in Dhaka
   */
  public record Due(YearMonth month, LocalDate lastDay) {}

  /** The guide to the monthly filings of ISPs. */
  public static Guide ofFilings() {
    return new Guide(Kind.FILING);
  }

  /** The guide to the regulator's own lists. */
  public static Guide ofRegistry() {
    return new Guide(Kind.REGISTRY);
  }

  /** The files that are the same for every sender, by name. */
  public Map<String, String> listFiles() {
    return Collections.unmodifiableMap(files);
  }

  /** The page {@link #PAGE} for one sender. */
  public String page(Facts facts) {
    return GuidePage.of(kind, feeds, facts);
  }
}
