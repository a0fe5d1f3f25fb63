package org.fxbb.jobs.verdict;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Confidence intervals whose sampling unit is the day: tests of one evening are nearly one
 * observation. Closed form, no random numbers.
 *
 * <p><b>Source</b>: spec 5.4; Korn and Graubard 1998 (effective sample size with Clopper-Pearson
 * limits).
 */
public final class Intervals {

  private Intervals() {}

  /**
   * The interval of a share.
   *
   * <p>n* = min(n, p(1-p)/v x (t[n-1]/t[D-1])^2), or n/4 where v = 0; limits are Clopper-Pearson
   * for p n* of n*.
   *
   * @param confidence two-sided, between 0 and 1, for example 0.95
   * @return {@link Interval#NONE} for fewer than two days
   */
  public static Interval ofShare(Estimate estimate, double confidence) {
    if (estimate.days() < 2) {
      return Interval.NONE;
    }
    double p = Math.min(1, Math.max(0, estimate.value()));
    double n = estimate.n();
    double effective = n / 4;
    if (estimate.variance() > 0) {
      double ratio = t(n - 1, confidence) / t(estimate.days() - 1, confidence);
      effective = Math.min(n, p * (1 - p) / estimate.variance() * ratio * ratio);
    }
    return clopperPearson(p * effective, effective, confidence);
  }

  /** The interval of a mean or ratio: estimate +/- t[D-1] sqrt(v), kept within 0 and 1. */
  public static Interval ofRatio(Estimate estimate, double confidence) {
    if (estimate.days() < 2) {
      return Interval.NONE;
    }
    double half = t(estimate.days() - 1, confidence) * Math.sqrt(estimate.variance());
    return new Interval(
        Math.max(0, estimate.value() - half), Math.min(1, estimate.value() + half), Double.NaN);
  }

  /** Exact limits for x successes of n; both may be fractions. */
  static Interval clopperPearson(double x, double n, double confidence) {
    double tail = (1 - confidence) / 2;
    double misses = n - x;
    double low = x <= 0 ? 0 : BetaDistribution.of(x, misses + 1).inverseCumulativeProbability(tail);
    double high =
        misses <= 0 ? 1 : BetaDistribution.of(x + 1, misses).inverseSurvivalProbability(tail);
    return new Interval(low, high, n);
  }

  private static double t(double degrees, double confidence) {
    return TDistribution.of(Math.max(degrees, 1)).inverseSurvivalProbability((1 - confidence) / 2);
  }
}
