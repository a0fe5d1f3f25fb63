package org.fxbb.reports.scorecard;

import java.util.List;
import org.fxbb.reports.chart.KeyPanel;
import org.fxbb.reports.document.Canvas;
import org.fxbb.reports.document.Palette;
import org.fxbb.reports.document.Role;
import org.fxbb.reports.document.TableLook;
import org.fxbb.reports.document.TextStyle;
import org.fxbb.reports.table.Cell;
import org.fxbb.reports.table.Label;
import org.fxbb.reports.table.Table;
import org.fxbb.reports.table.TableLayout;

/** Lays one scorecard out on the canvas: two to four pages. */
final class ScorecardDocument {
  private final Canvas canvas;
  private final ScorecardTables tables;
  private final String isp;

  ScorecardDocument(Canvas canvas, ScorecardTables tables, String isp) {
    this.canvas = canvas;
    this.tables = tables;
    this.isp = isp;
  }

  /**
   * Draws all of it.
   *
   * @param seal the audit seal in words, the colophon
   */
  void draw(String seal) {
    title();
    score();
    table(ScorecardLayouts.PARAMETERS);
    advice();
    table(ScorecardLayouts.POPS);
    table(ScorecardLayouts.VIOLATIONS);
    table(ScorecardLayouts.FILINGS);
    table(ScorecardLayouts.DISCREPANCIES);
    canvas.space(6);
    canvas.note("Audit seal / নিরীক্ষা সিল: " + seal);
  }

  private void title() {
    canvas.heading(1, text("name"));
    canvas.space(-6);
    if (tables.score(isp, "name") instanceof Cell.Words words && !words.bn().isEmpty()) {
      canvas.say(Role.P, words.bn(), new TextStyle(false, 13, 18, Palette.ACCENT));
    }
    String category = text("category");
    canvas.say(
        Role.P,
        "%s  ·  licence %s  ·  %s".formatted(isp, text("licence"), category),
        TextStyle.BODY.in(Palette.MUTED));
    canvas.space(8);
  }

  private void score() {
    List<KeyPanel.Key> keys =
        List.of(
            key("Score of 100 / স্কোর", "score", tierNote()),
            key("Rank, nation / জাতীয় অবস্থান", "rank", "of " + text("ranked") + " ranked"),
            key(
                "Rank, " + text("category") + " / শ্রেণিতে অবস্থান",
                "category_rank",
                "of " + text("category_ranked") + " ranked"),
            key("Speed / গতি", "speed_score", "of 100; describes, does not deduct"),
            key(
                "Latency, loss, DNS / বিলম্ব",
                "latency_score",
                "of 100; describes, does not deduct"),
            key("Availability, web / প্রাপ্যতা", "availability_score", "of 100; does not deduct"));
    canvas.picture(
        String.join("; ", keys.stream().map(k -> k.name() + " " + k.value()).toList()),
        KeyPanel.height(keys.size(), false),
        ink -> KeyPanel.draw(ink, keys, false));
    canvas.note(
        "Reporting score %s of 100. Deducted: service %s, filing %s points. Parameters judged carry"
                .formatted(
                    text("reporting_score"), text("service_deduction"), text("reporting_deduction"))
            + " %s %% of the weight; represented: %s."
                .formatted(text("judged_weight"), withUnit("represented")));
    canvas.space(6);
  }

  private String tierNote() {
    return tables.score(isp, "tier") instanceof Cell.Code code
        ? code.text() + " / " + code.bn()
        : "";
  }

  private KeyPanel.Key key(String name, String column, String note) {
    return new KeyPanel.Key(name, text(column), note, List.of());
  }

  private String text(String column) {
    return tables.score(isp, column).text();
  }

  private String withUnit(String column) {
    Cell cell = tables.score(isp, column);
    return cell instanceof Cell.Value value ? value.figure().textWithUnit() : cell.text();
  }

  private void table(TableLayout layout) {
    Table table = tables.get(layout, isp);
    canvas.table(table, TableLook.BILINGUAL);
  }

  private void advice() {
    canvas.heading(2, "What to do / করণীয়");
    int number = 1;
    for (Label label : Advice.of(tables, isp)) {
      canvas.say(Role.P, number++ + ".  " + label.en(), TextStyle.BODY);
      canvas.say(Role.P, label.bn(), TextStyle.BODY.in(Palette.MUTED));
      canvas.space(3);
    }
    canvas.space(6);
  }
}
