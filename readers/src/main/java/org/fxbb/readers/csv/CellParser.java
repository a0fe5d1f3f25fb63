package org.fxbb.readers.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.RowNotice.CellTooLongNotice;
import org.fxbb.readers.notice.RowNotice.ControlCharactersNotice;
import org.fxbb.readers.notice.RowNotice.InvalidBooleanNotice;
import org.fxbb.readers.notice.RowNotice.InvalidDateNotice;
import org.fxbb.readers.notice.RowNotice.InvalidRatioNotice;
import org.fxbb.readers.notice.RowNotice.InvalidTimeNotice;
import org.fxbb.readers.notice.RowNotice.InvalidUuidNotice;
import org.fxbb.readers.notice.RowNotice.MissingRequiredValueNotice;
import org.fxbb.readers.notice.RowNotice.NormalizedValueNotice;
import org.fxbb.readers.notice.RowNotice.NotANumberNotice;
import org.fxbb.readers.notice.RowNotice.NotAnIntegerNotice;
import org.fxbb.readers.notice.RowNotice.NumberOutOfRangeNotice;
import org.fxbb.readers.notice.RowNotice.PeriodDisagreesNotice;
import org.fxbb.readers.notice.RowNotice.UnknownEnumValueNotice;
import org.jspecify.annotations.Nullable;

/**
 * Reads one cell as its column says. Source: spec 4.3.
 *
 * <p>Where a cell is wrong, one ERROR notice is added and null returned; where it was read in
 * another form than written, one INFO notice. Composing Bangla letters (NFC) and the case of an
 * enumerated value are not worth a notice.
 */
final class CellParser {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{1,30})?|\\.\\d{1,30})");
  private static final Pattern RATIO = Pattern.compile("1\\s*:\\s*(\\d{1,9}(\\.\\d{1,9})?)");
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,4}):(\\d{2})(?::(\\d{2})(?:\\.0+)?)?\\s*([AaPp][Mm])?");
  private static final String A_RATIO = "a ratio such as 1:8";
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String BOOLEANS = "one of true, false, yes, no, 1, 0, হ্যাঁ, না";
  private static final List<String> YES = List.of("true", "yes", "1", CellText.compose("হ্যাঁ"));
  private static final List<String> NO = List.of("false", "no", "0", CellText.compose("না"));

  private final @Nullable YearMonth period;

  CellParser(@Nullable YearMonth period) {
    this.period = period;
  }

  /** The value of a cell; null where it is empty or wrong. */
  @Nullable Object parse(Column column, String cell, long row, List<Notice> notices) {
    if (hasControl(column.name(), cell, row, notices)) {
      return null;
    }
    String text = CellText.trim(cell);
    if (text.isEmpty()) {
      if (column.required()) {
        notices.add(new MissingRequiredValueNotice(row, column.name()));
      }
      return null;
    }
    Reading reading = read(column, text, row, notices);
    if (reading == null) {
      return null;
    }
    tell(column.name(), cell, reading.plain, row, notices);
    return reading.value;
  }

  /**
   * A part of a place: a code in Latin digits, or a name; null where the cell is empty or wrong.
   */
  @Nullable String parsePlace(String name, String cell, long row, List<Notice> notices) {
    if (hasControl(name, cell, row, notices)) {
      return null;
    }
    String plain = CellText.latinDigits(CellText.trim(cell));
    if (plain.isEmpty()) {
      return null;
    }
    tell(name, cell, plain, row, notices);
    return CellText.compose(plain);
  }

  private static boolean hasControl(String name, String cell, long row, List<Notice> notices) {
    int control = CellText.findControl(cell);
    if (control >= 0) {
      notices.add(new ControlCharactersNotice(row, name, String.format("U+%04X", control)));
    }
    return control >= 0;
  }

  private static void tell(String name, String cell, String plain, long row, List<Notice> notices) {
    if (!plain.equals(cell)) {
      notices.add(new NormalizedValueNotice(row, name, shorten(cell), shorten(plain)));
    }
  }

  /**
   * A value, and the text that would have been read without any notice.
   *
   * @param plain equal to the cell where nothing was normalised
   */
  private record Reading(Object value, String plain) {}

  private @Nullable Reading read(Column column, String text, long row, List<Notice> notices) {
    return switch (column.type()) {
      case TEXT -> text(column, text, row, notices);
      case DECIMAL -> decimal(column, text, row, notices);
      case INTEGER -> integer(column, text, row, notices);
      case DATE -> date(column, text, row, notices);
      case INSTANT -> instant(column, text, row, notices);
      case BOOLEAN -> bool(column, text, row, notices);
      case ENUM -> oneOf(column, text, row, notices);
      case RATIO -> ratio(column, text, row, notices);
      case UUID -> uuid(column, text, row, notices);
      case PERIOD -> month(column, text, row, notices);
      case LOCATION -> throw new IllegalStateException("Places are read by parsePlace");
    };
  }

  private static @Nullable Reading text(
      Column column, String text, long row, List<Notice> notices) {
    String composed = CellText.compose(text);
    if (composed.length() > column.maxLength()) {
      notices.add(
          new CellTooLongNotice(
              row,
              column.name(),
              composed.length() + " characters",
              "at most " + column.maxLength() + " characters"));
      return null;
    }
    return new Reading(composed, text);
  }

  private static @Nullable Reading decimal(
      Column column, String text, long row, List<Notice> notices) {
    String plain = CellText.ungroup(CellText.latinDigits(text));
    BigDecimal number = number(column, text, plain, row, notices);
    return number != null && inRange(column, number, text, row, notices)
        ? new Reading(number, plain)
        : null;
  }

  private static @Nullable Reading integer(
      Column column, String text, long row, List<Notice> notices) {
    String plain = CellText.ungroup(CellText.latinDigits(text));
    BigDecimal number = number(column, text, plain, row, notices);
    if (number == null) {
      return null;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      notices.add(new NotAnIntegerNotice(row, column.name(), shorten(text)));
      return null;
    }
    if (!inRange(column, number, text, row, notices)) {
      return null;
    }
    String whole = number.scale() > 0 ? number.toBigInteger().toString() : plain;
    return new Reading(number.longValueExact(), whole);
  }

  private static @Nullable BigDecimal number(
      Column column, String text, String plain, long row, List<Notice> notices) {
    if (!NUMBER.matcher(plain).matches()) {
      notices.add(new NotANumberNotice(row, column.name(), shorten(text)));
      return null;
    }
    return new BigDecimal(plain);
  }

  private static boolean inRange(
      Column column, BigDecimal number, String text, long row, List<Notice> notices) {
    BigDecimal min = column.min();
    BigDecimal max = column.max();
    int low = min == null ? 1 : number.compareTo(min);
    boolean fits = low > 0 || (low == 0 && !column.minExclusive());
    if (fits && (max == null || number.compareTo(max) <= 0)) {
      return true;
    }
    notices.add(new NumberOutOfRangeNotice(row, column.name(), shorten(text), column.range()));
    return false;
  }

  private static @Nullable Reading date(
      Column column, String text, long row, List<Notice> notices) {
    LocalDate day = TimeText.parseDate(CellText.latinDigits(text));
    if (day == null) {
      notices.add(new InvalidDateNotice(row, column.name(), shorten(text)));
      return null;
    }
    return new Reading(day, day.toString());
  }

  private static @Nullable Reading instant(
      Column column, String text, long row, List<Notice> notices) {
    String latin = CellText.latinDigits(text);
    Instant time = TimeText.parseInstant(latin);
    if (time == null) {
      notices.add(new InvalidTimeNotice(row, column.name(), shorten(text)));
      return null;
    }
    return new Reading(time, TimeText.isDayFirst(latin) ? TimeText.inDhaka(time) : latin);
  }

  private static @Nullable Reading bool(
      Column column, String text, long row, List<Notice> notices) {
    String latin = CellText.latinDigits(text);
    String word = CellText.compose(latin).toLowerCase(Locale.ROOT);
    if (YES.contains(word) || NO.contains(word)) {
      return new Reading(YES.contains(word), latin);
    }
    notices.add(new InvalidBooleanNotice(row, column.name(), shorten(text), BOOLEANS));
    return null;
  }

  private static @Nullable Reading oneOf(
      Column column, String text, long row, List<Notice> notices) {
    for (String value : column.values()) {
      if (value.equalsIgnoreCase(text)) {
        return new Reading(value, text);
      }
    }
    notices.add(
        new UnknownEnumValueNotice(
            row, column.name(), shorten(text), String.join(", ", column.values())));
    return null;
  }

  private static @Nullable Reading ratio(
      Column column, String text, long row, List<Notice> notices) {
    String latin = CellText.latinDigits(text);
    Matcher ratio = RATIO.matcher(latin);
    Matcher clock = CLOCK.matcher(latin);
    BigDecimal shared = null;
    String plain = latin;
    if (ratio.matches()) {
      shared = new BigDecimal(ratio.group(1));
    } else if (clock.matches() && isRatioAsTime(clock)) {
      shared = BigDecimal.valueOf(Long.parseLong(clock.group(2)));
      plain = "1:" + shared.toPlainString();
    }
    if (shared == null) {
      notices.add(
          new InvalidRatioNotice(
              row,
              column.name(),
              shorten(text),
              clock.matches()
                  ? A_RATIO + ", not the time that a spreadsheet made of it"
                  : A_RATIO));
      return null;
    }
    return inRange(column, shared, text, row, notices) ? new Reading(shared, plain) : null;
  }

  /** 1:8 in a cell that is not text becomes eight minutes past one at night, and nothing else. */
  private static boolean isRatioAsTime(Matcher clock) {
    int minutes = Integer.parseInt(clock.group(2));
    String seconds = clock.group(3);
    return Integer.parseInt(clock.group(1)) == 1
        && minutes > 0
        && minutes < 60
        && (seconds == null || Integer.parseInt(seconds) == 0)
        && !"PM".equalsIgnoreCase(clock.group(4));
  }

  private static @Nullable Reading uuid(
      Column column, String text, long row, List<Notice> notices) {
    if (!UUID_TEXT.matcher(text).matches()) {
      notices.add(new InvalidUuidNotice(row, column.name(), shorten(text)));
      return null;
    }
    return new Reading(UUID.fromString(text), text);
  }

  private @Nullable Reading month(Column column, String text, long row, List<Notice> notices) {
    String latin = CellText.latinDigits(text);
    if (period == null
        || latin.equals(period.toString())
        || latin.equals(period.atDay(1).toString())) {
      return new Reading(latin, latin);
    }
    notices.add(new PeriodDisagreesNotice(row, column.name(), shorten(text), period.toString()));
    return null;
  }

  private static String shorten(String text) {
    return String.valueOf(NoticeCatalogue.shorten(text));
  }
}
