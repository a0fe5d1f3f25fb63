package org.fxbb.reports.national;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.fxbb.reports.document.Canvas;
import org.fxbb.reports.document.Palette;
import org.fxbb.reports.document.Role;
import org.fxbb.reports.document.TextStyle;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.table.Cell;
import org.fxbb.reports.table.Label;
import org.fxbb.reports.table.Row;
import org.fxbb.reports.table.Table;

/** Lays R1 out on the canvas: cover, contents, chapters, annexes. */
final class NationalDocument {
  static final String TITLE = "Quality of fixed broadband service";
  private static final String TITLE_BN = "স্থির ব্রডব্যান্ড সেবার মান";
  private static final int TOP = 10;

  private final Canvas canvas;
  private final NationalTables tables;
  private final ReportPeriod period;
  private final NationalCharts charts;

  NationalDocument(Canvas canvas, NationalTables tables, ReportPeriod period) {
    this.canvas = canvas;
    this.tables = tables;
    this.period = period;
    this.charts = new NationalCharts(canvas, tables);
  }

  void draw() {
    cover();
    contents();
    keyFigures();
    scorecard();
    areas();
    isps();
    compliance();
    discrepancies();
    filings();
    new NationalAnnexes(canvas, tables, period).draw();
  }

  private void cover() {
    canvas.cover();
    canvas.band(26);
    canvas.space(70);
    canvas.say(Role.P, "R1  National report, monthly", TextStyle.H3.in(Palette.MUTED));
    canvas.space(14);
    canvas.say(Role.H1, TITLE, new TextStyle(true, 31, 38, Palette.ACCENT));
    canvas.space(4);
    canvas.say(Role.P, TITLE_BN, new TextStyle(false, 19, 28, Palette.ACCENT));
    canvas.space(12);
    canvas.say(Role.P, period.words(), new TextStyle(false, 17, 24, Palette.INK));
    canvas.space(64);
    canvas.say(
        Role.P, finding(), new TextStyle(false, 17, 26, Palette.INK), canvas.width() * 0.94f);
    canvas.space(60);
    canvas.say(Role.H3, tables.status(), TextStyle.H3);
    canvas.space(3);
    canvas.paragraph(
        "PROVISIONAL: the month is not closed; late filings and replies of ISPs may still change it."
            + " INDICATIVE: the limits used are assumed, none of them gazetted; they have no legal"
            + " effect.");
    canvas.paragraph(
        "Policy set %s. Rendered on %s, Asia/Dhaka."
            .formatted(period.policySet(), period.renderedOn()));
  }

  /** The one sentence of the cover. */
  String finding() {
    Cell breaching = tables.headline("breaching");
    String who =
        breaching.text().equals("0")
            ? "none of %s licensed ISPs was shown to breach a limit"
                .formatted(tables.headlineText("isps"))
            : "%s of %s licensed ISPs %s shown to breach at least one limit"
                .formatted(
                    breaching.text(),
                    tables.headlineText("isps"),
                    breaching.text().equals("1") ? "was" : "were");
    String speed =
        tables.headline("download") instanceof Cell.Value
            ? "the median busy-hour download on the test lines was %s of their reference speed"
                .formatted(tables.headlineText("download"))
            : "busy-hour download was not measured";
    String unjudged = tables.headlineText("unjudged");
    String rest =
        unjudged.equals("0")
            ? "every ISP could be judged on something"
            : unjudged + (unjudged.equals("1") ? " ISP" : " ISPs") + " could not be judged at all";
    return "In %s, %s; %s; %s.".formatted(period.words(), who, speed, rest);
  }

  private static final List<String> CHAPTERS =
      List.of(
          "1  Key figures",
          "2  National scorecard",
          "3  Divisions and districts",
          "4  Internet service providers",
          "5  Compliance and violations",
          "6  Discrepancies",
          "7  Filing status",
          "Annex A  Method",
          "Annex B  Data");

  static String chapter(int index) {
    return CHAPTERS.get(index);
  }

  private void contents() {
    canvas.newPage();
    canvas.heading(1, "Contents");
    canvas.contents(CHAPTERS);
    canvas.space(18);
    canvas.heading(2, "How to read this report");
    canvas.paragraph(
        "Everything here was measured by independent agents at points of presence (PoPs), on the"
            + " test line that the agent carries; it does not speak for lines without an agent."
            + " Each table says how many tests and days stand behind it.");
    canvas.paragraph(
        "There are four verdicts. Breaches: even the favourable end of the 95 % interval is beyond"
            + " the limit. Meets: enough evidence, and the estimate is within the limit; it reads"
            + " \"not shown to breach\". Insufficient evidence: too few tests, days or slots, or"
            + " the interval spans the limit. Not measured: neither good nor bad.");
    canvas.paragraph(
        "Every figure and the table behind it is in the workbook that comes with this report.");
  }

  private void keyFigures() {
    canvas.newPage();
    canvas.heading(1, chapter(0));
    charts.keyFigures();
    canvas.table(tables.get(Layouts.TEN_NUMBERS));
  }

  private void scorecard() {
    canvas.newPage();
    canvas.heading(1, chapter(1));
    Table table = tables.get(Layouts.NATIONAL_SCORECARD);
    canvas.table(
        table
            .only("parameter", "target", "value", "attained", "low", "high", "required", "verdict")
            .noted(Layouts.SHARES));
    canvas.table(
        table
            .only("parameter", "tests", "days", "represented", "change")
            .inEnglish()
            .noted(Layouts.CHANGE)
            .titled(Label.of("Evidence behind the scorecard", "")));
  }

  private void areas() {
    canvas.newPage();
    canvas.heading(1, chapter(2));
    charts.divisions();
    canvas.table(
        tables
            .get(Layouts.DIVISIONS)
            .only(
                "rank",
                "name",
                "pops",
                "isps",
                "subscribers",
                "download",
                "reach",
                "latency",
                "loss",
                "availability",
                "judged"));
    canvas.newPage();
    canvas.heading(2, "Map of districts");
    charts.tileMap();
    canvas.newPage();
    canvas.table(
        tables
            .get(Layouts.DISTRICTS)
            .only(
                "name",
                "division",
                "pops",
                "isps",
                "subscribers",
                "download",
                "latency",
                "loss",
                "availability",
                "judged"));
  }

  private void isps() {
    canvas.newPage();
    canvas.heading(1, chapter(3));
    Table league =
        tables
            .get(Layouts.ISP_LEAGUE)
            .only(
                "rank",
                "name",
                "score",
                "tier",
                "download",
                "latency",
                "loss",
                "availability",
                "violations");
    List<Row> ranked =
        league.rows().stream()
            .filter(row -> league.cell(row, "rank") instanceof Cell.Value)
            .toList();
    canvas.table(ten(league, ranked, "The ten highest scores"));
    List<Row> reversed = new ArrayList<>(ranked);
    Collections.reverse(reversed);
    canvas.table(ten(league, reversed, "The ten lowest scores, lowest first"));
    canvas.table(league);
    canvas.table(
        tables
            .get(Layouts.CATEGORIES)
            .only(
                "category",
                "isps",
                "scored",
                "median_score",
                "excellent",
                "good",
                "satisfactory",
                "needs_improvement",
                "non_compliant",
                "insufficient",
                "not_measured")
            .noted());
  }

  /** The first ten of the rows, and how many more share the rank of the tenth. */
  private static Table ten(Table league, List<Row> ordered, String title) {
    Table ten =
        league
            .withRows(ordered.subList(0, Math.min(TOP, ordered.size())))
            .titled(Label.of(title, ""));
    if (ordered.size() <= TOP) {
      return ten;
    }
    String rank = league.cell(ordered.get(TOP - 1), "rank").text();
    long further =
        ordered.stream()
            .skip(TOP)
            .filter(row -> league.cell(row, "rank").text().equals(rank))
            .count();
    return further == 0
        ? ten
        : ten.note(
            (further == 1
                    ? "%d further ISP shares the last rank shown; all are in the league below."
                    : "%d further ISPs share the last rank shown; all are in the league below.")
                .formatted(further));
  }

  private void compliance() {
    canvas.newPage();
    canvas.heading(1, chapter(4));
    charts.verdicts();
    canvas.table(tables.get(Layouts.COMPLIANCE));
    canvas.table(tables.get(Layouts.VIOLATIONS_BY_CATEGORY));
    canvas.table(tables.get(Layouts.VIOLATIONS_BY_DIVISION));
    canvas.table(tables.get(Layouts.TOP_VIOLATORS));
    canvas.note("A trend over six months is printed once six months have been judged.");
  }

  private void discrepancies() {
    canvas.newPage();
    canvas.heading(1, chapter(5));
    canvas.paragraph(
        "What an ISP declares is laid beside what agents saw, and beside its other declarations."
            + " A rule that lacks its minimum evidence does not run: that is neither good nor bad.");
    canvas.table(tables.get(Layouts.DISCREPANCIES));
  }

  private void filings() {
    canvas.heading(1, chapter(6));
    canvas.table(tables.get(Layouts.FILINGS));
    Table list = tables.get(Layouts.FILING_LIST);
    Set<String> feeds = Set.of("packages", "subscribers", "pops", "revenue");
    canvas.table(
        list.where(
                row ->
                    feeds.stream().anyMatch(feed -> !list.cell(row, feed).text().equals("On time")))
            .titled(Label.of("ISPs with a late or missing mandatory filing", "")));
  }
}
