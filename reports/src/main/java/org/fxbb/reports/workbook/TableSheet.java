package org.fxbb.reports.workbook;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.fxbb.reports.figure.Figure;
import org.fxbb.reports.table.Column;
import org.fxbb.reports.table.Row;
import org.fxbb.reports.table.Table;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumn;

/**
 * Streams one table to one sheet: Bangla headers in the first row, English ones with units in the
 * second, data from the third on as a named table with filter.
 */
final class TableSheet {
  private static final int HEADER = 1;
  private static final int WIDTH_SAMPLE = 300;

  /** Characters of the widest column. */
  private static final int WIDEST = 60;

  private static final Map<String, String> FILLS =
      Map.ofEntries(
          Map.entry("Excellent", "D5E8D4"),
          Map.entry("Good", "E6F2E0"),
          Map.entry("Satisfactory", "FFF9DB"),
          Map.entry("Needs improvement", "FCE8CD"),
          Map.entry("Non compliant", "F4CCCC"),
          Map.entry("Meets", "E6F2E0"),
          Map.entry("Breaches", "F4CCCC"),
          Map.entry("Insufficient evidence", "E8EAED"),
          Map.entry("Not measured", "E8EAED"),
          Map.entry("Accepted", "E6F2E0"),
          Map.entry("With errors", "FFF9DB"),
          Map.entry("Late", "FCE8CD"),
          Map.entry("Waiting", "FCE8CD"),
          Map.entry("Rejected", "F4CCCC"),
          Map.entry("Missing", "F4CCCC"),
          Map.entry("Warn", "FCE8CD"),
          Map.entry("Investigate", "F4CCCC"),
          Map.entry("Critical", "E6B8B7"),
          Map.entry("High", "F4CCCC"),
          Map.entry("Medium", "FCE8CD"));

  private final Styles styles;
  private final Table table;
  private final SXSSFSheet sheet;

  TableSheet(SXSSFWorkbook workbook, Styles styles, Table table, String name) {
    this.styles = styles;
    this.table = table;
    this.sheet = workbook.createSheet(name);
  }

  /** Writes the given rows of the table and everything around them. */
  void write(List<Row> rows, String tableName, String footer) {
    headers();
    int r = HEADER;
    for (Row row : rows) {
      write(row, sheet.createRow(++r));
    }
    int last = Math.max(r, HEADER + 1);
    if (rows.isEmpty()) {
      Cell cell = sheet.createRow(last).createCell(0);
      cell.setCellValue("Nothing to list.");
      cell.setCellStyle(styles.words);
    } else {
      named(tableName, last);
    }
    notes(last + 2);
    widths(rows);
    fills(rows, last);
    print(footer);
  }

  private void headers() {
    SXSSFRow bangla = sheet.createRow(0);
    SXSSFRow english = sheet.createRow(HEADER);
    bangla.setHeightInPoints(30);
    english.setHeightInPoints(42);
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      text(bangla, c, column.label().bn(), styles.headerBangla);
      text(english, c, column.header(), styles.header);
    }
  }

  private void write(Row row, SXSSFRow to) {
    for (int c = 0; c < row.cells().size(); c++) {
      write(row.cells().get(c), row.total(), to, c);
    }
  }

  private void write(org.fxbb.reports.table.Cell from, boolean total, SXSSFRow to, int column) {
    if (from instanceof org.fxbb.reports.table.Cell.Value value) {
      Figure figure = value.figure();
      Cell cell = to.createCell(column);
      cell.setCellValue(
          figure.unit().isPercent()
              ? figure.value().movePointLeft(2).doubleValue()
              : figure.value().doubleValue());
      String unit =
          table.columns().get(column).mixedUnits()
                  && !figure.unit().isPercent()
                  && !figure.unit().symbol().isEmpty()
              ? " " + figure.unit().symbol()
              : "";
      cell.setCellStyle(styles.number(figure.unit(), total, unit + value.mark()));
    } else if (from instanceof org.fxbb.reports.table.Cell.Day day) {
      Cell cell = to.createCell(column);
      cell.setCellValue(day.day());
      cell.setCellStyle(styles.day);
    } else if (from instanceof org.fxbb.reports.table.Cell.Missing) {
      text(to, column, from.text(), styles.missing);
    } else {
      words(to, column, from.both(), total);
    }
  }

  /** Words that are longer than the widest column go over several lines. */
  private void words(SXSSFRow row, int column, String text, boolean total) {
    CellStyle style = text.length() > WIDEST ? styles.wrapped : styles.words;
    text(row, column, text, total ? styles.wordsTotal : style);
  }

  /** Text is always a string cell, whatever it starts with: it never becomes a formula. */
  private static void text(SXSSFRow row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private void named(String tableName, int last) {
    AreaReference area =
        new AreaReference(
            new CellReference(HEADER, 0),
            new CellReference(last, table.columns().size() - 1),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable named =
        sheet.getWorkbook().getXSSFWorkbook().getSheet(sheet.getSheetName()).createTable(area);
    named.setName(tableName);
    named.setDisplayName(tableName);
    List<CTTableColumn> columns = named.getCTTable().getTableColumns().getTableColumnList();
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).setName(table.columns().get(c).header());
    }
    named.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
  }

  private void notes(int from) {
    int r = from;
    for (String note : table.footnotes()) {
      text(sheet.createRow(r++), 0, note, styles.words);
    }
    if (!table.source().isEmpty()) {
      text(sheet.createRow(r), 0, "Source: " + table.source(), styles.words);
    }
  }

  private void widths(List<Row> rows) {
    for (int c = 0; c < table.columns().size(); c++) {
      int characters = Math.min(16, table.columns().get(c).header().length()) + 4;
      for (Row row : rows.subList(0, Math.min(WIDTH_SAMPLE, rows.size()))) {
        characters = Math.max(characters, length(row.cells().get(c)) + 2);
      }
      sheet.setColumnWidth(c, Math.min(WIDEST, characters) * 256);
    }
  }

  private static int length(org.fxbb.reports.table.Cell cell) {
    return cell.both().length() + 1;
  }

  private void fills(List<Row> rows, int last) {
    SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    for (int c = 0; c < table.columns().size(); c++) {
      if (table.columns().get(c).kind() != Column.Kind.CODE) {
        continue;
      }
      int column = c;
      Set<String> present =
          rows.stream().map(row -> row.cells().get(column).text()).collect(Collectors.toSet());
      CellRangeAddress[] range = {new CellRangeAddress(HEADER + 1, last, c, c)};
      for (Map.Entry<String, String> fill : new TreeMap<>(FILLS).entrySet()) {
        if (!present.contains(fill.getKey())) {
          continue;
        }
        ConditionalFormattingRule rule =
            formatting.createConditionalFormattingRule(
                ComparisonOperator.EQUAL, "\"" + fill.getKey() + "\"");
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(colour(fill.getValue()));
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        formatting.addConditionalFormatting(range, rule);
      }
    }
  }

  private static XSSFColor colour(String hex) {
    byte[] rgb = HexFormat.of().parseHex(hex);
    return new XSSFColor(rgb, null);
  }

  private void print(String footer) {
    sheet.createFreezePane(1, HEADER + 1);
    sheet.setRepeatingRows(new CellRangeAddress(0, HEADER, -1, -1));
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getHeader().setLeft(table.title().en());
    sheet.getFooter().setLeft(footer);
    sheet.getFooter().setRight("Page &P of &N");
  }
}
