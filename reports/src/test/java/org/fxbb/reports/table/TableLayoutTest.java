package org.fxbb.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.figure.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableLayoutTest {
  private static final TableLayout LAYOUT =
      TableLayout.of("t", "A table", "সারণি").number("delay", "Delay", "বিলম্ব", Unit.MILLIS);

  @Test
  void aMissingValueIsWordsAndMakesNoFigure() {
    FigureBook book = new FigureBook("R9", "2026-01");
    assertThat(text(book, null)).isEqualTo("Not measured");
    assertThat(book.figures()).isEmpty();
  }

  @Test
  void theQueryMaySayWhyAValueIsMissing() {
    Map<String, @Nullable Object> record = new HashMap<>();
    record.put("delay", null);
    record.put("delay_why", "No agent");
    Table table = LAYOUT.fill(List.of(record), new FigureBook("R9", "2026-01"));
    assertThat(table.rows().get(0).cells()).containsExactly(new Cell.Missing("No agent"));
  }

  @Test
  void aPercentileOfFailedTestsIsWordsNotInfinity() {
    assertThat(text(new FigureBook("R9", "2026-01"), Double.POSITIVE_INFINITY))
        .isEqualTo("Tests failed");
    assertThat(text(new FigureBook("R9", "2026-01"), Double.NaN)).isEqualTo("Not measured");
  }

  @Test
  void aColumnThatTheQueryLacksIsABug() {
    assertThatThrownBy(
            () -> LAYOUT.fill(List.of(Map.of("row_key", "a")), new FigureBook("R9", "2026-01")))
        .hasMessage("Query of table t returns no column delay; it returns [row_key].");
  }

  private static String text(FigureBook book, @Nullable Object value) {
    Map<String, @Nullable Object> record = new HashMap<>();
    record.put("delay", value);
    return LAYOUT.fill(List.of(record), book).rows().get(0).cells().get(0).text();
  }
}
