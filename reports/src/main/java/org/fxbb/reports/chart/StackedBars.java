package org.fxbb.reports.chart;

import java.awt.Color;
import java.util.List;
import org.fxbb.reports.document.Ink;
import org.fxbb.reports.document.Ink.Fill;
import org.fxbb.reports.document.Palette;
import org.fxbb.reports.document.TextStyle;
import org.fxbb.reports.figure.Figure;

/** Horizontal bars of equal length cut into counted parts; patterns and numbers tell them apart. */
public final class StackedBars {
  private static final float BAR = 13f;
  private static final float STEP = 19f;
  private static final float LABELS = 118f;
  private static final float LEGEND = 24f;

  private final List<Part> parts;

  /**
   * A kind of part, in the order in which it is drawn.
   *
   * @param name name in the legend
   * @param colour colour of its fill
   * @param fill pattern
   */
  public record Part(String name, Color colour, Fill fill) {}

  /**
   * One bar.
   *
   * @param label text at its left
   * @param counts one figure per part
   */
  public record Bar(String label, List<Figure> counts) {}

  /** Bars made of the given parts. */
  public StackedBars(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Height in points that so many bars need. */
  public static float height(int bars) {
    return LEGEND + bars * STEP;
  }

  /** Draws the legend and one bar per row. */
  public void draw(Ink ink, List<Bar> bars) {
    float x = LABELS;
    for (Part part : parts) {
      box(ink, part, x, 2, 14);
      ink.text(x + 18, 11, part.name(), TextStyle.LABEL);
      x += 26 + ink.textWidth(part.name(), TextStyle.LABEL) + 6;
    }
    float y = LEGEND;
    for (Bar bar : bars) {
      ink.textWithin(0, y + 9.5f, LABELS - 8, bar.label(), TextStyle.LABEL.at(7.6f));
      bar(ink, bar, y);
      y += STEP;
    }
  }

  private void bar(Ink ink, Bar bar, float y) {
    double total = bar.counts().stream().mapToDouble(f -> f.value().doubleValue()).sum();
    float length = ink.width() - LABELS;
    float x = LABELS;
    for (int i = 0; i < parts.size() && total > 0; i++) {
      Figure count = bar.counts().get(i);
      float width = (float) (count.value().doubleValue() / total * length);
      if (width <= 0) {
        continue;
      }
      box(ink, parts.get(i), x, y, width);
      TextStyle style = TextStyle.LABEL.inBold();
      float textWidth = ink.textWidth(count.text(), style);
      if (width > textWidth + 6) {
        ink.rect(x + width / 2 - textWidth / 2 - 2, y + 1.8f, textWidth + 4, 9.4f, Palette.PAPER);
        ink.textCentre(x + width / 2, y + 9.2f, count.text(), style);
      }
      x += width;
    }
  }

  private static void box(Ink ink, Part part, float x, float y, float width) {
    ink.rect(x, y, width, BAR, part.colour(), part.fill());
    ink.frame(x, y, width, BAR, 0.5f, Palette.RULE);
  }
}
