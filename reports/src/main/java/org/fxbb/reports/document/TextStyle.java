package org.fxbb.reports.document;

import java.awt.Color;

/**
 * Looks of a run of text.
 *
 * @param bold bold or regular
 * @param size type size in points
 * @param leading distance of baselines in points
 * @param colour colour
 */
public record TextStyle(boolean bold, float size, float leading, Color colour) {
  /** Body text. */
  public static final TextStyle BODY = new TextStyle(false, 9.5f, 14f, Palette.INK);

  /** Chapter heading. */
  public static final TextStyle H1 = new TextStyle(true, 18f, 24f, Palette.ACCENT);

  /** Section heading. */
  public static final TextStyle H2 = new TextStyle(true, 12.5f, 18f, Palette.ACCENT);

  /** Heading inside a section. */
  public static final TextStyle H3 = new TextStyle(true, 10f, 14f, Palette.INK);

  /** Title of a table or figure. */
  public static final TextStyle CAPTION = new TextStyle(true, 9f, 12.5f, Palette.INK);

  /** Footnotes and source lines. */
  public static final TextStyle NOTE = new TextStyle(false, 7.2f, 10f, Palette.MUTED);

  /** Header cells. */
  public static final TextStyle TH = new TextStyle(true, 7.4f, 9.6f, Palette.INK);

  /** Bangla under an English header. */
  public static final TextStyle TH_BN = new TextStyle(false, 7f, 9.6f, Palette.MUTED);

  /** Data cells. */
  public static final TextStyle TD = new TextStyle(false, 7.8f, 10.4f, Palette.INK);

  /** Labels in charts. */
  public static final TextStyle LABEL = new TextStyle(false, 7f, 9f, Palette.INK);

  /** The same in bold. */
  public TextStyle inBold() {
    return new TextStyle(true, size, leading, colour);
  }

  /** The same in another colour. */
  public TextStyle in(Color other) {
    return new TextStyle(bold, size, leading, other);
  }

  /** The same in another size, the leading in proportion. */
  public TextStyle at(float points) {
    return new TextStyle(bold, points, leading * points / size, colour);
  }
}
