package org.fxbb.jobs.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spec 5.4: the day-clustered interval, against numbers worked by hand. */
final class IntervalsTest {
  private static final double CONFIDENCE = 0.95;

  private static Estimate ofDays(double[] hits, double[] trials) {
    return Estimate.of(List.of(new Stratum(1, hits, trials)));
  }

  private static double[] constant(int days, double value) {
    double[] values = new double[days];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void varianceOverDaysByHand() {
    // p = 24/40 = 0.6; residuals 8-6, 4-6, 7-6, 5-6 = 2, -2, 1, -1; v = 4/3 x 10 / 1600.
    Estimate estimate = ofDays(new double[] {8, 4, 7, 5}, constant(4, 10));

    assertThat(estimate.value()).isEqualTo(0.6);
    assertThat(estimate.variance()).isCloseTo(4.0 / 3 * 10 / 1600, within(1e-15));
    assertThat(estimate.n()).isEqualTo(40);
    assertThat(estimate.days()).isEqualTo(4);
  }

  @Test
  void effectiveSizeByHand() {
    // p(1-p)/v = 0.24 / 0.0083333 = 28.8; t39 = 2.022691, t3 = 3.182446; n* = 28.8 x 0.403962.
    Interval interval =
        Intervals.ofShare(ofDays(new double[] {8, 4, 7, 5}, constant(4, 10)), CONFIDENCE);

    assertThat(interval.effectiveN()).isCloseTo(11.6341, within(1e-3));
    assertThat(interval.low()).isLessThan(0.6).isGreaterThan(0.2);
    assertThat(interval.high()).isGreaterThan(0.6).isLessThan(0.95);
  }

  @Test
  void clopperPearsonAgreesWithItsTable() {
    // Published exact limits for 8 of 10: 0.4439 to 0.9748; for 0 of 10: 0 to 0.3085.
    Interval eight = Intervals.clopperPearson(8, 10, CONFIDENCE);
    Interval none = Intervals.clopperPearson(0, 10, CONFIDENCE);

    assertThat(eight.low()).isCloseTo(0.4439, within(5e-5));
    assertThat(eight.high()).isCloseTo(0.9748, within(5e-5));
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.3085, within(5e-5));
    assertThat(Intervals.clopperPearson(10, 10, CONFIDENCE).high()).isEqualTo(1);
  }

  @Test
  void withoutVarianceAQuarterOfTheSamplesCounts() {
    Interval all = Intervals.ofShare(ofDays(constant(20, 16), constant(20, 16)), CONFIDENCE);

    assertThat(all.effectiveN()).isEqualTo(80);
    assertThat(all.high()).isEqualTo(1);
    assertThat(all.low()).isCloseTo(Math.pow(0.025, 1 / 80.0), within(1e-9));
  }

  @Test
  void oneDaySaysNothing() {
    assertThat(Intervals.ofShare(ofDays(new double[] {3}, new double[] {16}), CONFIDENCE))
        .isEqualTo(Interval.NONE);
    assertThat(Intervals.ofRatio(ofDays(new double[] {3}, new double[] {16}), CONFIDENCE))
        .isEqualTo(Interval.NONE);
  }

  @Test
  void aRatioIsItsEstimatePlusMinusStudent() {
    // r = 6/400; residuals 1-1.5, 2-1.5, 1-1.5, 2-1.5; v = 4/3 x 1 / 160000; t3 = 3.182446.
    Interval interval =
        Intervals.ofRatio(ofDays(new double[] {1, 2, 1, 2}, constant(4, 100)), CONFIDENCE);
    double half = 3.182446 * Math.sqrt(4.0 / 3 / 160_000);

    assertThat(interval.low()).isCloseTo(0.015 - half, within(1e-7));
    assertThat(interval.high()).isCloseTo(0.015 + half, within(1e-7));
  }

  @Test
  void weightedPopsMakeOneClusterOfADay() {
    // PoP A: p = 0.75 with residuals 1, -1 of 8; PoP B: p = 0.25 with residuals 1, -1 of 8.
    Estimate estimate =
        Estimate.of(
            List.of(
                new Stratum(3, new double[] {4, 2}, new double[] {4, 4}),
                new Stratum(1, new double[] {2, 0}, new double[] {4, 4})));

    assertThat(estimate.value()).isCloseTo(0.75 * 0.75 + 0.25 * 0.25, within(1e-15));
    assertThat(estimate.variance()).isCloseTo(2 * 2 * Math.pow(1.0 / 8, 2), within(1e-15));
    assertThat(estimate.days()).isEqualTo(2);
  }

  @Test
  void permutingDaysAndCloningPopsChangesNothing() {
    double[] hits = {16, 3, 9, 12, 0, 8};
    double[] trials = {16, 16, 12, 16, 4, 16};
    double[] hitsTurned = {8, 0, 12, 9, 3, 16};
    double[] trialsTurned = {16, 4, 16, 12, 16, 16};
    Estimate once = ofDays(hits, trials);
    Estimate cloned =
        Estimate.of(List.of(new Stratum(0.5, hits, trials), new Stratum(0.5, hits, trials)));

    assertThat(ofDays(hitsTurned, trialsTurned).variance())
        .isCloseTo(once.variance(), within(1e-15));
    assertThat(cloned.value()).isCloseTo(once.value(), within(1e-15));
    assertThat(cloned.variance()).isCloseTo(once.variance(), within(1e-15));
  }

  /**
   * 10,000 months of 30 days with 16 tests each, whose true share lies exactly on the limit of 0.8
   * and whose days are correlated (beta-binomial, ICC 0.3).
   */
  @Test
  void aBreachIsFalselyProvenInUnderThreePercentOfMonths() {
    Random random = new Random(20260131);
    int months = 10_000;
    int proven = 0;
    for (int month = 0; month < months; month++) {
      double[] hits = new double[30];
      for (int day = 0; day < hits.length; day++) {
        double share = beta(random, 0.8 * 7 / 3, 0.2 * 7 / 3);
        for (int test = 0; test < 16; test++) {
          hits[day] += random.nextDouble() < share ? 1 : 0;
        }
      }
      Interval interval = Intervals.ofShare(ofDays(hits, constant(30, 16)), CONFIDENCE);
      proven += interval.high() < 0.8 ? 1 : 0;
    }

    assertThat(proven).isLessThan(months * 3 / 100);
  }

  /** A beta variate; (a + b) = (1 - ICC) / ICC. */
  private static double beta(Random random, double a, double b) {
    double x = gamma(random, a);
    return x / (x + gamma(random, b));
  }

  /** Marsaglia and Tsang 2000, with the boost for shapes below 1. */
  private static double gamma(Random random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
