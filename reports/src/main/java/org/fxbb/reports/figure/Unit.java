package org.fxbb.reports.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The unit of a printed number, which decides how many decimals it keeps.
 *
 * <p><b>Units</b>: percentages are held as 0 to 100, never as a fraction; ratios as a fraction.
 * Rounding is half up, once, when the {@link Figure} is made.
 *
 * <p><b>Source</b>: spec 6.1 and section 2 ("it is rounded once, there").
 */
public enum Unit {
  /** Whole things: subscribers, tests, rows. */
  COUNT("", 0),
  /** Percent, one decimal. */
  PERCENT("%", 1),
  /** Percent with two decimals, for availability and loss, where a tenth is too coarse. */
  PERCENT_FINE("%", 2),
  /** Megabits per second. */
  MBPS("Mbit/s", 1),
  /** Milliseconds. */
  MILLIS("ms", 1),
  /** Minutes. */
  MINUTES("min", 0),
  /** Hours. */
  HOURS("h", 1),
  /** Points of a score from 0 to 100. */
  POINTS("points", 1),
  /** A quotient without a unit, such as a share of one or a limit. */
  NUMBER("", 2),
  /**
   * A number of policy in a unit of its own: up to four decimals, printed without trailing zeros.
   */
  LIMIT("", 4),
  /** A rank, 1 is best. */
  RANK("", 0);

  private final String symbol;
  private final int decimals;

  Unit(String symbol, int decimals) {
    this.symbol = symbol;
    this.decimals = decimals;
  }

  /** The sign printed behind the number or in the column header; empty where there is none. */
  public String symbol() {
    return symbol;
  }

  /** How many decimals a figure of this unit keeps. */
  public int decimals() {
    return decimals;
  }

  /** True where a workbook shows the number with a percent format. */
  public boolean isPercent() {
    return this == PERCENT || this == PERCENT_FINE;
  }

  BigDecimal round(BigDecimal exact) {
    return exact.setScale(decimals, RoundingMode.HALF_UP);
  }
}
