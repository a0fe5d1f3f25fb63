package org.fxbb.reports.national;

import java.awt.Color;
import java.util.List;
import org.fxbb.reports.chart.DotPlot;
import org.fxbb.reports.chart.KeyPanel;
import org.fxbb.reports.chart.StackedBars;
import org.fxbb.reports.chart.TileMap;
import org.fxbb.reports.document.Canvas;
import org.fxbb.reports.document.Ink.Fill;
import org.fxbb.reports.document.Palette;
import org.fxbb.reports.figure.Figure;
import org.fxbb.reports.table.Cell;
import org.fxbb.reports.table.Row;
import org.fxbb.reports.table.Table;
import org.jspecify.annotations.Nullable;

/** The drawings of R1, made from its tables so that both tell the same numbers. */
final class NationalCharts {
  private static final List<TileMap.Grade> GRADES =
      List.of(
          new TileMap.Grade("A", "95 % or more of tests reach 80", new Color(0xEEF3F7), false),
          new TileMap.Grade("B", "80 to below 95 %", new Color(0xBDD0DE), false),
          new TileMap.Grade("C", "60 to below 80 %", new Color(0x4F7D9F), true),
          new TileMap.Grade("D", "below 60 %", new Color(0x1B4965), true));
  private static final List<StackedBars.Part> VERDICTS =
      List.of(
          new StackedBars.Part("Meets", new Color(0xBDD0DE), Fill.SOLID),
          new StackedBars.Part("Breaches", Palette.ACCENT, Fill.SOLID),
          new StackedBars.Part("Insufficient evidence", Palette.RULE, Fill.DOTTED),
          new StackedBars.Part("Not measured", Palette.RULE, Fill.HATCHED));
  private static final double SPEED_SHARE = 80;

  private final Canvas canvas;
  private final NationalTables tables;

  NationalCharts(Canvas canvas, NationalTables tables) {
    this.canvas = canvas;
    this.tables = tables;
  }

  void keyFigures() {
    List<KeyPanel.Key> keys =
        List.of(
            key("Busy-hour download, median", "download", "of the test line's reference"),
            key("Round trip national, p95", "latency", "busy hours"),
            key("Packet loss", "loss", "packets lost of packets sent, busy hours"),
            key("Service availability", "availability", "judged quarter hours without outage"),
            count("ISPs shown to breach a limit", "breaching"),
            count("ISPs not judged", "unjudged"));
    canvas.picture(
        "Key figures of the nation with a line of daily values each: "
            + String.join("; ", keys.stream().map(k -> k.name() + " " + k.value()).toList()),
        KeyPanel.height(keys.size()),
        ink -> KeyPanel.draw(ink, keys));
    canvas.note("Small lines: one point per day of the month, each on its own scale.");
  }

  private KeyPanel.Key key(String name, String column, String note) {
    Table daily = tables.get(Layouts.DAILY);
    List<@Nullable Figure> days =
        new java.util.ArrayList<>(
            daily.rows().stream()
                .map(
                    row ->
                        java.util.Optional.ofNullable(
                            NationalTables.figure(daily.cell(row, column))))
                .map(figure -> figure.orElse(null))
                .toList());
    return new KeyPanel.Key(name, tables.headlineText(column), note, days);
  }

  private KeyPanel.Key count(String name, String column) {
    return new KeyPanel.Key(
        name,
        tables.headlineText(column),
        "of " + tables.headlineText("isps") + " licensed, active ISPs",
        List.of());
  }

  void divisions() {
    Table table = tables.get(Layouts.DIVISIONS);
    List<DotPlot.Dot> dots = table.rows().stream().map(row -> dot(table, row)).toList();
    canvas.figure(
        "Share of busy-hour download tests that reach 80 % of the reference, by division (%)",
        "One dot per division: "
            + String.join(
                "; ",
                dots.stream()
                    .map(
                        d -> d.label() + " " + (d.value() == null ? d.missing() : d.value().text()))
                    .toList()),
        DotPlot.height(dots.size()),
        "Source: verdicts of the month. A dot is drawn where anything was measured; its verdict is"
            + " in the table.",
        ink -> new DotPlot(0, 100, SPEED_SHARE, "required: 80").draw(ink, dots));
  }

  private static DotPlot.Dot dot(Table table, Row row) {
    Cell reach = table.cell(row, "reach");
    return new DotPlot.Dot(
        table.cell(row, "name").text(), NationalTables.figure(reach), null, null, reach.text());
  }

  void tileMap() {
    Table table = tables.get(Layouts.DISTRICTS);
    List<TileMap.Tile> tiles =
        table.rows().stream().filter(row -> !row.total()).map(row -> tile(table, row)).toList();
    long judged = tiles.stream().filter(tile -> tile.letter() != null).count();
    canvas.figure(
        "Districts by share of busy-hour download tests that reach 80 % of the reference",
        "Tile map of the 64 districts; %d of them are judged. The table that follows has every value."
            .formatted(judged),
        TileMap.HEIGHT,
        "Source: verdicts on districts of the month. Tiles stand roughly where the districts lie.",
        ink -> new TileMap(GRADES).draw(ink, tiles));
  }

  private static TileMap.Tile tile(Table table, Row row) {
    return new TileMap.Tile(
        row.key(),
        table.cell(row, "name").text(),
        grade(table, row),
        table.cell(row, "pops").text());
  }

  private static @Nullable String grade(Table table, Row row) {
    Figure reach = NationalTables.figure(table.cell(row, "reach"));
    String verdict = table.cell(row, "judged").text();
    if (reach == null || !(verdict.equals("Meets") || verdict.equals("Breaches"))) {
      return null;
    }
    double share = reach.value().doubleValue();
    return share >= 95 ? "A" : share >= 80 ? "B" : share >= 60 ? "C" : "D";
  }

  void verdicts() {
    Table table = tables.get(Layouts.COMPLIANCE);
    List<StackedBars.Bar> bars = table.rows().stream().map(row -> bar(table, row)).toList();
    canvas.figure(
        "Verdicts on ISPs by parameter (number of ISPs)",
        "Stacked bars of the four verdicts per parameter; the table that follows has the numbers.",
        StackedBars.height(bars.size()),
        "Source: verdicts of the month on every licensed, active ISP.",
        ink -> new StackedBars(VERDICTS).draw(ink, bars));
  }

  private static StackedBars.Bar bar(Table table, Row row) {
    List<Figure> counts =
        List.of("meets", "breaches", "insufficient", "not_measured").stream()
            .map(column -> NationalTables.figure(table.cell(row, column)))
            .filter(java.util.Objects::nonNull)
            .toList();
    return new StackedBars.Bar(table.cell(row, "parameter").text(), counts);
  }
}
