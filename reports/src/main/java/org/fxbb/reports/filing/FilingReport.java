package org.fxbb.reports.filing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.pack.Manifest;
import org.fxbb.reports.pack.PackFacts;
import org.fxbb.reports.pack.PackRefusedException;
import org.fxbb.reports.pack.PackRefusedException.Imbalance;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.pack.Snapshot;
import org.fxbb.reports.pack.StagedFile;
import org.fxbb.reports.table.Table;
import org.fxbb.reports.table.TableLayout;
import org.fxbb.reports.workbook.About;
import org.fxbb.reports.workbook.PackWorkbook;
import org.fxbb.reports.workbook.SheetChart;
import org.jspecify.annotations.Nullable;

/**
 * R5, the filing and arrivals report of a month: who filed, on time, late, rejected or missing,
 * what was wrong most, and which agents are silent; a workbook and its figures.
 *
 * <p><b>Errors</b>: {@link PackRefusedException} where rows or states do not add up; then nothing
 * is written.
 *
 * <p><b>Lifecycle</b>: stateless; rendering again replaces the files.
 *
 * <p><b>Source</b>: spec 6.1 and 6.2; its PDF comes with the other packs.
 */
public final class FilingReport {
  /** Code of the report. */
  public static final String CODE = "R5";

  private static final String TITLE = "Filing and arrivals report / দাখিল ও প্রাপ্তি প্রতিবেদন";

  private static final Set<String> MANDATORY = Set.of("packages", "subscribers", "pops", "revenue");

  private final DataSource source;
  private final Map<String, NoticeWords> notices;

  /**
   * A report that reads through a data source acting as {@code fxbb_report}.
   *
   * @param notices texts of the notices, by code
   */
  public FilingReport(DataSource source, Map<String, NoticeWords> notices) {
    this.source = source;
    this.notices = Map.copyOf(notices);
  }

  /**
   * Renders the pack into {@code <folder>/<period>/R5/}.
   *
   * @return workbook, figures and manifest, in this order
   */
  public List<Path> render(ReportPeriod period, Path folder) throws IOException, SQLException {
    FigureBook book = new FigureBook(CODE, period.month().toString());
    Map<String, Table> tables = new LinkedHashMap<>();
    String status;
    try (Snapshot snapshot = new Snapshot(source, period, book)) {
      refuseImbalances(snapshot, period);
      for (TableLayout layout : FilingLayouts.ALL) {
        tables.put(layout.id(), layout.fill(rows(snapshot, layout), book));
      }
      status = snapshot.status();
    }
    Path pack = folder.resolve(period.month().toString()).resolve(CODE);
    byte[] figures = book.toJson();
    Path workbook =
        StagedFile.write(
            pack.resolve("%s_filings_%s.xlsx".formatted(CODE, period.month())),
            out ->
                new PackWorkbook()
                    .write(
                        out,
                        about(period, status, figures),
                        chart(tables),
                        List.copyOf(tables.values())));
    Path json = StagedFile.write(pack.resolve("figures.json"), out -> out.write(figures));
    Path manifest = Manifest.write(pack, CODE, period, status, List.of(workbook, json));
    return List.of(workbook, json, manifest);
  }

  private static void refuseImbalances(Snapshot snapshot, ReportPeriod period) {
    List<Imbalance> imbalances =
        snapshot.rows(FilingReport.class, "balance").stream()
            .map(
                row ->
                    new Imbalance(
                        String.valueOf(row.get("what")),
                        String.valueOf(row.get("expected")),
                        String.valueOf(row.get("found"))))
            .toList();
    if (!imbalances.isEmpty()) {
      throw new PackRefusedException(CODE, period, imbalances);
    }
  }

  private List<Map<String, @Nullable Object>> rows(Snapshot snapshot, TableLayout layout) {
    List<Map<String, @Nullable Object>> rows = snapshot.rows(FilingReport.class, layout.id());
    return layout.id().equals(FilingLayouts.TOP_NOTICES.id())
        ? rows.stream().map(this::withTexts).toList()
        : rows;
  }

  private Map<String, @Nullable Object> withTexts(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>(row);
    NoticeWords words = notices.get(String.valueOf(row.get("code")));
    told.put("text", words == null ? null : words.meaning().en());
    told.put("text_bn", words == null ? null : words.meaning().bn());
    told.put("fix", words == null ? null : words.fix().en());
    told.put("fix_bn", words == null ? null : words.fix().bn());
    return told;
  }

  private static Optional<SheetChart> chart(Map<String, Table> tables) {
    Table byFeed = tables.get(FilingLayouts.BY_FEED.id());
    return byFeed == null || byFeed.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SheetChart(
                byFeed.where(row -> MANDATORY.contains(row.key())),
                "feed",
                List.of("accepted", "with_errors", "late", "rejected", "missing")));
  }

  private static About about(ReportPeriod period, String status, byte[] figures) {
    List<Map.Entry<String, String>> facts = new ArrayList<>();
    facts.add(Map.entry("Due before / শেষ সময়", period.deadlineInWords()));
    facts.addAll(PackFacts.of(period, status, figures));
    return new About(
        "%s %s, %s".formatted(CODE, TITLE, period.words()),
        facts,
        List.of(
            "Each sheet is one table: Bangla headers in the first row, English ones with units in"
                + " the second, notes and source below the last row.",
            "A feed counts by the first version that was received and accepted; a newer version"
                + " never makes it late.",
            "Trials (try/) have no legal effect; they are counted apart.",
            "Times are those of Dhaka. Numbers are numbers; a dash stands where there is none.",
            "PROVISIONAL: the month is not closed, files may still arrive."),
        period.asOf());
  }
}
