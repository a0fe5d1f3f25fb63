package org.fxbb.reports.scorecard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.reports.document.Canvas;
import org.fxbb.reports.document.RunningHead;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.pack.Manifest;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.pack.Snapshot;
import org.fxbb.reports.pack.StagedFile;
import org.jspecify.annotations.Nullable;

/**
 * R2, one scorecard per licensed, active ISP, and the figures of all of them.
 *
 * <p><b>Lifecycle</b>: stateless; rendering again replaces the files. All ISPs are read by one
 * query per table and share the fonts, so the cost of one more scorecard is its drawing alone.
 *
 * <p><b>Source</b>: spec 6.1.
 */
public final class Scorecards {
  /** Code of the report. */
  public static final String CODE = "R2";

  private static final String TITLE = "Scorecard / স্কোরকার্ড";

  private final DataSource source;

  /** Scorecards that read through a data source acting as {@code fxbb_report}. */
  public Scorecards(DataSource source) {
    this.source = source;
  }

  /**
   * Renders {@code <folder>/<period>/R2/<isp>.pdf}; the figures are always those of every ISP.
   *
   * @param only code of the only ISP to draw, null for all
   * @param drawn told after each document, for progress
   * @return the documents by ISP code, then {@code figures.json} and {@code manifest.json}
   * @throws IllegalArgumentException when {@code only} is no licensed, active ISP
   */
  public List<Path> render(ReportPeriod period, Path folder, @Nullable String only, Runnable drawn)
      throws IOException, SQLException {
    FigureBook book = new FigureBook(CODE, period.month().toString());
    ScorecardTables tables;
    String status;
    try (Snapshot snapshot = new Snapshot(source, period, book)) {
      tables = new ScorecardTables(snapshot);
      status = snapshot.status();
    }
    Path pack = folder.resolve(period.month().toString()).resolve(CODE);
    List<Path> files = new ArrayList<>();
    for (String isp : chosen(tables.isps(), only)) {
      files.add(
          StagedFile.write(
              pack.resolve(isp + ".pdf"), out -> draw(out, tables, isp, period, status)));
      drawn.run();
    }
    byte[] figures = book.toJson();
    Path json = StagedFile.write(pack.resolve("figures.json"), out -> out.write(figures));
    files.add(json);
    files.add(Manifest.write(pack, CODE, period, status, inPack(tables.isps(), pack, json)));
    return files;
  }

  /** Every scorecard of the pack, those drawn earlier too, and the figures. */
  private static List<Path> inPack(Collection<String> isps, Path pack, Path figures) {
    return Stream.concat(
            isps.stream().map(isp -> pack.resolve(isp + ".pdf")).filter(Files::exists),
            Stream.of(figures))
        .toList();
  }

  private static Collection<String> chosen(Collection<String> isps, @Nullable String only) {
    if (only == null) {
      return isps;
    }
    if (!isps.contains(only)) {
      throw new IllegalArgumentException(
          "Cannot draw a scorecard for \"%s\": expected the code of a licensed, active ISP, such as %s."
              .formatted(only, isps.stream().findFirst().orElse("isp-0001")));
    }
    return List.of(only);
  }

  private static void draw(
      java.io.OutputStream out,
      ScorecardTables tables,
      String isp,
      ReportPeriod period,
      String status) {
    RunningHead head =
        new RunningHead(
            CODE,
            TITLE,
            isp + ", " + period.words(),
            period.policySet(),
            status,
            "Measured quality of service, filings and violations of " + isp + ".");
    try (Canvas canvas = new Canvas(out, head, period.asOf())) {
      new ScorecardDocument(canvas, tables, isp).draw(period.sealInWords());
    }
  }
}
