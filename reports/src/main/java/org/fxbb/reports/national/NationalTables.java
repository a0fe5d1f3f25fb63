package org.fxbb.reports.national;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.reports.figure.Figure;
import org.fxbb.reports.pack.PackRefusedException;
import org.fxbb.reports.pack.PackRefusedException.Imbalance;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.pack.Snapshot;
import org.fxbb.reports.table.Cell;
import org.fxbb.reports.table.Table;
import org.fxbb.reports.table.TableLayout;
import org.jspecify.annotations.Nullable;

/**
 * Every table of R1, read from one snapshot.
 *
 * <p><b>Errors</b>: {@link #read} throws {@link PackRefusedException} where margins do not add up.
 */
final class NationalTables {
  /** All tables in the order of the workbook's sheets. */
  private static final List<TableLayout> ALL =
      List.of(
          Layouts.HEADLINE,
          Layouts.TEN_NUMBERS,
          Layouts.NATIONAL_SCORECARD,
          Layouts.DAILY,
          Layouts.DIVISIONS,
          Layouts.DISTRICTS,
          Layouts.ISP_LEAGUE,
          Layouts.CATEGORIES,
          Layouts.COMPLIANCE,
          AnnexLayouts.ISP_VERDICTS,
          AnnexLayouts.POP_VERDICTS,
          Layouts.VIOLATIONS_BY_CATEGORY,
          Layouts.VIOLATIONS_BY_DIVISION,
          Layouts.TOP_VIOLATORS,
          AnnexLayouts.VIOLATIONS,
          Layouts.OUTAGES,
          Layouts.DISCREPANCIES,
          AnnexLayouts.DISCREPANCY_LIST,
          Layouts.FILINGS,
          Layouts.FILING_LIST,
          AnnexLayouts.THRESHOLDS,
          AnnexLayouts.POLICY_VALUES,
          AnnexLayouts.DISCREPANCY_RULES,
          AnnexLayouts.SLOTS,
          AnnexLayouts.EXCLUDED,
          AnnexLayouts.ROW_BALANCE,
          AnnexLayouts.QUARANTINED,
          AnnexLayouts.FILES);

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final String status;

  private NationalTables(Snapshot snapshot) {
    for (TableLayout layout : ALL) {
      tables.put(layout.id(), snapshot.table(NationalTables.class, layout));
    }
    status = snapshot.status();
  }

  /** Checks that the month's margins add up, then reads everything. */
  static NationalTables read(Snapshot snapshot, ReportPeriod period) {
    List<Imbalance> imbalances =
        snapshot.rows(NationalTables.class, "balance").stream().map(NationalTables::row).toList();
    if (!imbalances.isEmpty()) {
      throw new PackRefusedException(NationalReport.CODE, period, imbalances);
    }
    return new NationalTables(snapshot);
  }

  private static Imbalance row(Map<String, @Nullable Object> row) {
    return new Imbalance(
        String.valueOf(row.get("what")),
        String.valueOf(row.get("expected")),
        String.valueOf(row.get("found")));
  }

  /** The table of a layout. */
  Table get(TableLayout layout) {
    Table table = tables.get(layout.id());
    if (table == null) {
      throw new IllegalArgumentException("R1 has no table " + layout.id() + ".");
    }
    return table;
  }

  /** All tables in the workbook's order. */
  List<Table> all() {
    return List.copyOf(tables.values());
  }

  /** A cell of the one-row table of the month in short. */
  Cell headline(String column) {
    Table table = get(Layouts.HEADLINE);
    return table.cell(table.rows().get(0), column);
  }

  /** A headline as printed, with its unit. */
  String headlineText(String column) {
    Cell cell = headline(column);
    return cell instanceof Cell.Value value ? value.figure().textWithUnit() : cell.text();
  }

  /** The figure in a cell; null where it holds words. */
  static @Nullable Figure figure(Cell cell) {
    return cell instanceof Cell.Value value ? value.figure() : null;
  }

  /** Words that qualify every figure of the pack. */
  String status() {
    return status;
  }
}
