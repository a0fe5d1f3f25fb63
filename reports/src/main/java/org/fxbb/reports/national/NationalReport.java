package org.fxbb.reports.national;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.fxbb.reports.document.Canvas;
import org.fxbb.reports.document.RunningHead;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.pack.Manifest;
import org.fxbb.reports.pack.PackFacts;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.pack.Snapshot;
import org.fxbb.reports.pack.StagedFile;
import org.fxbb.reports.workbook.About;
import org.fxbb.reports.workbook.PackWorkbook;
import org.fxbb.reports.workbook.SheetChart;

/**
 * R1, the national QoS report of a month: a document, the workbook with every table behind it, and
 * the figures of both.
 *
 * <p><b>Errors</b>: {@link org.fxbb.reports.pack.PackRefusedException} where margins do not add up;
 * then nothing is written.
 *
 * <p><b>Lifecycle</b>: stateless; rendering again replaces the files.
 *
 * <p><b>Source</b>: spec 6.1 to 6.3.
 */
public final class NationalReport {
  /** Code of the report. */
  public static final String CODE = "R1";

  private final DataSource source;

  /** A report that reads through a data source acting as {@code fxbb_report}. */
  public NationalReport(DataSource source) {
    this.source = source;
  }

  /**
   * Renders the pack into {@code <folder>/<period>/R1/}.
   *
   * @return document, workbook, figures and manifest, in this order
   */
  public List<Path> render(ReportPeriod period, Path folder) throws IOException, SQLException {
    FigureBook book = new FigureBook(CODE, period.month().toString());
    NationalTables tables;
    try (Snapshot snapshot = new Snapshot(source, period, book)) {
      tables = NationalTables.read(snapshot, period);
    }
    Path pack = folder.resolve(period.month().toString()).resolve(CODE);
    String name = "%s_national_%s".formatted(CODE, period.month());
    byte[] figures = book.toJson();
    Path document = StagedFile.write(pack.resolve(name + ".pdf"), out -> draw(out, tables, period));
    Path workbook =
        StagedFile.write(
            pack.resolve(name + ".xlsx"),
            out ->
                new PackWorkbook()
                    .write(out, about(tables, period, figures), chart(tables), tables.all()));
    Path json = StagedFile.write(pack.resolve("figures.json"), out -> out.write(figures));
    List<Path> files = List.of(document, workbook, json);
    Path manifest = Manifest.write(pack, CODE, period, tables.status(), files);
    return List.of(document, workbook, json, manifest);
  }

  private static void draw(java.io.OutputStream out, NationalTables tables, ReportPeriod period) {
    RunningHead head =
        new RunningHead(
            CODE,
            NationalDocument.TITLE + ", national report",
            period.words(),
            period.policySet(),
            tables.status(),
            "Measured quality of fixed broadband in Bangladesh, by division, district and ISP.");
    try (Canvas canvas = new Canvas(out, head, period.asOf())) {
      new NationalDocument(canvas, tables, period).draw();
    }
  }

  private static Optional<SheetChart> chart(NationalTables tables) {
    return Optional.of(
        new SheetChart(
            tables.get(Layouts.COMPLIANCE),
            "parameter",
            List.of("meets", "breaches", "insufficient", "not_measured")));
  }

  private static About about(NationalTables tables, ReportPeriod period, byte[] figures) {
    return new About(
        "%s %s, %s".formatted(CODE, NationalDocument.TITLE, period.words()),
        PackFacts.of(period, tables.status(), figures),
        List.of(
            "Each sheet is one table: Bangla headers in the first row, English ones with units in"
                + " the second, notes and source below the last row.",
            "Numbers are numbers, rounded once as printed in the document; percentages have a"
                + " percent format; days are dates.",
            "Not measured is neither good nor bad, and is never a zero.",
            "PROVISIONAL: the month is not closed. INDICATIVE: limits are assumed and have no legal"
                + " effect.",
            "A table with more rows than a sheet holds continues on numbered sheets; no row is"
                + " left out."),
        period.asOf());
  }
}
