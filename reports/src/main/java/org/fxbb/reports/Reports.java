package org.fxbb.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.reports.national.NationalReport;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.scorecard.Scorecards;
import org.jspecify.annotations.Nullable;

/**
 * The packs that jobs can render.
 *
 * <p><b>Shape</b>: files go to {@code <out>/<period>/<report>/}; each is written under a temporary
 * name and moved, so a crash leaves no half file. Each pack ends with its {@code figures.json}.
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
   * @param period the month, Asia/Dhaka
   * @param policySet policy set whose verdicts are printed
   * @param out folder of all reports
   * @param asOf the instant of rendering, by the injected clock
   * @return document, workbook, figures
   */
  public static List<Path> renderR1(
      DataSource report, YearMonth period, String policySet, Path out, Instant asOf)
      throws IOException, SQLException {
    return new NationalReport(report).render(new ReportPeriod(period, policySet, asOf), out);
  }

  /**
   * Renders R2, a scorecard per licensed, active ISP; parameters as in {@link #renderR1}.
   *
   * @param isp code of the only ISP to draw, null for all
   * @param drawn told after each scorecard, for progress
   * @return one document per ISP by code, then the figures
   */
  public static List<Path> renderScorecards(
      DataSource report,
      YearMonth period,
      String policySet,
      Path out,
      Instant asOf,
      @Nullable String isp,
      Runnable drawn)
      throws IOException, SQLException {
    return new Scorecards(report)
        .render(new ReportPeriod(period, policySet, asOf), out, isp, drawn);
  }
}
