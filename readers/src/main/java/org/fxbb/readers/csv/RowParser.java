package org.fxbb.readers.csv;

import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.ColumnType;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.LocationResolver;
import org.fxbb.readers.feed.LocationResolver.Ambiguous;
import org.fxbb.readers.feed.LocationResolver.Found;
import org.fxbb.readers.feed.LocationResolver.NotFound;
import org.fxbb.readers.feed.LocationResolver.Place;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.RowNotice.AmbiguousLocationNotice;
import org.fxbb.readers.notice.RowNotice.CellTooLongNotice;
import org.fxbb.readers.notice.RowNotice.MissingRequiredValueNotice;
import org.fxbb.readers.notice.RowNotice.NormalizedValueNotice;
import org.fxbb.readers.notice.RowNotice.UnknownLocationNotice;
import org.fxbb.readers.notice.RowNotice.WrongCellCountNotice;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of a feed from a record; tells everything that is wrong with it, not the first only.
 */
final class RowParser {

  private final Feed feed;
  private final HeaderBinding header;
  private final CellParser cells;
  private final Limits limits;
  private final LocationResolver locations;

  RowParser(
      Feed feed,
      HeaderBinding header,
      CellParser cells,
      Limits limits,
      LocationResolver locations) {
    this.feed = feed;
    this.header = header;
    this.cells = cells;
    this.limits = limits;
    this.locations = locations;
  }

  /** The row, or null where one of the notices added is an ERROR. */
  @Nullable FeedRow parse(RawRecord raw, List<Notice> notices) {
    long row = raw.number();
    if (raw.cellCount() != header.width()) {
      notices.add(
          new WrongCellCountNotice(
              row, String.valueOf(raw.cellCount()), String.valueOf(header.width())));
      return null;
    }
    if (raw.longestCell() > limits.cellChars()) {
      notices.add(
          new CellTooLongNotice(
              row,
              nameOf(raw.longestIndex()),
              raw.longestCell() + " characters",
              "at most " + limits.cellChars() + " characters"));
      return null;
    }
    @Nullable Object[] values = new @Nullable Object[feed.columns().size()];
    for (int i = 0; i < values.length; i++) {
      Column column = feed.columns().get(i);
      int at = header.cellOf().get(i);
      if (column.type() == ColumnType.LOCATION) {
        values[i] = place(column, raw, notices);
      } else if (at >= 0) {
        values[i] = cells.parse(column, raw.cells().get(at), row, notices);
      }
    }
    boolean good = notices.stream().allMatch(n -> n.severity().compareTo(Severity.WARNING) >= 0);
    return good ? new FeedRow(feed, row, raw.cells(), values) : null;
  }

  private String nameOf(int cell) {
    int column = header.cellOf().indexOf(cell);
    return column < 0 ? "number " + (cell + 1) : feed.columns().get(column).name();
  }

  private @Nullable String place(Column column, RawRecord raw, List<Notice> notices) {
    int before = notices.size();
    @Nullable String[] parts = new @Nullable String[header.placeCells().size()];
    boolean any = false;
    for (int p = 0; p < parts.length; p++) {
      int at = header.placeCells().get(p);
      if (at >= 0) {
        String name = p == 0 ? column.name() : HeaderBinding.PLACE_NAMES.get(p - 1);
        parts[p] = cells.parsePlace(name, raw.cells().get(at), raw.number(), notices);
        any |= parts[p] != null;
      }
    }
    if (!any) {
      boolean silent = notices.size() == before;
      if (column.required() && silent) {
        notices.add(new MissingRequiredValueNotice(raw.number(), column.name()));
      }
      return null;
    }
    Place place =
        parts[0] == null
            ? new Place(null, parts[1], parts[2], parts[3])
            : new Place(parts[0], null, null, null);
    return resolve(column, place, raw.number(), notices);
  }

  private @Nullable String resolve(Column column, Place place, long row, List<Notice> notices) {
    String quoted = String.valueOf(NoticeCatalogue.shorten(place.quoted()));
    LocationResolver.Resolution resolution = locations.resolve(place);
    if (resolution instanceof Found found) {
      if (found.translated()) {
        notices.add(new NormalizedValueNotice(row, column.name(), quoted, found.locationCode()));
      }
      return found.locationCode();
    }
    if (resolution instanceof Ambiguous ambiguous) {
      notices.add(
          new AmbiguousLocationNotice(
              row, column.name(), quoted, String.join("; ", ambiguous.candidates())));
    } else if (resolution instanceof NotFound unknown) {
      notices.add(
          new UnknownLocationNotice(
              row, column.name(), quoted, String.join("; ", unknown.nearest())));
    }
    return null;
  }
}
