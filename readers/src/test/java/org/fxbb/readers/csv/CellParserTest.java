package org.fxbb.readers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets make of 1:8 (spec 4.3, 4.4). */
class CellParserTest {
  private static final Column RATIO =
      Feeds.PACKAGES.columns().stream()
          .filter(column -> column.name().equals("contention_ratio"))
          .findFirst()
          .orElseThrow();

  private final List<Notice> notices = new ArrayList<>();

  private @Nullable Object read(String cell) {
    return new CellParser(null).parse(RATIO, cell, 2, notices);
  }

  @ParameterizedTest
  @CsvSource({
    "01:08:00,8",
    "1:08:00 AM,8",
    "01:08:00 am,8",
    "1:08 AM,8",
    "01:20,20",
    "১:০৮:০০,8",
    "01:59:00,59"
  })
  void aRatioThatBecameATimeIsReadBackAndTold(String cell, BigDecimal shared) {
    assertThat(read(cell)).isEqualTo(shared);
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("normalized_value");
              assertThat(notice.expected()).isEqualTo("1:" + shared);
            });
  }

  @ParameterizedTest
  @CsvSource({"1:8,8", "1:20,20"})
  void aRatioAsItShouldBeIsNotToldOf(String cell, BigDecimal shared) {
    assertThat(read(cell)).isEqualTo(shared);
    assertThat(notices).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"01:08:30", "1:08:00 PM", "02:20:00", "01:00:00", "00:08:00", "25:08:00"})
  void aTimeThatIsNoRatioSaysThatTheSpreadsheetMadeIt(String cell) {
    assertThat(read(cell)).isNull();
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("invalid_ratio");
              assertThat(notice.message())
                  .isEqualTo(
                      "Row 2, column contention_ratio: expected a ratio such as 1:8, not the time that a spreadsheet made of it, found \"%s\". The row was not loaded."
                          .formatted(cell));
              assertThat(notice.fix()).contains("Format the column as Text");
              assertThat(notice.messageBn()).contains("স্প্রেডশিট একে সময় বানিয়ে ফেলেছে");
            });
  }

  @Test
  void anythingElseIsNoRatio() {
    assertThat(read("8")).isNull();
    assertThat(notices)
        .singleElement()
        .satisfies(notice -> assertThat(notice.expected()).isEqualTo("a ratio such as 1:8"));
  }
}
