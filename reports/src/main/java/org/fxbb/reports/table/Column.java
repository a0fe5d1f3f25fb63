package org.fxbb.reports.table;

import org.fxbb.reports.figure.Unit;

/**
 * A column of a {@link Table}.
 *
 * @param key name of the query's column, and the last part of its figures' ids
 * @param label header in English and Bangla, without the unit
 * @param kind what its cells hold
 * @param unit unit of a number; {@link Unit#COUNT} for other kinds
 * @param missing what is printed where the value is null
 */
public record Column(String key, Label label, Kind kind, Unit unit, String missing) {

  /** What the cells of a column hold. */
  public enum Kind {
    /** Words, with the Bangla twin in the query's column {@code <key>_bn} if there is one. */
    WORDS,
    /** Figures in the column's unit. */
    NUMBER,
    /** Figures whose unit the query names in {@code <key>_unit}, row by row. */
    MIXED,
    /** A code from a closed list. */
    CODE,
    /** A day. */
    DAY
  }

  /** The English header with its unit. */
  public String header() {
    return unit.symbol().isEmpty() ? label.en() : label.en() + " (" + unit.symbol() + ")";
  }

  /** True where cells align to the right. */
  public boolean isNumber() {
    return kind == Kind.NUMBER || kind == Kind.MIXED;
  }

  /** True where each cell carries its own unit. */
  public boolean mixedUnits() {
    return kind == Kind.MIXED;
  }
}
