package org.fxbb.reports.workbook;

import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.fxbb.reports.table.Label;
import org.fxbb.reports.table.Row;
import org.fxbb.reports.table.Table;

/**
 * A sheet "Charts" with stacked bars of a table's count columns, as a native chart over cells.
 *
 * @param table the table
 * @param label key of the column that names the bars
 * @param series keys of the columns that are stacked, in order
 */
public record SheetChart(Table table, String label, List<String> series) {
  private static final String CHART_NAMESPACE =
      "http://schemas.openxmlformats.org/drawingml/2006/chart";

  /** Greys and blues that stay apart without colour. */
  private static final byte[][] FILLS = {
    {(byte) 0xBD, (byte) 0xD0, (byte) 0xDE},
    {(byte) 0x1B, (byte) 0x49, (byte) 0x65},
    {(byte) 0x9A, (byte) 0xA5, (byte) 0xB1},
    {(byte) 0xE4, (byte) 0xE7, (byte) 0xEB},
    {(byte) 0x5B, (byte) 0x66, (byte) 0x70}
  };

  /** Copies the keys. */
  public SheetChart {
    series = List.copyOf(series);
  }

  void draw(XSSFWorkbook workbook, Styles styles) {
    XSSFSheet sheet = workbook.createSheet("Charts");
    sheet.setColumnWidth(0, 34 * 256);
    PackWorkbook.put(sheet, 0, 0, table.title().en(), styles.label);
    int header = 2;
    sheet.createRow(header).setHeightInPoints(30);
    for (int s = 0; s < series.size(); s++) {
      String name = both(table.columns().get(table.column(series.get(s))).label());
      sheet.setColumnWidth(s + 1, 16 * 256);
      PackWorkbook.put(sheet, header, s + 1, name, styles.header);
    }
    int r = header;
    for (Row row : table.rows()) {
      PackWorkbook.put(sheet, ++r, 0, table.cell(row, label).both(), styles.words);
      for (int s = 0; s < series.size(); s++) {
        if (table.cell(row, series.get(s)) instanceof org.fxbb.reports.table.Cell.Value value) {
          Cell cell = sheet.getRow(r).createCell(s + 1);
          cell.setCellValue(value.figure().value().doubleValue());
          cell.setCellStyle(styles.number(value.figure().unit(), false, ""));
        }
      }
    }
    if (r > header) {
      chart(sheet, header, r);
    }
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getFooter().setRight("Page &P of &N");
  }

  private static String both(Label label) {
    return label.bn().isEmpty() ? label.en() : label.en() + " / " + label.bn();
  }

  private void chart(XSSFSheet sheet, int header, int last) {
    var drawing = sheet.createDrawingPatriarch();
    XSSFChart chart =
        drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 0, last + 2, 8, last + 30));
    chart.setTitleText(both(table.title()));
    chart.setTitleOverlay(false);
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
    names.setOrientation(AxisOrientation.MAX_MIN);
    XDDFValueAxis counts = chart.createValueAxis(AxisPosition.BOTTOM);
    counts.setCrossBetween(AxisCrossBetween.BETWEEN);
    counts.setMinimum(0);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, counts);
    data.setBarDirection(BarDirection.BAR);
    data.setBarGrouping(BarGrouping.STACKED);
    for (int s = 0; s < series.size(); s++) {
      XDDFChartData.Series line =
          data.addSeries(
              XDDFDataSourcesFactory.fromStringCellRange(
                  sheet, new CellRangeAddress(header + 1, last, 0, 0)),
              XDDFDataSourcesFactory.fromNumericCellRange(
                  sheet, new CellRangeAddress(header + 1, last, s + 1, s + 1)));
      line.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(FILLS[s % FILLS.length])));
      line.setTitle(
          sheet.getRow(header).getCell(s + 1).getStringCellValue(),
          new org.apache.poi.ss.util.CellReference(
              sheet.getSheetName(), header, s + 1, true, true));
    }
    chart.plot(data);
    overlap(chart);
  }

  /**
   * Lays the stacked parts over one another. POI's small schema jar lacks the type of this element,
   * so it is written as XML, where the standard wants it: before the axes.
   */
  private static void overlap(XSSFChart chart) {
    try (XmlCursor cursor =
        chart.getCTChart().getPlotArea().getBarChartArray(0).getAxIdArray(0).newCursor()) {
      cursor.beginElement(new QName(CHART_NAMESPACE, "overlap", "c"));
      cursor.insertAttributeWithValue("val", "100");
    }
  }
}
