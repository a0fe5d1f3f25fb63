package org.fxbb.jobs.score;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxbb.jobs.policy.Policy;
import org.fxbb.jobs.verdict.Severity;
import org.fxbb.jobs.verdict.Verdict;

/**
 * Makes the score of an ISP and month.
 *
 * <p><b>Lifecycle</b>: pure. <b>Source</b>: spec 5.6.
 */
public final class Scoring {
  private static final int MANDATORY_FEEDS = 4;
  private static final Set<String> INDISPENSABLE = Set.of("AVAILABILITY", "DOWNLOAD_SPEED");
  private static final List<String> TIERS =
      List.of("EXCELLENT", "GOOD", "SATISFACTORY", "NEEDS_IMPROVEMENT");

  private final Policy policy;

  /** Scores by a policy. */
  public Scoring(Policy policy) {
    this.policy = policy;
  }

  /** The score; {@link Score#overall} is NaN where evidence is missing. */
  public Score score(IspMonth isp) {
    double judged = judgedWeight(isp.parameters());
    double service = serviceDeduction(isp.service());
    double reporting =
        Math.min(
            policy.number("points.reporting-cap"),
            isp.reporting().stream()
                .filter(b -> !b.waived())
                .mapToDouble(b -> points(b.severity()))
                .sum());
    boolean scored = isScored(isp, judged);
    double overall =
        scored
            ? Math.round(Math.min(100, Math.max(0, 100 - service - reporting)) * 100) / 100.0
            : Double.NaN;
    return new Score(
        isp.ispId(),
        overall,
        category(isp.parameters(), "SPEED"),
        category(isp.parameters(), "LATENCY"),
        category(isp.parameters(), "AVAILABILITY"),
        reportingScore(isp.feeds()),
        tier(isp, overall),
        judged,
        isp.represented(),
        scored ? service : Double.NaN,
        scored ? reporting : Double.NaN);
  }

  private static double judgedWeight(List<ParameterResult> parameters) {
    double all = parameters.stream().mapToDouble(ParameterResult::weight).sum();
    double judged =
        parameters.stream()
            .filter(ParameterResult::isJudged)
            .mapToDouble(ParameterResult::weight)
            .sum();
    return all == 0 ? 0 : 100 * judged / all;
  }

  private boolean isScored(IspMonth isp, double judgedWeight) {
    Set<String> judged =
        isp.parameters().stream()
            .filter(ParameterResult::isJudged)
            .map(ParameterResult::code)
            .collect(Collectors.toSet());
    boolean represented =
        Double.isNaN(isp.represented())
            || isp.represented() >= policy.number("score.min-represented");
    return represented
        && judgedWeight >= policy.number("score.min-judged-weight")
        && judged.containsAll(INDISPENSABLE);
  }

  /** Per parameter the larger of the ISP's own points and its PoPs' weighted ones. */
  private double serviceDeduction(List<Breach> breaches) {
    return breaches.stream().collect(Collectors.groupingBy(Breach::parameter)).values().stream()
        .mapToDouble(this::deduction)
        .sum();
  }

  private double deduction(List<Breach> ofParameter) {
    boolean perRow = policy.text("score-unit").equals("PER_ROW");
    double own = 0;
    double pops = 0;
    for (Breach breach : ofParameter) {
      if (breach.waived() && !breach.ofPop()) {
        return 0;
      }
      double points = breach.waived() ? 0 : points(breach.severity());
      if (breach.ofPop()) {
        pops += perRow ? points : points * breach.weight();
      } else {
        own = points;
      }
    }
    return perRow ? own + pops : Math.max(own, pops);
  }

  private double points(Severity severity) {
    return policy.number("points." + severity);
  }

  /** 100 x weighted mean of min(1, attained / required); it describes, only violations deduct. */
  private double category(List<ParameterResult> parameters, String category) {
    double sum = 0;
    double weights = 0;
    for (ParameterResult parameter : parameters) {
      if (parameter.category().equals(category) && !Double.isNaN(parameter.attained())) {
        sum += parameter.weight() * reached(parameter);
        weights += parameter.weight();
      }
    }
    return weights == 0 ? Double.NaN : 100 * sum / weights;
  }

  private double reached(ParameterResult parameter) {
    double attained = parameter.attained();
    double required = parameter.required();
    if (parameter.code().equals("AVAILABILITY")) {
      double zero = policy.number("score.availability-zero") / 100;
      return Math.min(1, Math.max(0, (attained - zero) / (required - zero)));
    }
    if (parameter.higherIsBetter()) {
      return Math.min(1, attained / required);
    }
    return Math.min(1, (1 - attained) / (1 - required));
  }

  private double reportingScore(IspMonth.Feeds feeds) {
    if (!feeds.due() && feeds.onTime() + feeds.late() < MANDATORY_FEEDS) {
      return Double.NaN;
    }
    return feeds.onTime() * policy.number("reporting-score.on-time")
        + feeds.late() * policy.number("reporting-score.late");
  }

  private String tier(IspMonth isp, double overall) {
    if (Double.isNaN(overall)) {
      boolean nothing =
          isp.parameters().stream().allMatch(p -> p.verdict() == Verdict.NOT_MEASURED);
      return nothing ? "NOT_MEASURED" : "INSUFFICIENT_EVIDENCE";
    }
    boolean capped =
        isp.reporting().stream()
                .anyMatch(b -> !b.waived() && b.parameter().equals("MEASUREMENT_ACCESS"))
            || isp.service().stream()
                .anyMatch(b -> b.confirmed() && b.severity() == Severity.CRITICAL);
    for (String tier : capped ? TIERS.subList(2, TIERS.size()) : TIERS) {
      if (overall >= policy.number("tier." + tier)) {
        return tier;
      }
    }
    return "NON_COMPLIANT";
  }
}
