package org.fxbb.reports.document;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.reports.table.Cell;
import org.fxbb.reports.table.Column;
import org.fxbb.reports.table.Row;
import org.fxbb.reports.table.Table;

/** Draws one table: column widths from its contents, header on every page, notes and source. */
final class TableDrawing {
  private static final float PAD = 3f;
  private static final float SLACK = 0.6f;
  private static final float GUTTER = 7f;
  private static final float ROW_PAD = 2.0f;
  private static final TextStyle BANGLA = TextStyle.TD.in(Palette.MUTED).at(7.2f);

  private final Canvas canvas;
  private final Fonts fonts;
  private final Table table;
  private final TableLook look;
  private final float[] widths;

  TableDrawing(Canvas canvas, Fonts fonts, Table table, TableLook look) {
    this.canvas = canvas;
    this.fonts = fonts;
    this.table = table;
    this.look = look;
    this.widths = widths();
  }

  void draw() {
    float header = headerHeight();
    canvas.ensure(40 + header + 3 * (TextStyle.TD.leading() + 2 * ROW_PAD));
    canvas.space(6);
    caption("");
    header(header);
    for (int r = 0; r < table.rows().size(); r++) {
      row(table.rows().get(r), header, below(r));
    }
    if (table.rows().isEmpty()) {
      canvas.space(3);
      String nothing =
          look == TableLook.BILINGUAL ? "Nothing to list. / কিছু নেই।" : "Nothing to list.";
      canvas.say(Role.TD, nothing, TextStyle.TD.in(Palette.MUTED));
    }
    rule(0.8f);
    canvas.space(3);
    table.footnotes().forEach(canvas::note);
    if (!table.source().isEmpty()) {
      canvas.note("Source: " + table.source());
    }
    canvas.space(10);
  }

  /** Room to keep free below a row: the last stays with the notes, and takes one row with it. */
  private float below(int r) {
    int last = table.rows().size() - 1;
    if (r == last) {
      return notesHeight();
    }
    if (r == last - 1 && r > 1) {
      return height(table.rows().get(last)) + notesHeight();
    }
    return 4;
  }

  private float height(Row row) {
    float tallest = 0;
    for (int c = 0; c < widths.length; c++) {
      tallest = Math.max(tallest, height(cellLines(row, c)));
    }
    return tallest + 2 * ROW_PAD;
  }

  /** Height of the notes, which stay with their table. */
  private float notesHeight() {
    float height = 8 + TextStyle.NOTE.leading();
    for (String note : table.footnotes()) {
      height +=
          Lines.fit(fonts, note, TextStyle.NOTE, canvas.width()).size() * TextStyle.NOTE.leading();
    }
    return height;
  }

  private void caption(String more) {
    String bangla =
        look == TableLook.BILINGUAL && !table.title().bn().isEmpty()
            ? "  " + table.title().bn()
            : "";
    canvas.say(Role.CAPTION, table.title().en() + bangla + more, TextStyle.CAPTION);
    canvas.space(3);
  }

  private float headerHeight() {
    float tallest = 0;
    for (int c = 0; c < widths.length; c++) {
      tallest = Math.max(tallest, height(headerLines(c)));
    }
    return tallest + 2 * ROW_PAD;
  }

  private void header(float height) {
    rule(0.8f);
    float top = canvas.cursor();
    float x = Canvas.MARGIN;
    for (int c = 0; c < widths.length; c++) {
      List<Line> lines = headerLines(c);
      float offset = height - ROW_PAD - height(lines);
      lines(Role.TH, lines, x, top + offset, c, table.columns().get(c).isNumber());
      x += widths[c];
    }
    canvas.space(height);
    rule(0.5f);
  }

  private void row(Row row, float headerHeight, float below) {
    float height = height(row);
    if (canvas.room() < height + below) {
      rule(0.5f);
      canvas.newPage();
      caption(" (continued)");
      header(headerHeight);
    }
    if (row.total()) {
      rule(0.5f);
    }
    float x = Canvas.MARGIN;
    float top = canvas.cursor() + ROW_PAD;
    for (int c = 0; c < widths.length; c++) {
      lines(Role.TD, cellLines(row, c), x, top, c, isRight(row, c));
      x += widths[c];
    }
    canvas.space(height);
    hairline();
  }

  private boolean isRight(Row row, int c) {
    return table.columns().get(c).isNumber() && !(row.cells().get(c) instanceof Cell.Words);
  }

  private record Line(String text, TextStyle style) {}

  private List<Line> headerLines(int c) {
    Column column = table.columns().get(c);
    float width = widths[c] - PAD - before(c);
    List<Line> lines = new ArrayList<>();
    Lines.fit(fonts, column.header(), TextStyle.TH, width)
        .forEach(text -> lines.add(new Line(text, TextStyle.TH)));
    if (look == TableLook.BILINGUAL && !column.label().bn().isEmpty()) {
      Lines.fit(fonts, column.label().bn(), TextStyle.TH_BN, width)
          .forEach(text -> lines.add(new Line(text, TextStyle.TH_BN)));
    }
    return lines;
  }

  private List<Line> cellLines(Row row, int c) {
    Cell cell = row.cells().get(c);
    float width = widths[c] - PAD - before(c);
    TextStyle style = style(row, cell);
    List<Line> lines = new ArrayList<>(1);
    Lines.fit(fonts, text(c, cell), style, width).forEach(t -> lines.add(new Line(t, style)));
    String bangla = bangla(cell);
    if (!bangla.isEmpty()) {
      Lines.fit(fonts, bangla, BANGLA, width).forEach(t -> lines.add(new Line(t, BANGLA)));
    }
    return lines;
  }

  private String bangla(Cell cell) {
    if (cell instanceof Cell.Words words) {
      return words.bn();
    }
    return look == TableLook.BILINGUAL && cell instanceof Cell.Code code ? code.bn() : "";
  }

  private String text(int c, Cell cell) {
    return cell instanceof Cell.Value number && table.columns().get(c).mixedUnits()
        ? number.figure().textWithUnit() + number.mark()
        : cell.text();
  }

  private static TextStyle style(Row row, Cell cell) {
    TextStyle style = row.total() ? TextStyle.TD.inBold() : TextStyle.TD;
    return cell instanceof Cell.Missing ? style.in(Palette.MUTED).at(7f) : style;
  }

  private static float height(List<Line> lines) {
    float height = 0;
    for (Line line : lines) {
      height += line.style().leading();
    }
    return height;
  }

  private void lines(Role role, List<Line> lines, float x, float top, int column, boolean right) {
    Ink ink = canvas.page();
    float y = top;
    for (Line line : lines) {
      float baseline = y + line.style().leading() * 0.78f;
      canvas.marked(
          role,
          line.text(),
          () -> {
            if (right) {
              ink.textRight(x + widths[column] - PAD, baseline, line.text(), line.style());
            } else {
              ink.text(x + before(column), baseline, line.text(), line.style());
            }
          });
      y += line.style().leading();
    }
  }

  private void rule(float thickness) {
    rule(thickness, Palette.RULE);
  }

  private void hairline() {
    rule(0.25f, Palette.HAIR);
  }

  private void rule(float thickness, java.awt.Color colour) {
    float y = canvas.cursor();
    canvas.marked(
        Role.ARTIFACT,
        "",
        () ->
            canvas
                .page()
                .line(Canvas.MARGIN, y, Canvas.MARGIN + canvas.width(), y, thickness, colour));
  }

  /** Room at a column's left: more where words follow a column of numbers. */
  private float before(int c) {
    boolean wordsAfterNumber =
        c > 0 && table.columns().get(c - 1).isNumber() && !table.columns().get(c).isNumber();
    return wordsAfterNumber ? GUTTER : PAD;
  }

  /** Natural widths where they fit; else words wrap, the widest columns giving way first. */
  private float[] widths() {
    int count = table.columns().size();
    float[] least = new float[count];
    float[] natural = new float[count];
    for (int c = 0; c < count; c++) {
      measure(c, least, natural);
    }
    float available = canvas.width();
    float wanted = sum(natural);
    if (wanted <= available) {
      return spread(natural, available - wanted);
    }
    float floor = sum(least);
    float[] widths = new float[count];
    for (int c = 0; c < count; c++) {
      widths[c] =
          floor >= available
              ? least[c] * available / floor
              : least[c] + (natural[c] - least[c]) * (available - floor) / (wanted - floor);
    }
    return widths;
  }

  private void measure(int c, float[] least, float[] natural) {
    Column column = table.columns().get(c);
    least[c] = Lines.widestWord(fonts, column.header(), TextStyle.TH);
    if (look == TableLook.BILINGUAL) {
      least[c] = Math.max(least[c], Lines.widestWord(fonts, column.label().bn(), TextStyle.TH_BN));
    }
    for (Row row : table.rows()) {
      Cell cell = row.cells().get(c);
      TextStyle style = style(row, cell);
      String text = text(c, cell);
      float width = fonts.width(text, style);
      boolean breaks = !(cell instanceof Cell.Value);
      if (!(cell instanceof Cell.Missing)) {
        natural[c] = Math.max(natural[c], width);
      }
      least[c] = Math.max(least[c], breaks ? Lines.widestWord(fonts, text, style) : width);
      String bangla = bangla(cell);
      natural[c] = Math.max(natural[c], fonts.width(bangla, BANGLA));
      least[c] = Math.max(least[c], Lines.widestWord(fonts, bangla, BANGLA));
    }
    float around = PAD + before(c) + SLACK;
    natural[c] = Math.max(natural[c], least[c]) + around;
    least[c] = Math.min(least[c], canvas.width() / 2) + around;
  }

  private float[] spread(float[] natural, float extra) {
    float[] widths = natural.clone();
    float share = extra / widths.length;
    for (int c = 0; c < widths.length; c++) {
      widths[c] += share;
    }
    return widths;
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
