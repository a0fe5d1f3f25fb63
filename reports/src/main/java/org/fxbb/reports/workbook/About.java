package org.fxbb.reports.workbook;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What stands on the first sheet of a workbook.
 *
 * @param title title of the report
 * @param facts label and value pairs, in order: period, policy set, status, checksums
 * @param reading sentences that say how to read the sheets
 * @param made time in the workbook's properties
 */
public record About(
    String title, List<Map.Entry<String, String>> facts, List<String> reading, Instant made) {
  /** Copies the lists. */
  public About {
    facts = List.copyOf(facts);
    reading = List.copyOf(reading);
  }
}
