package org.fxbb.reports.document;

import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;

/**
 * Marks inside a rectangle of the page, in points from its upper left corner, y downwards.
 *
 * <p><b>Lifecycle</b>: handed out by {@link Canvas} for one figure; not kept.
 */
public final class Ink {
  private final PdfContentByte content;
  private final Fonts fonts;
  private final float left;
  private final float top;
  private final float width;
  private final float height;

  Ink(PdfContentByte content, Fonts fonts, float left, float top, float width, float height) {
    this.content = content;
    this.fonts = fonts;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
  }

  /** Patterns that tell areas apart without colour. */
  public enum Fill {
    /** Plain. */
    SOLID,
    /** Thin diagonal lines on paper. */
    HATCHED,
    /** Small dots on paper. */
    DOTTED
  }

  /** Width of the rectangle in points. */
  public float width() {
    return width;
  }

  /** Height of the rectangle in points. */
  public float height() {
    return height;
  }

  /** Text with its left end at x. */
  public void text(float x, float baseline, String text, TextStyle style) {
    fonts.show(content, left + x, top - baseline, text, style);
  }

  /** Text with its right end at x. */
  public void textRight(float x, float baseline, String text, TextStyle style) {
    text(x - fonts.width(text, style), baseline, text, style);
  }

  /** Text centred on x. */
  public void textCentre(float x, float baseline, String text, TextStyle style) {
    text(x - fonts.width(text, style) / 2, baseline, text, style);
  }

  /** Text cut at the end with an ellipsis where it is wider than the given width. */
  public void textWithin(float x, float baseline, float limit, String text, TextStyle style) {
    String shown = text;
    while (shown.length() > 1 && fonts.width(shown + "…", style) > limit && limit > 0) {
      if (shown.equals(text) && fonts.width(text, style) <= limit) {
        break;
      }
      shown = shown.substring(0, shown.length() - 1);
    }
    text(x, baseline, shown.equals(text) ? text : shown.strip() + "…", style);
  }

  /** Width of a text in one line. */
  public float textWidth(String text, TextStyle style) {
    return fonts.width(text, style);
  }

  /** A straight line. */
  public void line(float x1, float y1, float x2, float y2, float thickness, Color colour) {
    content.setLineWidth(thickness);
    content.setColorStroke(colour);
    content.moveTo(left + x1, top - y1);
    content.lineTo(left + x2, top - y2);
    content.stroke();
  }

  /** A dashed straight line. */
  public void dashed(float x1, float y1, float x2, float y2, float thickness, Color colour) {
    content.setLineDash(2.5f, 2f, 0f);
    line(x1, y1, x2, y2, thickness, colour);
    content.setLineDash(0f);
  }

  /** Connected points; NaN leaves a gap. */
  public void polyline(float[] xs, float[] ys, float thickness, Color colour) {
    content.setLineWidth(thickness);
    content.setColorStroke(colour);
    boolean down = false;
    for (int i = 0; i < xs.length; i++) {
      if (Float.isNaN(ys[i])) {
        down = false;
      } else if (down) {
        content.lineTo(left + xs[i], top - ys[i]);
      } else {
        content.moveTo(left + xs[i], top - ys[i]);
        down = true;
      }
    }
    content.stroke();
  }

  /** A filled disc. */
  public void dot(float x, float y, float radius, Color colour) {
    content.setColorFill(colour);
    content.circle(left + x, top - y, radius);
    content.fill();
  }

  /** A filled rectangle. */
  public void rect(float x, float y, float w, float h, Color colour) {
    content.setColorFill(colour);
    content.rectangle(left + x, top - y - h, w, h);
    content.fill();
  }

  /** A rectangle's outline. */
  public void frame(float x, float y, float w, float h, float thickness, Color colour) {
    content.setLineWidth(thickness);
    content.setColorStroke(colour);
    content.rectangle(left + x, top - y - h, w, h);
    content.stroke();
  }

  /** A rectangle filled with a pattern. */
  public void rect(float x, float y, float w, float h, Color colour, Fill fill) {
    if (fill == Fill.SOLID) {
      rect(x, y, w, h, colour);
      return;
    }
    content.saveState();
    content.rectangle(left + x, top - y - h, w, h);
    content.clip();
    content.newPath();
    if (fill == Fill.HATCHED) {
      for (float d = -h; d < w; d += 3.5f) {
        line(x + d, y + h, x + d + h, y, 0.45f, colour);
      }
    } else {
      for (float dy = 1.8f; dy < h; dy += 3.2f) {
        for (float dx = 1.8f; dx < w; dx += 3.2f) {
          dot(x + dx, y + dy, 0.55f, colour);
        }
      }
    }
    content.restoreState();
  }
}
