package org.fxbb.readers.csv;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a sender wrote from acting as a formula where it is given back in a CSV file.
 *
 * <p><b>Source</b>: spec 4.10, "cells guarded against spreadsheet formulas".
 */
public final class FormulaGuard {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*");

  private FormulaGuard() {}

  /** A cell that a spreadsheet shows as text: one that could begin a formula gets an apostrophe. */
  public static String guard(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    boolean formula = "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }
}
