package org.fxbb.reports.figure;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * One number as it is printed: its id, its rounded value and its unit.
 *
 * <p><b>Shape</b>: the id is {@code <report>/<period>/<table>/<row key>/<column>}, rows by natural
 * key. The value is already rounded to the decimals of its unit; nothing downstream rounds again.
 *
 * <p><b>Source</b>: spec section 2, principles.
 *
 * @param id where the number stands, for example {@code R1/2026-01/isp-league/isp-0007/overall}
 * @param value the rounded value
 * @param unit the unit
 */
public record Figure(String id, BigDecimal value, Unit unit) {

  /** Rounds the value to the decimals of its unit: the one place where numbers are rounded. */
  public Figure {
    value = unit.round(value);
  }

  /** The number with grouping commas and the decimals of its unit, without the unit's sign. */
  public String text() {
    StringBuilder pattern = new StringBuilder("#,##0");
    if (unit.decimals() > 0) {
      String decimal = unit == Unit.LIMIT ? "#" : "0";
      pattern.append('.').append(decimal.repeat(unit.decimals()));
    }
    return new DecimalFormat(pattern.toString(), DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }

  /** The number with its unit, such as {@code 97.92 %}. */
  public String textWithUnit() {
    return unit.symbol().isEmpty() ? text() : text() + " " + unit.symbol();
  }
}
