package org.fxbb.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.figure.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final TableLayout LAYOUT =
      TableLayout.of("t", "A table", "সারণি")
          .number("delay", "Delay", "বিলম্ব", Unit.MILLIS, "n.m.")
          .note("† Little evidence.")
          .note("n.m.: not measured.")
          .note("Always.");

  @Test
  void aNoteThatExplainsASignStandsOnlyWhereTheSignStands() {
    assertThat(table(12, "").footnotes()).containsExactly("Always.");
    assertThat(table(12, "†").footnotes()).containsExactly("† Little evidence.", "Always.");
    assertThat(table(null, "").footnotes()).containsExactly("n.m.: not measured.", "Always.");
  }

  private static Table table(@Nullable Object delay, String mark) {
    Map<String, @Nullable Object> record = new HashMap<>();
    record.put("delay", delay);
    record.put("delay_mark", mark);
    return LAYOUT.fill(List.of(record), new FigureBook("R9", "2026-01"));
  }
}
