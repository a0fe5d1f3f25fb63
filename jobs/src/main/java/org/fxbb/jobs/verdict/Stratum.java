package org.fxbb.jobs.verdict;

import java.util.Arrays;

/**
 * What one PoP contributes to an estimate, day by day.
 *
 * <p><b>Shape</b>: a weight (any scale: weights are rescaled to sum 1) and, per day of the month,
 * hits (samples that meet the limit, or units lost) out of trials (samples, or units sent).
 */
public final class Stratum {
  private final double weight;
  private final double[] hits;
  private final double[] trials;

  /** Copies the counts; both arrays have one element per day of the month. */
  public Stratum(double weight, double[] hits, double[] trials) {
    this.weight = weight;
    this.hits = hits.clone();
    this.trials = trials.clone();
  }

  double weight() {
    return weight;
  }

  int length() {
    return trials.length;
  }

  double hits(int day) {
    return hits[day];
  }

  double trials(int day) {
    return trials[day];
  }

  double totalHits() {
    return Arrays.stream(hits).sum();
  }

  double totalTrials() {
    return Arrays.stream(trials).sum();
  }
}
