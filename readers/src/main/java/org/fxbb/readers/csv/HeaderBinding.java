package org.fxbb.readers.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fxbb.readers.Limits;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.ColumnType;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.notice.FileNotice;
import org.fxbb.readers.notice.FileNotice.DuplicateColumnNotice;
import org.fxbb.readers.notice.FileNotice.MissingHeaderNotice;
import org.fxbb.readers.notice.FileNotice.MissingRequiredColumnNotice;
import org.fxbb.readers.notice.FileNotice.TooManyColumnsNotice;
import org.fxbb.readers.notice.FileNotice.UnknownColumnNotice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a row belongs to which column of the feed.
 *
 * @param width cells of the header
 * @param cellOf per column of the feed its cell, or -1
 * @param placeCells the cells of the code, division, district and upazila of a place, or -1
 * @param notices what is wrong with the header; where one is FATAL no row may be read
 */
record HeaderBinding(
    int width, List<Integer> cellOf, List<Integer> placeCells, List<FileNotice> notices) {

  private static final List<String> CODE_NAMES = List.of("location", "bbs_code", "location_code");
  static final List<String> PLACE_NAMES = List.of("division", "district", "upazila");

  /** Matches names without case, spaces, underscores and hyphens. */
  static HeaderBinding bind(Feed feed, RawRecord header, Limits limits) {
    List<FileNotice> notices = new ArrayList<>();
    if (header.cellCount() > limits.columns()) {
      notices.add(
          new TooManyColumnsNotice(header.cellCount() + " columns", "at most " + limits.columns()));
      return new HeaderBinding(header.cellCount(), List.of(), List.of(), notices);
    }
    List<String> found = header.cells().stream().map(HeaderBinding::simple).toList();
    int[] cellOf = new int[feed.columns().size()];
    int[] place = {-1, -1, -1, -1};
    boolean[] known = new boolean[found.size()];
    for (int i = 0; i < cellOf.length; i++) {
      Column column = feed.columns().get(i);
      boolean isPlace = column.type() == ColumnType.LOCATION;
      cellOf[i] =
          locate(
              found, isPlace ? CODE_NAMES : List.of(column.name()), column.name(), known, notices);
      if (isPlace) {
        place[0] = cellOf[i];
        for (int p = 0; p < PLACE_NAMES.size(); p++) {
          String name = PLACE_NAMES.get(p);
          place[p + 1] = locate(found, List.of(name), name, known, notices);
        }
      }
      boolean named = isPlace && Math.max(place[1], Math.max(place[2], place[3])) >= 0;
      if (column.required() && cellOf[i] < 0 && !named) {
        notices.add(new MissingRequiredColumnNotice(column.name(), listColumns(feed)));
      }
    }
    boolean any = false;
    for (int i = 0; i < known.length; i++) {
      any |= known[i];
      if (!known[i]) {
        String name = CellText.trim(header.cells().get(i));
        notices.add(
            new UnknownColumnNotice(
                name.isEmpty() ? "(no name)" : shorten(name), listColumns(feed)));
      }
    }
    if (!any) {
      notices.clear();
      notices.add(
          new MissingHeaderNotice(shorten(String.join(", ", header.cells())), listColumns(feed)));
    }
    return new HeaderBinding(
        header.cellCount(),
        Arrays.stream(cellOf).boxed().toList(),
        Arrays.stream(place).boxed().toList(),
        notices);
  }

  /** The first reason why no row may be read; null where rows may be read. */
  @Nullable FileNotice fatal() {
    return notices.stream().filter(n -> n.severity() == Severity.FATAL).findFirst().orElse(null);
  }

  private static int locate(
      List<String> found,
      List<String> names,
      String column,
      boolean[] known,
      List<FileNotice> notices) {
    int at = -1;
    for (int i = 0; i < found.size(); i++) {
      for (String name : names) {
        if (!known[i] && found.get(i).equals(simple(name))) {
          known[i] = true;
          if (at >= 0) {
            notices.add(new DuplicateColumnNotice(column));
          }
          at = i;
        }
      }
    }
    return at;
  }

  private static String simple(String name) {
    StringBuilder out = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> c != '_' && c != '-' && !CellText.isSpace(c))
        .forEach(out::appendCodePoint);
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static String shorten(String text) {
    return String.valueOf(NoticeCatalogue.shorten(text));
  }

  private static String listColumns(Feed feed) {
    return feed.columns().stream()
        .filter(c -> c.type() != ColumnType.PERIOD)
        .map(Column::name)
        .collect(Collectors.joining(", "));
  }
}
