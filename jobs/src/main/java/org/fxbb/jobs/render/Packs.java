package org.fxbb.jobs.render;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.Progress;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.NoticeRule;
import org.fxbb.reports.Reports;
import org.fxbb.reports.filing.NoticeWords;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.table.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Renders the packs of a month on their {@link PackTerms}, and hands what came out to the {@link
 * ReportLibrary}.
 *
 * <p><b>Lifecycle</b>: call inside a transaction of the engine's role; figures are read through the
 * pool of the reports' role.
 */
@Component
public class Packs {
  private final DataSource report;
  private final ReportLibrary library;
  private final PackTerms terms;
  private final Folders folders;
  private final Progress progress;

  Packs(
      @Qualifier("reportDataSource") DataSource report,
      NamedParameterJdbcTemplate etl,
      PackTerms terms,
      Folders folders,
      Progress progress) {
    this.report = report;
    this.library = new ReportLibrary(etl);
    this.terms = terms;
    this.folders = folders;
    this.progress = progress;
  }

  List<Path> renderNational(Period period) throws IOException, SQLException {
    ReportPeriod made = terms.of(period);
    progress.start("Rendering R1", 1, "packs");
    List<Path> files = Reports.renderR1(report, made, folders.output());
    progress.add(1);
    progress.done();
    library.remember("R1", made, files);
    return files;
  }

  List<Path> renderFilings(Period period) throws IOException, SQLException {
    ReportPeriod made = terms.of(period);
    progress.start("Rendering R5", 1, "packs");
    List<Path> files = Reports.renderR5(report, made, folders.output(), noticeWords());
    progress.add(1);
    progress.done();
    library.remember("R5", made, files);
    return files;
  }

  /** The texts of all notices, with three dots for the facts of a case. */
  private static Map<String, NoticeWords> noticeWords() {
    Map<String, NoticeWords> words = new HashMap<>();
    for (NoticeRule rule : NoticeCatalogue.listAll()) {
      words.put(
          rule.code(),
          new NoticeWords(
              Label.of(dots(rule.text().en()), dots(rule.text().bn())),
              Label.of(dots(rule.text().fix()), dots(rule.text().fixBn()))));
    }
    return words;
  }

  private static String dots(String template) {
    return template.replaceAll("\\{[a-z]+\\}", "…");
  }

  List<Path> renderScorecards(Period period, @Nullable String isp)
      throws IOException, SQLException {
    ReportPeriod made = terms.of(period);
    progress.start("Rendering R2", 0, "scorecards");
    List<Path> files =
        Reports.renderScorecards(report, made, folders.output(), isp, () -> progress.add(1));
    progress.done();
    library.remember("R2", made, files);
    return files;
  }
}
