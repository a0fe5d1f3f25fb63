package org.fxbb.reports.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.fxbb.reports.figure.Unit;

/** Cell styles of one workbook, made once each: a workbook holds at most 64,000. */
final class Styles {
  private final Workbook workbook;
  private final Map<NumberLook, CellStyle> numbers = new HashMap<>();
  final CellStyle words;
  final CellStyle wordsTotal;
  final CellStyle wrapped;
  final CellStyle missing;
  final CellStyle day;
  final CellStyle header;
  final CellStyle headerBangla;
  final CellStyle title;
  final CellStyle label;
  final CellStyle link;

  Styles(Workbook workbook) {
    this.workbook = workbook;
    words = words(font(false, 10, IndexedColors.BLACK));
    wordsTotal = words(font(true, 10, IndexedColors.BLACK));
    wrapped = words(font(false, 10, IndexedColors.BLACK));
    wrapped.setWrapText(true);
    missing = words(italic());
    missing.setAlignment(HorizontalAlignment.RIGHT);
    missing.setIndention((short) 0);
    day = workbook.createCellStyle();
    day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    day.setFont(font(false, 10, IndexedColors.BLACK));
    header = header(font(true, 10, IndexedColors.BLACK));
    header.setBorderBottom(BorderStyle.THIN);
    headerBangla = header(font(false, 10, IndexedColors.GREY_80_PERCENT));
    title = words(font(true, 16, IndexedColors.BLACK));
    label = words(font(true, 10, IndexedColors.BLACK));
    label.setVerticalAlignment(VerticalAlignment.TOP);
    Font blue = font(false, 10, IndexedColors.BLUE);
    blue.setUnderline(Font.U_SINGLE);
    link = words(blue);
  }

  /**
   * Style of a number.
   *
   * @param suffix text behind the number, such as a unit or the sign of a footnote; the cell stays
   *     a number
   */
  CellStyle number(Unit unit, boolean total, String suffix) {
    return numbers.computeIfAbsent(new NumberLook(unit, total, suffix), look -> numberStyle(look));
  }

  private record NumberLook(Unit unit, boolean total, String suffix) {}

  private CellStyle numberStyle(NumberLook look) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format(look)));
    style.setFont(font(look.total(), 10, IndexedColors.BLACK));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private static String format(NumberLook look) {
    Unit unit = look.unit();
    String decimals = unit.decimals() == 0 ? "" : "." + "0".repeat(unit.decimals());
    String number = unit.isPercent() ? "0" + decimals + "%" : "#,##0" + decimals;
    if (unit == Unit.LIMIT) {
      number = "General";
    }
    return look.suffix().isEmpty() ? number : number + "\"" + look.suffix() + "\"";
  }

  private CellStyle words(Font font) {
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setIndention((short) 1);
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setQuotePrefixed(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private CellStyle header(Font font) {
    CellStyle style = words(font);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.BOTTOM);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private Font italic() {
    Font font = font(false, 9, IndexedColors.GREY_50_PERCENT);
    font.setItalic(true);
    return font;
  }

  private Font font(boolean bold, int points, IndexedColors colour) {
    Font font = workbook.createFont();
    font.setFontName("Noto Sans");
    font.setBold(bold);
    font.setFontHeightInPoints((short) points);
    font.setColor(colour.getIndex());
    return font;
  }
}
