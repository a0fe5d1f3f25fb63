package org.fxbb.jobs.verdict;

import java.util.Arrays;
import java.util.List;

/**
 * Nearest-rank percentiles of merged samples; never an average of percentiles.
 *
 * <p><b>Source</b>: spec 5: higher levels merge samples. A PoP's samples together carry the PoP's
 * weight, so that the printed percentile and the judged share never contradict each other.
 */
final class Percentile {
  private static final double ROUNDING = 1e-9;

  private Percentile() {}

  /**
   * Samples of one PoP.
   *
   * @param weight share of the whole
   * @param parts its samples
   * @param size how many there are together
   */
  record Part(double weight, List<Samples> parts, int size) {}

  /** The smallest sample at or below which the fraction of the weight lies; NaN without samples. */
  static double of(List<Part> parts, double fraction) {
    List<Part> filled = parts.stream().filter(p -> p.size() > 0).toList();
    double weights = filled.stream().mapToDouble(Part::weight).sum();
    double[] each = new double[filled.size()];
    long[] keys = new long[filled.stream().mapToInt(Part::size).sum()];
    int k = 0;
    for (int i = 0; i < each.length; i++) {
      Part part = filled.get(i);
      each[i] = (weights > 0 ? part.weight() / weights : 1.0 / each.length) / part.size();
      for (Samples samples : part.parts()) {
        for (int s = 0; s < samples.size(); s++) {
          // Samples are not negative, so their bits sort as they do.
          keys[k++] = (long) Float.floatToIntBits(Math.max(samples.get(s), 0f)) << 32 | i;
        }
      }
    }
    Arrays.sort(keys);
    double sum = 0;
    for (long key : keys) {
      sum += each[(int) key];
      if (sum + ROUNDING >= fraction) {
        return Float.intBitsToFloat((int) (key >>> 32));
      }
    }
    return keys.length == 0 ? Double.NaN : Float.intBitsToFloat((int) (keys[k - 1] >>> 32));
  }
}
