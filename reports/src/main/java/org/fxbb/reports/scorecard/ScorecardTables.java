package org.fxbb.reports.scorecard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxbb.reports.pack.Snapshot;
import org.fxbb.reports.table.Cell;
import org.fxbb.reports.table.Table;
import org.fxbb.reports.table.TableLayout;

/** The tables of all scorecards, read by one query per table and split by ISP. */
final class ScorecardTables {
  private static final List<TableLayout> ALL =
      List.of(
          ScorecardLayouts.SCORE,
          ScorecardLayouts.PARAMETERS,
          ScorecardLayouts.POPS,
          ScorecardLayouts.VIOLATIONS,
          ScorecardLayouts.DISCREPANCIES,
          ScorecardLayouts.FILINGS);

  private final Map<String, Map<String, Table>> byLayout = new LinkedHashMap<>();

  ScorecardTables(Snapshot snapshot) {
    for (TableLayout layout : ALL) {
      byLayout.put(layout.id(), snapshot.tablesBy(ScorecardTables.class, layout, "isp_code"));
    }
  }

  /** Codes of the ISPs that get a scorecard, sorted. */
  Set<String> isps() {
    return byLayout.getOrDefault(ScorecardLayouts.SCORE.id(), Map.of()).keySet();
  }

  /** The table of one ISP; without rows where it has none. */
  Table get(TableLayout layout, String isp) {
    Table table = byLayout.getOrDefault(layout.id(), Map.of()).get(isp);
    return table == null ? layout.empty() : table;
  }

  /** A cell of the ISP's one row of scores. */
  Cell score(String isp, String column) {
    Table table = get(ScorecardLayouts.SCORE, isp);
    return table.cell(table.rows().get(0), column);
  }
}
