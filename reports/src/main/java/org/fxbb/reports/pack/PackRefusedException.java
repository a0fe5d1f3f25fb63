package org.fxbb.reports.pack;

import java.util.List;

/**
 * A pack whose margins do not add up: it is not released.
 *
 * <p><b>Source</b>: spec 6.1, "a pack whose totals do not balance is not released, and says why".
 */
public final class PackRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient List<Imbalance> imbalances;

  /**
   * One sum that differs from its parts.
   *
   * @param what the two sides in words
   * @param expected the whole
   * @param found its parts together
   */
  public record Imbalance(String what, String expected, String found) {
    @Override
    public String toString() {
      return what + ": expected " + expected + ", found " + found;
    }
  }

  /** Refuses the pack of a report and period. */
  public PackRefusedException(String report, ReportPeriod period, List<Imbalance> imbalances) {
    super(message(report, period, imbalances));
    this.imbalances = List.copyOf(imbalances);
  }

  /** Everything that does not add up. */
  public List<Imbalance> imbalances() {
    return imbalances;
  }

  private static String message(String report, ReportPeriod period, List<Imbalance> imbalances) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Cannot release %s of %s: %d %s not add up."
            .formatted(
                report,
                period.month(),
                imbalances.size(),
                imbalances.size() == 1 ? "sum does" : "sums do"));
    imbalances.stream().limit(SHOWN).forEach(i -> text.append("\n- ").append(i));
    if (imbalances.size() > SHOWN) {
      text.append("\n- and ").append(imbalances.size() - SHOWN).append(" more");
    }
    return text.append(
            "\nNothing was written. Repair the data or run the judgement of the month again,")
        .append(" then render again.")
        .toString();
  }
}
