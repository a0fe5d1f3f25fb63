package org.fxbb.readers.csv;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.ColumnType;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.feed.HistoryFeeds;
import org.fxbb.readers.fuzz.Corpus;
import org.fxbb.readers.fuzz.Sound;
import org.fxbb.readers.json.IsoInstant;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any cell of any column is a value that fits the column, or an error; what it is said to have been
 * read as reads the same, silently. The first line of an input names the column, the rest is the
 * cell.
 */
class CellParserFuzzTest {
  private static final List<Column> COLUMNS =
      Stream.concat(
              Feeds.listAll().stream(),
              Stream.of(HistoryFeeds.INTERFACES, HistoryFeeds.SESSIONS, HistoryFeeds.QOS))
          .flatMap(feed -> feed.columns().stream())
          .filter(column -> column.type() != ColumnType.LOCATION)
          .distinct()
          .toList();

  private final CellParser parser = new CellParser(YearMonth.of(2026, 1));

  static List<byte[]> seeds() {
    List<String> written = new ArrayList<>();
    COLUMNS.forEach(column -> written.add(column.name() + "\n" + GoodCell.of(column)));
    written.addAll(
        List.of(
            "price_bdt\n ১,২৩,৪৫৬.৫০ ",
            "price_bdt\n12,5",
            "has_fup\nহ্যাঁ",
            "has_fup\nনা",
            "contention_ratio\n১ : ৮",
            "effective_date\n৩১/০১/২০২৬",
            "effective_date\n29-02-2026",
            "starts_at\n31/01/2026 10:00",
            "starts_at\n2026-01-31 9:05:07.25 -03:30",
            "contract_months\n+012.00",
            "period\n২০২৬-০১",
            "package_name_bn\nহোম \u09dc\u09df ২০"));
    return Corpus.of(CellParserFuzzTest.class, written.toArray(String[]::new));
  }

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aCellIsAValueOrAnError(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    String name = text.substring(0, Math.max(0, end));
    Column column =
        COLUMNS.stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElse(COLUMNS.get(Math.floorMod(name.hashCode(), COLUMNS.size())));
    String cell = text.substring(end + 1);
    List<Notice> notices = new ArrayList<>();
    Object value = parser.parse(column, cell, 2, notices);
    notices.forEach(Sound::notice);
    boolean bad = notices.stream().anyMatch(n -> n.severity() == Severity.ERROR);
    check(notices.size() <= 1, "more than one notice", notices);
    check(value == null || !bad, "a value in spite of an error", value, notices);
    if (value == null) {
      boolean empty = !column.required() && CellText.trim(cell).isEmpty();
      check(bad || empty, "a cell is lost without a word", column.name(), cell);
    } else {
      checkValue(column, value);
      boolean quotable = cell.chars().noneMatch(Character::isISOControl);
      notices.stream().filter(n -> quotable).forEach(n -> checkAgain(column, value, n));
    }
    checkTime(cell);
  }

  @Test
  void soIsEveryMutationOfTheCorpus() {
    Corpus.mutations(seeds(), 50_000).forEach(this::aCellIsAValueOrAnError);
  }

  /** Whether a value fits its column. */
  static void checkValue(Column column, @Nullable Object value) {
    boolean fits =
        value == null
            ? !column.required()
            : switch (column.type()) {
              case TEXT -> ((String) value).length() <= column.maxLength();
              case ENUM -> column.values().contains(value);
              case LOCATION, PERIOD -> value instanceof String;
              case DECIMAL, RATIO -> inRange(column, (BigDecimal) value);
              case INTEGER -> inRange(column, BigDecimal.valueOf((Long) value));
              case DATE -> value instanceof LocalDate;
              case INSTANT -> value instanceof Instant;
              case BOOLEAN -> value instanceof Boolean;
              case UUID -> value instanceof UUID;
            };
    check(fits, "a value does not fit its column", column, value);
    if (value instanceof String text) {
      Sound.text(text);
      check(CellText.findControl(text) < 0, "a control character in a text", text);
    }
  }

  private static boolean inRange(Column column, BigDecimal number) {
    BigDecimal min = column.min();
    BigDecimal max = column.max();
    int low = min == null ? 1 : number.compareTo(min);
    return (column.minExclusive() ? low > 0 : low >= 0)
        && (max == null || number.compareTo(max) <= 0);
  }

  /** What a cell was said to have been read as is read the same, without a notice. */
  private void checkAgain(Column column, Object value, Notice notice) {
    String plain = String.valueOf(notice.expected());
    if (plain.endsWith("...")) {
      return;
    }
    List<Notice> more = new ArrayList<>();
    Object again = parser.parse(column, plain, 2, more);
    check(more.isEmpty(), "what was read is not plain", notice, more);
    check(value.equals(again), "what was read reads otherwise", plain, value, again);
  }

  /** The time of a cell is the one that the reader of dumps and the JDK see, where they do. */
  private static void checkTime(String cell) {
    Instant time = TimeText.parseInstant(cell);
    Instant same = IsoInstant.parse(cell);
    if (same != null && cell.charAt(10) != 't') {
      check(same.equals(time), "another time than in dumps", cell, time, same);
    }
    LocalDate day = TimeText.parseDate(cell);
    if (day != null && cell.length() == 10 && cell.charAt(4) == '-') {
      check(day.equals(LocalDate.parse(cell)), "another day than for the JDK", cell, day);
    }
  }
}
