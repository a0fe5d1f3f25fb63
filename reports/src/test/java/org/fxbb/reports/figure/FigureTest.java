package org.fxbb.reports.figure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "97.9166667|PERCENT_FINE|97.92 %",
        "89.5833333|PERCENT_FINE|89.58 %",
        "97.95|PERCENT|98.0 %",
        "97.949999|PERCENT|97.9 %",
        "-0.04|PERCENT|0.0 %",
        "1234567.5|COUNT|1,234,568",
        "1234567.4|COUNT|1,234,567",
        "0.5|COUNT|1",
        "99.5|LIMIT|99.5",
        "80.0000|LIMIT|80",
        "12.25|MILLIS|12.3 ms",
      })
  void roundsHalfUpOnceToTheDecimalsOfItsUnit(BigDecimal exact, Unit unit, String text) {
    Figure figure = new Figure("R9/2026-01/t/r/c", exact, unit);
    assertThat(figure.textWithUnit()).isEqualTo(text);
    assertThat(new Figure(figure.id(), figure.value(), unit)).isEqualTo(figure);
  }

  @Test
  void idIsReportPeriodTableRowAndColumn() {
    FigureBook book = new FigureBook("R9", "2026-01");
    Figure figure =
        book.figure("isp-league", "isp-0001/pop-1", "score", BigDecimal.TEN, Unit.POINTS);
    assertThat(figure.id()).isEqualTo("R9/2026-01/isp-league/isp-0001-pop-1/score");
  }

  @Test
  void oneIdWithTwoValuesIsRefused() {
    FigureBook book = new FigureBook("R9", "2026-01");
    book.figure("t", "row", "n", BigDecimal.ONE, Unit.COUNT);
    book.figure("t", "row", "n", BigDecimal.ONE, Unit.COUNT);
    assertThatThrownBy(() -> book.figure("t", "row", "n", BigDecimal.TEN, Unit.COUNT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Two values for figure R9/2026-01/t/row/n: 1 and 10. Row keys of table t are not"
                + " unique.");
  }

  @Test
  void jsonIsSortedById() {
    FigureBook book = new FigureBook("R9", "2026-01");
    book.figure("t", "b", "n", new BigDecimal("2.345"), Unit.PERCENT_FINE);
    book.figure("t", "a", "n", BigDecimal.ONE, Unit.COUNT);
    assertThat(new String(book.toJson(), UTF_8))
        .isEqualTo(
            """
            [
            {"id" : "R9/2026-01/t/a/n","unit" : "COUNT","value" : 1},
            {"id" : "R9/2026-01/t/b/n","unit" : "PERCENT_FINE","value" : 2.35}
            ]
            """);
  }
}
