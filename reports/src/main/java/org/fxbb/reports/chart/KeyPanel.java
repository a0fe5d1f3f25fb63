package org.fxbb.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.reports.document.Ink;
import org.fxbb.reports.document.Palette;
import org.fxbb.reports.document.TextStyle;
import org.fxbb.reports.figure.Figure;
import org.jspecify.annotations.Nullable;

/** Key figures side by side, each with its name and a small line of its daily values. */
public final class KeyPanel {
  private static final int COLUMNS = 3;
  private static final float ROW = 74f;
  private static final float BARE_ROW = 58f;

  /**
   * One key figure.
   *
   * @param name what it is
   * @param value number with unit, or the words that stand for it
   * @param note one line below
   * @param days daily values in order, null where a day has none
   */
  public record Key(String name, String value, String note, List<@Nullable Figure> days) {
    /** Copies the days, which may hold nulls. */
    public Key {
      days = java.util.Collections.unmodifiableList(new ArrayList<>(days));
    }
  }

  private KeyPanel() {}

  /** Height in points that so many figures need. */
  public static float height(int keys) {
    return height(keys, true);
  }

  /** Height in points that so many figures need, with or without small lines. */
  public static float height(int keys, boolean lines) {
    int rows = (keys + COLUMNS - 1) / COLUMNS;
    return rows * (lines ? ROW : BARE_ROW);
  }

  /** Draws the figures, three in a row, with their small lines. */
  public static void draw(Ink ink, List<Key> keys) {
    draw(ink, keys, true);
  }

  /** Draws the figures, three in a row; without small lines the rows stand closer. */
  public static void draw(Ink ink, List<Key> keys, boolean lines) {
    float width = ink.width() / COLUMNS;
    for (int i = 0; i < keys.size(); i++) {
      int row = i / COLUMNS;
      key(ink, keys.get(i), i % COLUMNS * width, row * (lines ? ROW : BARE_ROW), width - 14);
    }
  }

  private static void key(Ink ink, Key key, float x, float y, float width) {
    ink.line(x, y + 4, x + width, y + 4, 1.2f, Palette.ACCENT);
    ink.textWithin(x, y + 16, width, key.name(), TextStyle.LABEL.at(7.8f));
    boolean number = !key.value().isEmpty() && Character.isDigit(key.value().charAt(0));
    TextStyle big = new TextStyle(true, number ? 17f : 11f, 20f, Palette.ACCENT);
    ink.text(x, y + 36, key.value(), big);
    ink.textWithin(x, y + 47, width, key.note(), TextStyle.NOTE.at(6.8f));
    spark(ink, key.days(), x, y + 51, width, 16);
  }

  private static void spark(
      Ink ink, List<@Nullable Figure> days, float x, float y, float width, float height) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Figure day : days) {
      if (day != null) {
        low = Math.min(low, day.value().doubleValue());
        high = Math.max(high, day.value().doubleValue());
      }
    }
    if (low > high || days.size() < 2) {
      return;
    }
    double span = high - low == 0 ? 1 : high - low;
    float[] xs = new float[days.size()];
    float[] ys = new float[days.size()];
    for (int i = 0; i < xs.length; i++) {
      Figure day = days.get(i);
      xs[i] = x + 2 + (width - 4) * i / (xs.length - 1);
      ys[i] =
          day == null
              ? Float.NaN
              : y + height - (float) ((day.value().doubleValue() - low) / span * height);
    }
    ink.line(x, y + height + 2, x + width, y + height + 2, 0.3f, Palette.HAIR);
    ink.polyline(xs, ys, 0.9f, Palette.ACCENT);
    for (int i = xs.length - 1; i >= 0; i--) {
      if (!Float.isNaN(ys[i])) {
        ink.dot(xs[i], ys[i], 1.6f, Palette.ACCENT);
        break;
      }
    }
  }
}
