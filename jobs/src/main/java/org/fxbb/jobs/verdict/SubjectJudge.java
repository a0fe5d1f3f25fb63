package org.fxbb.jobs.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fxbb.jobs.policy.Policy;
import org.fxbb.jobs.verdict.VerdictRow.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Judges one subject on one parameter of one month: estimate, interval, evidence, verdict.
 *
 * <p><b>Lifecycle</b>: pure; the same input always gives the same verdict. <b>Source</b>: spec 5.4.
 */
final class SubjectJudge {
  private static final double ROUNDING = 1e-6;

  /** Printed as the share of tests that pass: a median weight would hide the tests that fail. */
  private static final String REACHABILITY = "HTTP_REACHABILITY";

  private final Policy policy;
  private final Threshold threshold;
  private final double confidence;
  private final boolean partial;

  SubjectJudge(Policy policy, Threshold threshold, boolean partial) {
    this.policy = policy;
    this.threshold = threshold;
    this.confidence = policy.number("interval.confidence") / 100;
    this.partial = partial;
  }

  /**
   * Judges.
   *
   * @param judged the PoPs that were measured, at least one
   * @param weights their weights by PoP id
   * @param represented percent, NaN where unknown
   * @param enoughRepresented false makes the verdict INSUFFICIENT_EVIDENCE
   */
  VerdictRow judge(
      Subject subject,
      List<PopMonth> judged,
      Map<Long, Double> weights,
      double represented,
      boolean enoughRepresented) {
    Estimate estimate = Estimate.of(strata(judged, weights, threshold.value()));
    Interval interval = interval(judged, weights, estimate);
    PopDay.Counts total = total(judged);
    double coverage = total.due() == 0 ? Double.NaN : 100.0 * total.tests() / total.due();
    Evidence evidence =
        new Evidence(
            (long) (threshold.isShare() ? estimate.n() : total.tests()),
            estimate.days(),
            total.due(),
            coverage,
            represented,
            judged.size(),
            judged.stream().mapToInt(p -> p.pop().qosAgents()).sum());
    Reason lack = enoughRepresented ? lack(judged, total, coverage) : Reason.LOW_REPRESENTATION;
    Verdict verdict;
    Reason reason = Reason.NONE;
    if (enoughRepresented && isBreach(interval)) {
      verdict = Verdict.BREACHES;
    } else if (lack == Reason.NONE && isMet(estimate.value())) {
      verdict = Verdict.MEETS;
    } else {
      verdict = Verdict.INSUFFICIENT_EVIDENCE;
      reason = lack == Reason.NONE ? Reason.BELOW_NOT_PROVEN : lack;
    }
    return new VerdictRow(
        subject,
        threshold.parameter(),
        verdict,
        reason,
        verdict == Verdict.BREACHES ? severity(judged, weights, interval) : null,
        statistic(judged, weights, estimate, PopDay::judged, threshold.busyHoursOnly()),
        statistic(judged, weights, estimate, PopDay::whole, false),
        estimate.value(),
        interval,
        threshold,
        evidence);
  }

  private List<Stratum> strata(List<PopMonth> judged, Map<Long, Double> weights, double limit) {
    return judged.stream().map(p -> p.stratum(weight(p, weights), threshold, limit)).toList();
  }

  private static double weight(PopMonth pop, Map<Long, Double> weights) {
    return weights.getOrDefault(pop.pop().id(), 0.0);
  }

  private Interval interval(List<PopMonth> judged, Map<Long, Double> weights, Estimate estimate) {
    if (threshold.isShare()) {
      return Intervals.ofShare(estimate, confidence);
    }
    return isAvailability() ? bounds(judged, weights) : Intervals.ofRatio(estimate, confidence);
  }

  private boolean isAvailability() {
    return threshold.parameter().equals("AVAILABILITY");
  }

  /** The realised month: what is missing all down, and all up (spec 5.0, 5.3.5). */
  private static Interval bounds(List<PopMonth> judged, Map<Long, Double> weights) {
    double low = 0;
    double high = 0;
    for (PopMonth pop : judged) {
      PopDay.Counts total = pop.total(PopDay::judged);
      double weight = weight(pop, weights);
      low += weight * total.hits() / (total.trials() + total.unknown());
      double missing = Math.max((double) total.unknown(), total.due() - total.trials());
      high += weight * (total.hits() + missing) / (total.trials() + missing);
    }
    return new Interval(Math.min(low, 1), Math.min(high, 1), Double.NaN);
  }

  private boolean isBreach(Interval interval) {
    return isBreach(interval, threshold.required());
  }

  private boolean isBreach(Interval interval, double required) {
    return isHigherBetter() ? interval.high() < required : interval.low() > required;
  }

  private boolean isMet(double value) {
    return isHigherBetter() ? value >= threshold.required() : value <= threshold.required();
  }

  private boolean isHigherBetter() {
    return threshold.isShare() || threshold.minimum();
  }

  /** Read at the end of the interval nearer the limit: a severity is as proven as the breach. */
  private Severity severity(List<PopMonth> judged, Map<Long, Double> weights, Interval interval) {
    Severity worst = Severity.LOW;
    for (Severity severity : List.of(Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)) {
      double limit = policy.number("severity." + threshold.parameter() + "." + severity);
      boolean reached =
          threshold.statistic() == Threshold.Statistic.PERCENTILE
              ? isBreach(Intervals.ofShare(Estimate.of(strata(judged, weights, limit)), confidence))
              : isBreach(interval, limit / 100);
      if (reached) {
        worst = severity;
      }
    }
    return worst;
  }

  private Reason lack(List<PopMonth> judged, PopDay.Counts total, double coverage) {
    if (total.tests() < threshold.minSamples()) {
      return Reason.FEW_TESTS;
    }
    if (isShortOfDays(judged)) {
      return Reason.FEW_DAYS;
    }
    double needed =
        policy.number(isAvailability() ? "evidence.coverage-availability" : "evidence.coverage");
    return coverage >= needed ? Reason.NONE : Reason.LOW_COVERAGE;
  }

  private boolean isShortOfDays(List<PopMonth> judged) {
    int length = judged.get(0).length();
    long[] tests = new long[length];
    long[] due = new long[length];
    for (PopMonth pop : judged) {
      for (PopDay day : pop.days()) {
        tests[day.day()] += day.judged().tests();
        due[day.day()] += day.judged().due();
      }
    }
    int dueDays = 0;
    int fullDays = 0;
    double share = policy.number("evidence.day-share") / 100;
    for (int d = 0; d < length; d++) {
      if (due[d] > 0) {
        dueDays++;
        fullDays += tests[d] >= share * due[d] ? 1 : 0;
      }
    }
    double needed = policy.number("evidence.days");
    if (partial || dueDays < length) {
      double some = dueDays * policy.number("evidence.partial-days-share") / 100;
      needed =
          Math.min(
              needed, Math.max(policy.number("evidence.partial-days"), Math.ceil(some - ROUNDING)));
    }
    return fullDays < needed;
  }

  private double statistic(
      List<PopMonth> judged,
      Map<Long, Double> weights,
      Estimate estimate,
      Function<PopDay, PopDay.Counts> hours,
      boolean busyOnly) {
    if (!threshold.isShare() || threshold.parameter().equals(REACHABILITY)) {
      return 100 * (busyOnly ? estimate.value() : ratio(judged, weights, hours));
    }
    List<Percentile.Part> parts = new ArrayList<>();
    for (PopMonth pop : judged) {
      List<Samples> samples = new ArrayList<>();
      for (PopDay day : pop.days()) {
        samples.add(day.busy());
        if (!busyOnly) {
          samples.add(day.other());
        }
      }
      int size = samples.stream().mapToInt(Samples::size).sum();
      parts.add(new Percentile.Part(weight(pop, weights), samples, size));
    }
    boolean percentile = threshold.statistic() == Threshold.Statistic.PERCENTILE;
    return Percentile.of(parts, percentile ? threshold.required() : 0.5);
  }

  private static double ratio(
      List<PopMonth> judged, Map<Long, Double> weights, Function<PopDay, PopDay.Counts> hours) {
    double value = 0;
    double sum = 0;
    for (PopMonth pop : judged) {
      PopDay.Counts total = pop.total(hours);
      if (total.trials() > 0) {
        value += weight(pop, weights) * total.hits() / total.trials();
        sum += weight(pop, weights);
      }
    }
    return sum > 0 ? value / sum : Double.NaN;
  }

  private static PopDay.Counts total(List<PopMonth> judged) {
    return judged.stream()
        .map(p -> p.total(PopDay::judged))
        .reduce(PopDay.Counts.ZERO, PopDay.Counts::plus);
  }

  /** A verdict that nothing was measured. */
  static VerdictRow notMeasured(
      Subject subject,
      String parameter,
      Reason reason,
      @Nullable Threshold threshold,
      Evidence evidence) {
    return new VerdictRow(
        subject,
        parameter,
        Verdict.NOT_MEASURED,
        reason,
        null,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        new Interval(Double.NaN, Double.NaN, Double.NaN),
        threshold,
        evidence);
  }
}
