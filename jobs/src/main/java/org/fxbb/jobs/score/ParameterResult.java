package org.fxbb.jobs.score;

import org.fxbb.jobs.verdict.Reason;
import org.fxbb.jobs.verdict.Verdict;

/**
 * What an ISP reached on one parameter.
 *
 * @param code of the parameter
 * @param category SPEED, LATENCY, AVAILABILITY or CAPACITY
 * @param weight share of the score
 * @param higherIsBetter false where {@code attained} must not exceed {@code required} (loss)
 * @param verdict of the ISP
 * @param reason of the verdict
 * @param attained share or ratio, 0 to 1; NaN where nothing was measured
 * @param required share or ratio, 0 to 1
 */
public record ParameterResult(
    String code,
    String category,
    double weight,
    boolean higherIsBetter,
    Verdict verdict,
    Reason reason,
    double attained,
    double required) {

  /** There was enough evidence to say something, proven or not. */
  boolean isJudged() {
    return verdict == Verdict.MEETS
        || verdict == Verdict.BREACHES
        || reason == Reason.BELOW_NOT_PROVEN;
  }
}
