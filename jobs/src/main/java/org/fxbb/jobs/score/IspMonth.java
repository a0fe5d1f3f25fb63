package org.fxbb.jobs.score;

import java.util.List;

/**
 * Everything a score is made of.
 *
 * @param ispId whose it is
 * @param parameters one per parameter
 * @param service SERVICE violations
 * @param reporting REPORTING violations
 * @param represented percent of subscribers in districts with a judged PoP; NaN where unknown
 * @param feeds mandatory filings
 */
public record IspMonth(
    long ispId,
    List<ParameterResult> parameters,
    List<Breach> service,
    List<Breach> reporting,
    double represented,
    Feeds feeds) {

  /**
   * Mandatory filings of the month.
   *
   * @param onTime accepted by the deadline
   * @param late accepted later
   * @param due the deadline has passed
   */
  public record Feeds(int onTime, int late, boolean due) {}
}
