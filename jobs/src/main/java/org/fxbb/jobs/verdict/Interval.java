package org.fxbb.jobs.verdict;

/**
 * A two-sided confidence interval of a share or ratio.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 * @param effectiveN how many independent samples the clustered ones are worth; NaN where the method
 *     has no such number
 */
public record Interval(double low, double high, double effectiveN) {

  /** Says nothing: fewer than two days. */
  public static final Interval NONE = new Interval(0, 1, Double.NaN);
}
