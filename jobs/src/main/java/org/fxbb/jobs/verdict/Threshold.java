package org.fxbb.jobs.verdict;

/**
 * What a parameter must reach, in force on the first day of the period.
 *
 * @param id of {@code sla_thresholds}
 * @param parameter its code
 * @param licenseCategory empty = all
 * @param minimum true where a sample must be at least {@code value}, false where at most
 * @param value limit of one sample, or of the ratio in percent; inclusive
 * @param statistic how samples are judged
 * @param required share of samples (0 to 1) that must meet the limit; of a ratio the limit itself
 * @param busyHoursOnly judged on busy hours
 * @param minSamples tests that are enough
 */
public record Threshold(
    long id,
    String parameter,
    String licenseCategory,
    boolean minimum,
    double value,
    Statistic statistic,
    double required,
    boolean busyHoursOnly,
    int minSamples) {

  /** How samples are judged. */
  public enum Statistic {
    SHARE,
    PERCENTILE,
    RATIO
  }

  boolean isShare() {
    return statistic != Statistic.RATIO;
  }
}
