package org.fxbb.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fxbb.reports.table.Row;
import org.fxbb.reports.table.Table;

/**
 * A workbook of a report pack: a sheet "About", a sheet of charts, then one sheet per table with
 * all its rows.
 *
 * <p><b>Shape</b>: a table with more rows than a sheet holds goes to numbered sheets, and "About"
 * says so. Percentages are fractions with a percent format, days are dates, text is never a
 * formula.
 *
 * <p><b>Lifecycle</b>: data sheets are streamed, so memory does not grow with their rows.
 *
 * <p><b>Source</b>: spec 6.2.
 */
public final class PackWorkbook {
  /** Data rows that fit a sheet beside two header rows. */
  public static final int SHEET_ROWS = 1_048_573;

  private static final int ROWS_IN_MEMORY = 200;
  private static final int NOTE_ROWS = 20;

  private static final int LINE_CHARACTERS = 88;
  private static final float LINE_POINTS = 15;

  private final int sheetRows;

  /** A workbook writer that fills sheets up to the limit of the format. */
  public PackWorkbook() {
    this(SHEET_ROWS - NOTE_ROWS);
  }

  /** A workbook writer that starts another sheet after so many data rows. */
  PackWorkbook(int sheetRows) {
    this.sheetRows = sheetRows;
  }

  /** Writes the workbook to the stream, which stays open. */
  public void write(OutputStream out, About about, Optional<SheetChart> chart, List<Table> tables)
      throws IOException {
    List<Part> parts = parts(tables);
    try (XSSFWorkbook base = new XSSFWorkbook()) {
      properties(base, about);
      Styles styles = new Styles(base);
      about(base, styles, about, parts);
      if (chart.isPresent()) {
        chart.get().draw(base, styles);
      }
      try (SXSSFWorkbook streaming = new SXSSFWorkbook(base, ROWS_IN_MEMORY)) {
        for (Part part : parts) {
          new TableSheet(streaming, styles, part.table(), part.sheet())
              .write(part.rows(), part.sheet().replaceAll("[^A-Za-z0-9]", "_"), about.title());
        }
        streaming.write(out);
      }
    }
  }

  private record Part(String sheet, Table table, List<Row> rows) {}

  private List<Part> parts(List<Table> tables) {
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Table table : tables) {
      int sheets = Math.max(1, (table.rows().size() + sheetRows - 1) / sheetRows);
      for (int i = 0; i < sheets; i++) {
        String name = name(table.id()) + (sheets == 1 ? "" : " " + (i + 1));
        if (!names.add(name)) {
          throw new IllegalStateException("Two tables of the workbook are called " + name + ".");
        }
        int from = i * sheetRows;
        int to = Math.min(table.rows().size(), from + sheetRows);
        parts.add(new Part(name, table, table.rows().subList(from, to)));
      }
    }
    return parts;
  }

  private static String name(String id) {
    String words =
        id.replace('-', ' ').replaceAll("\\bisp\\b", "ISP").replaceAll("\\bpop\\b", "PoP");
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1, Math.min(28, words.length()));
  }

  private static void properties(XSSFWorkbook workbook, About about) {
    var core = workbook.getProperties().getCoreProperties();
    core.setTitle(about.title());
    core.setCreator("FXBB QoS engine");
    core.setCreated(Optional.of(Date.from(about.made())));
    core.setModified(Optional.of(Date.from(about.made())));
  }

  private static void about(XSSFWorkbook workbook, Styles styles, About about, List<Part> parts) {
    XSSFSheet sheet = workbook.createSheet("About");
    sheet.setDisplayGridlines(false);
    sheet.setColumnWidth(0, 30 * 256);
    sheet.setColumnWidth(1, 90 * 256);
    int r = 0;
    put(sheet, r, 0, about.title(), styles.title);
    r += 2;
    for (Map.Entry<String, String> fact : about.facts()) {
      put(sheet, r, 0, fact.getKey(), styles.label);
      put(sheet, r++, 1, fact.getValue(), styles.wrapped);
    }
    put(sheet, ++r, 0, "How to read", styles.label);
    for (String sentence : about.reading()) {
      put(sheet, r, 1, sentence, styles.wrapped);
      int lines = 1 + sentence.length() / LINE_CHARACTERS;
      sheet.getRow(r++).setHeightInPoints(lines * LINE_POINTS);
    }
    put(sheet, ++r, 0, "Sheets", styles.label);
    for (Part part : parts) {
      Cell cell = put(sheet, r, 0, part.sheet(), styles.link);
      Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress("'" + part.sheet() + "'!A1");
      cell.setHyperlink(link);
      String bangla = part.table().title().bn();
      put(
          sheet,
          r++,
          1,
          "%s%s: %,d %s"
              .formatted(
                  part.table().title().en(),
                  bangla.isEmpty() ? "" : " / " + bangla,
                  part.rows().size(),
                  part.rows().size() == 1 ? "row" : "rows"),
          styles.wrapped);
    }
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getFooter().setRight("Page &P of &N");
  }

  static Cell put(XSSFSheet sheet, int row, int column, String text, CellStyle style) {
    var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    Cell cell = line.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
    return cell;
  }
}
