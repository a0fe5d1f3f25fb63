package org.fxbb.cron.benchmark;

import java.util.List;

/**
 * What several rounds measured.
 *
 * @param min the least
 * @param median the middle one; of an even number the mean of the two in the middle
 * @param max the most
 */
public record Spread(double min, double median, double max) {

  /** The spread of at least one value. */
  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Spread(sorted.get(0), median, sorted.get(size - 1));
  }
}
