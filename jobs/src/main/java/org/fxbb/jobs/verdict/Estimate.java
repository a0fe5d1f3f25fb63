package org.fxbb.jobs.verdict;

import java.util.List;

/**
 * A share or ratio with its variance over days.
 *
 * @param value 0 to 1; NaN where nothing was measured
 * @param variance of {@code value}, the day being one cluster over all PoPs; 0 for fewer than two
 *     days
 * @param n samples
 * @param days days with a sample
 */
public record Estimate(double value, double variance, double n, int days) {

  /**
   * Combines PoPs: p = sum w_h p_h and v = D/(D-1) x sum_d (sum_h w_h (x_hd - p_h n_hd)/n_h)^2.
   * PoPs without a sample are left out; weights of the others are rescaled to 1, or equal where all
   * are 0.
   *
   * <p><b>Source</b>: spec 5.4.
   */
  public static Estimate of(List<Stratum> strata) {
    List<Stratum> measured = strata.stream().filter(s -> s.totalTrials() > 0).toList();
    if (measured.isEmpty()) {
      return new Estimate(Double.NaN, 0, 0, 0);
    }
    double weights = measured.stream().mapToDouble(Stratum::weight).sum();
    int length = measured.get(0).length();
    double[] residuals = new double[length];
    boolean[] seen = new boolean[length];
    double value = 0;
    double n = 0;
    for (Stratum stratum : measured) {
      double weight = weights > 0 ? stratum.weight() / weights : 1.0 / measured.size();
      double trials = stratum.totalTrials();
      double share = stratum.totalHits() / trials;
      value += weight * share;
      n += trials;
      for (int d = 0; d < length; d++) {
        seen[d] |= stratum.trials(d) > 0;
        residuals[d] += weight * (stratum.hits(d) - share * stratum.trials(d)) / trials;
      }
    }
    int days = 0;
    double squares = 0;
    for (int d = 0; d < length; d++) {
      if (seen[d]) {
        days++;
        squares += residuals[d] * residuals[d];
      }
    }
    // Residuals of a constant share are rounding noise, and the rule for v = 0 must see a zero.
    double variance = days < 2 || squares < 1e-24 ? 0 : squares * days / (days - 1);
    return new Estimate(value, variance, n, days);
  }
}
