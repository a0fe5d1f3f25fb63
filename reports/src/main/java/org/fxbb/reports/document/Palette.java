package org.fxbb.reports.document;

import java.awt.Color;

/** The few colours of every document; they stay apart when printed in grey. */
public final class Palette {
  /** Text. */
  public static final Color INK = new Color(0x1F2933);

  /** Secondary text: notes, sources, running heads. */
  public static final Color MUTED = new Color(0x52606D);

  /** Headings, bars and the line of a chart. */
  public static final Color ACCENT = new Color(0x1B4965);

  /** Second series of a chart. */
  public static final Color SOFT = new Color(0x8FB3CC);

  /** Strong rules. */
  public static final Color RULE = new Color(0x7B8794);

  /** Hairlines between rows. */
  public static final Color HAIR = new Color(0xD3D9DF);

  /** Backgrounds. */
  public static final Color WASH = new Color(0xF0F3F6);

  /** Paper. */
  public static final Color PAPER = Color.WHITE;

  private Palette() {}
}
