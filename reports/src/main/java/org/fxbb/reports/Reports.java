package org.fxbb.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.reports.filing.FilingReport;
import org.fxbb.reports.filing.NoticeWords;
import org.fxbb.reports.national.NationalReport;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.scorecard.Scorecards;
import org.jspecify.annotations.Nullable;

/**
 * The packs that jobs can render.
 *
 * <p><b>Shape</b>: files go to {@code <out>/<period>/<report>/}; each is written under a temporary
 * name and moved, so a crash leaves no half file. Each pack ends with its {@code figures.json} and
 * {@code manifest.json}.
 *
 * <p><b>Errors</b>: {@link org.fxbb.reports.pack.PackRefusedException} where the month's margins do
 * not add up, before anything is written.
 *
 * <p><b>Lifecycle</b>: stateless; rendering again replaces the files; the caller holds the period's
 * lock.
 */
public final class Reports {
  private Reports() {}

  /**
   * Renders R1, the national report.
   *
   * @param report data source acting as {@code fxbb_report}
   * @param period the month, its policy set, the time of rendering and the audit seal
   * @param out folder of all reports
   * @return document, workbook, figures, manifest
   */
  public static List<Path> renderR1(DataSource report, ReportPeriod period, Path out)
      throws IOException, SQLException {
    return new NationalReport(report).render(period, out);
  }

  /**
   * Renders R5, the filing and arrivals report; parameters as in {@link #renderR1}.
   *
   * @param notices texts of the notices, by code
   * @return workbook, figures, manifest
   */
  public static List<Path> renderR5(
      DataSource report, ReportPeriod period, Path out, Map<String, NoticeWords> notices)
      throws IOException, SQLException {
    return new FilingReport(report, notices).render(period, out);
  }

  /**
   * Renders R2, a scorecard per licensed, active ISP; parameters as in {@link #renderR1}.
   *
   * @param isp code of the only ISP to draw, null for all
   * @param drawn told after each scorecard, for progress
   * @return one document per ISP by code, then figures and manifest
   */
  public static List<Path> renderScorecards(
      DataSource report, ReportPeriod period, Path out, @Nullable String isp, Runnable drawn)
      throws IOException, SQLException {
    return new Scorecards(report).render(period, out, isp, drawn);
  }
}
