package org.fxbb.reports.national;

import org.fxbb.reports.document.Canvas;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.reports.table.Table;

/** The method annex and the data annex of R1. */
final class NationalAnnexes {
  private final Canvas canvas;
  private final NationalTables tables;
  private final ReportPeriod period;

  NationalAnnexes(Canvas canvas, NationalTables tables, ReportPeriod period) {
    this.canvas = canvas;
    this.tables = tables;
    this.period = period;
  }

  void draw() {
    method();
    data();
  }

  private void method() {
    canvas.newPage();
    canvas.heading(1, NationalDocument.chapter(7));
    canvas.heading(2, "Definitions");
    define(
        "Test line",
        "the line an agent carries at a PoP; speeds are percent of the reference of that line.");
    define(
        "Busy hours",
        "from %s:00 to %s:00, Asia/Dhaka, unless the calendar of the policy differs."
            .formatted(policy("busy-hours.from"), policy("busy-hours.to")));
    define(
        "Median, p95",
        "nearest rank over all samples merged; percentiles are never averaged. A test that was"
            + " attempted and failed counts against.");
    define(
        "Service availability",
        "judged quarter hours that are not outage / judged quarter hours. Quarter hours that nobody"
            + " witnessed, and windows approved beforehand, are not judged.");
    define(
        "Interval",
        "95 %, exact binomial limits with an effective number of tests that treats a day as one"
            + " cluster (Korn and Graubard 1998); means and ratios by Student's t over days.");
    define(
        "Represented", "subscribers in districts with a judged PoP / all subscribers of the ISP.");
    define(
        "Score",
        "100 less deductions for violations, weighted by the subscribers that stand behind the PoPs;"
            + " no score without enough evidence.");
    define(
        "Indicative",
        "a violation of a limit that is not gazetted: same arithmetic, no penalty, no legal effect.");
    canvas.heading(2, "Policy set " + period.policySet());
    canvas.table(
        tables
            .get(AnnexLayouts.THRESHOLDS)
            .only(
                "parameter",
                "applies_to",
                "bound",
                "value",
                "unit",
                "of",
                "hours",
                "min_samples",
                "reference",
                "legal_status"));
    canvas.table(tables.get(AnnexLayouts.DISCREPANCY_RULES));
    canvas.table(
        tables
            .get(AnnexLayouts.POLICY_VALUES)
            .only("name", "value", "unit", "meaning", "legal_status"));
  }

  private String policy(String name) {
    Table values = tables.get(AnnexLayouts.POLICY_VALUES);
    return values.rows().stream()
        .filter(row -> row.key().equals(name))
        .map(row -> values.cell(row, "value").text())
        .findFirst()
        .orElse("?");
  }

  private void define(String term, String meaning) {
    canvas.paragraph(term + ": " + meaning);
  }

  private void data() {
    canvas.newPage();
    canvas.heading(1, NationalDocument.chapter(8));
    canvas.table(tables.get(AnnexLayouts.SLOTS));
    canvas.table(tables.get(AnnexLayouts.ROW_BALANCE));
    canvas.table(tables.get(AnnexLayouts.EXCLUDED).inEnglish());
    canvas.table(tables.get(AnnexLayouts.QUARANTINED));
    canvas.heading(2, "Audit seal");
    canvas.paragraph(
        "Who changed the register, the policy, violations and discrepancies is logged, and the log"
            + " is sealed: each seal covers the rows since the seal before it. The newest seal when"
            + " this report was made, as number:SHA-256:");
    canvas.paragraph(period.sealInWords());
    canvas.note(
        "To confirm that nothing up to this seal was changed or cut off since, run: fxbb doctor"
            + " --audit --seal "
            + period.sealInWords());
  }
}
