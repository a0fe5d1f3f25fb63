package org.fxbb.reports.chart;

import java.util.List;
import org.fxbb.reports.document.Ink;
import org.fxbb.reports.document.Palette;
import org.fxbb.reports.document.TextStyle;
import org.fxbb.reports.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * One labelled dot per row on a common scale, with an optional interval and a dashed line where the
 * limit stands; a row without a value says why in words.
 */
public final class DotPlot {
  private static final float STEP = 15f;
  private static final float LABELS = 118f;
  private static final float VALUES = 92f;
  private static final float AXIS = 20f;

  /**
   * One row.
   *
   * @param label text at its left
   * @param value the dot; null where there is none
   * @param low lower end of its interval, or null
   * @param high upper end of its interval, or null
   * @param missing words printed instead of a dot
   */
  public record Dot(
      String label,
      @Nullable Figure value,
      @Nullable Figure low,
      @Nullable Figure high,
      String missing) {}

  private final double from;
  private final double to;
  private final double limit;
  private final String limitLabel;

  /**
   * A plot on a fixed scale.
   *
   * @param from left end of the scale
   * @param to right end of the scale
   * @param limit where the dashed line stands; NaN for none
   * @param limitLabel words at the dashed line
   */
  public DotPlot(double from, double to, double limit, String limitLabel) {
    this.from = from;
    this.to = to;
    this.limit = limit;
    this.limitLabel = limitLabel;
  }

  /** Height in points that so many rows need. */
  public static float height(int rows) {
    return rows * STEP + AXIS + 12;
  }

  /** Draws the rows, the axis and the limit. */
  public void draw(Ink ink, List<Dot> dots) {
    float right = ink.width() - VALUES;
    float top = 12;
    float bottom = top + dots.size() * STEP;
    for (int i = 0; i <= 4; i++) {
      float x = LABELS + (right - LABELS) * i / 4;
      ink.line(x, top, x, bottom, 0.3f, Palette.HAIR);
      ink.textCentre(x, bottom + 10, label(from + (to - from) * i / 4), TextStyle.LABEL);
    }
    if (!Double.isNaN(limit)) {
      ink.dashed(x(limit, right), top - 3, x(limit, right), bottom, 0.9f, Palette.INK);
      ink.textCentre(x(limit, right), top - 5, limitLabel, TextStyle.LABEL);
    }
    float y = top;
    for (Dot dot : dots) {
      row(ink, dot, y + STEP / 2, right);
      y += STEP;
    }
  }

  private void row(Ink ink, Dot dot, float middle, float right) {
    ink.textWithin(0, middle + 2.6f, LABELS - 8, dot.label(), TextStyle.LABEL.at(7.6f));
    if (dot.value() == null) {
      ink.text(right + 8, middle + 2.6f, dot.missing(), TextStyle.LABEL.in(Palette.MUTED));
      return;
    }
    if (dot.low() != null && dot.high() != null) {
      float low = x(dot.low().value().doubleValue(), right);
      float high = x(dot.high().value().doubleValue(), right);
      ink.line(low, middle, high, middle, 1.6f, Palette.SOFT);
      ink.line(low, middle - 2.5f, low, middle + 2.5f, 0.8f, Palette.SOFT);
      ink.line(high, middle - 2.5f, high, middle + 2.5f, 0.8f, Palette.SOFT);
    }
    ink.dot(x(dot.value().value().doubleValue(), right), middle, 3f, Palette.ACCENT);
    ink.text(right + 8, middle + 2.6f, dot.value().textWithUnit(), TextStyle.LABEL.inBold());
  }

  private float x(double value, float right) {
    double share = Math.min(1, Math.max(0, (value - from) / (to - from)));
    return (float) (LABELS + (right - LABELS) * share);
  }

  private static String label(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
