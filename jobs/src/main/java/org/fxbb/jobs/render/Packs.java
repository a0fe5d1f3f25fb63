package org.fxbb.jobs.render;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.Progress;
import org.fxbb.reports.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Renders the packs of a month with the policy set that judged it, and hands what came out to the
 * {@link ReportLibrary}.
 *
 * <p><b>Lifecycle</b>: call inside a transaction of the engine's role; figures are read through the
 * pool of the reports' role.
 */
@Component
public class Packs {
  private final DataSource report;
  private final Policies policies;
  private final ReportLibrary library;
  private final Folders folders;
  private final Progress progress;
  private final Clock clock;

  Packs(
      @Qualifier("reportDataSource") DataSource report,
      NamedParameterJdbcTemplate etl,
      Folders folders,
      Progress progress,
      Clock clock) {
    this.report = report;
    this.policies = new Policies(etl);
    this.library = new ReportLibrary(etl);
    this.folders = folders;
    this.progress = progress;
    this.clock = clock;
  }

  int renderNational(Period period) throws IOException, SQLException {
    String set = policies.inForce(period.first()).set();
    Instant now = clock.instant();
    progress.start("Rendering R1", 1, "packs");
    List<Path> files = Reports.renderR1(report, period.month(), set, folders.output(), now);
    progress.add(1);
    progress.done();
    library.remember("R1", period, set, files, now);
    return files.size();
  }

  int renderScorecards(Period period, @Nullable String isp) throws IOException, SQLException {
    String set = policies.inForce(period.first()).set();
    Instant now = clock.instant();
    progress.start("Rendering R2", 0, "scorecards");
    List<Path> files =
        Reports.renderScorecards(
            report, period.month(), set, folders.output(), now, isp, () -> progress.add(1));
    progress.done();
    library.remember("R2", period, set, files, now);
    return files.size();
  }
}
