package org.fxbb.jobs.verdict;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code sla_verdicts}. Fractions are NaN where there is nothing to say.
 *
 * @param subject whose verdict
 * @param parameter its code
 * @param verdict the judgement
 * @param reason why not judged, {@link Reason#NONE} otherwise
 * @param severity of a breach, else null
 * @param statistic printed statistic in the unit of the parameter
 * @param statistic24h the same over all hours
 * @param attained share or ratio that is judged
 * @param interval of {@code attained}
 * @param threshold null where the policy has none
 * @param evidence how much was measured
 */
public record VerdictRow(
    Subject subject,
    String parameter,
    Verdict verdict,
    Reason reason,
    @Nullable Severity severity,
    double statistic,
    double statistic24h,
    double attained,
    Interval interval,
    @Nullable Threshold threshold,
    Evidence evidence) {

  /**
   * How much was measured.
   *
   * @param n samples
   * @param days days with a sample
   * @param due tests due
   * @param coverage tests of those due, percent; NaN where none was due
   * @param represented percent of subscribers in districts with a judged PoP; NaN where unknown
   * @param pops PoPs that were measured
   * @param agents QoS agents assigned
   */
  public record Evidence(
      long n, int days, long due, double coverage, double represented, int pops, int agents) {

    /** Nothing was measured. */
    public static final Evidence NONE = new Evidence(0, 0, 0, Double.NaN, Double.NaN, 0, 0);
  }
}
