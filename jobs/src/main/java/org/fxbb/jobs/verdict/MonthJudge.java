package org.fxbb.jobs.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fxbb.jobs.policy.Policy;
import org.fxbb.jobs.verdict.Subject.Level;
import org.fxbb.jobs.verdict.VerdictRow.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Judges one parameter of one month for every PoP, ISP, district, division and the nation.
 *
 * <p><b>Lifecycle</b>: pure. <b>Source</b>: spec 5.0 and 5.4.
 */
public final class MonthJudge {
  private static final Set<String> SPEEDS = Set.of("DOWNLOAD_SPEED", "UPLOAD_SPEED");

  private final Policy policy;
  private final Subscribers subscribers;
  private final Weights weights;
  private final Map<String, String> divisionOfDistrict;
  private final boolean partial;

  /**
   * Judges by a policy.
   *
   * @param divisionOfDistrict every district with its division, BBS codes
   * @param partial the month is still running
   */
  public MonthJudge(
      Policy policy,
      Subscribers subscribers,
      Map<String, String> divisionOfDistrict,
      boolean partial) {
    this.policy = policy;
    this.subscribers = subscribers;
    this.weights = new Weights(subscribers);
    this.divisionOfDistrict = new TreeMap<>(divisionOfDistrict);
    this.partial = partial;
  }

  /**
   * Judges one parameter.
   *
   * @param thresholds of the parameter by licence category, the empty one for all others
   * @param isps every active licensed ISP
   * @param pops every PoP in service, measured or not
   */
  public List<VerdictRow> judge(
      String parameter, Map<String, Threshold> thresholds, List<Isp> isps, List<PopMonth> pops) {
    List<VerdictRow> rows = new ArrayList<>();
    Map<Long, List<PopMonth>> ofIsp =
        pops.stream().collect(Collectors.groupingBy(p -> p.pop().ispId()));
    for (Isp isp : isps) {
      @Nullable Threshold threshold =
          thresholds.getOrDefault(isp.licenseCategory(), thresholds.get(""));
      judgeIsp(parameter, threshold, isp, ofIsp.getOrDefault(isp.id(), List.of()), rows);
    }
    @Nullable Threshold threshold = thresholds.get("");
    Map<String, List<PopMonth>> byDistrict =
        pops.stream().collect(Collectors.groupingBy(p -> p.pop().district()));
    Map<String, Set<String>> divisions =
        divisionOfDistrict.keySet().stream()
            .collect(
                Collectors.groupingBy(divisionOfDistrict::get, TreeMap::new, Collectors.toSet()));
    divisionOfDistrict
        .keySet()
        .forEach(
            d -> rows.add(area(parameter, threshold, Level.DISTRICT, d, Set.of(d), byDistrict)));
    divisions.forEach(
        (v, d) -> rows.add(area(parameter, threshold, Level.DIVISION, v, d, byDistrict)));
    rows.add(
        area(parameter, threshold, Level.NATION, "BD", divisionOfDistrict.keySet(), byDistrict));
    return rows;
  }

  private void judgeIsp(
      String parameter,
      @Nullable Threshold threshold,
      Isp isp,
      List<PopMonth> pops,
      List<VerdictRow> rows) {
    List<PopMonth> judged = threshold == null ? List.of() : judged(parameter, pops);
    Map<Long, Double> shares = weights.ofIsp(judged);
    for (PopMonth pop : pops) {
      double share = shares.getOrDefault(pop.pop().id(), 0.0);
      Subject subject = new Subject(Level.POP, pop.pop().key(), isp.id(), pop.pop().id(), share);
      rows.add(
          judge(
              subject,
              parameter,
              threshold,
              List.of(pop),
              judged.contains(pop) ? List.of(pop) : List.of(),
              Map.of(pop.pop().id(), 1.0),
              Double.NaN,
              true));
    }
    double represented = representedOfIsp(isp.id(), judged);
    boolean enough =
        Double.isNaN(represented)
            ? judged.size() * 100 >= policy.number("evidence.represented") * pops.size()
            : represented >= policy.number("evidence.represented");
    Subject subject = new Subject(Level.ISP, isp.code(), isp.id(), null, Double.NaN);
    rows.add(judge(subject, parameter, threshold, pops, judged, shares, represented, enough));
  }

  private VerdictRow area(
      String parameter,
      @Nullable Threshold threshold,
      Level level,
      String key,
      Set<String> districts,
      Map<String, List<PopMonth>> byDistrict) {
    List<PopMonth> pops =
        districts.stream()
            .sorted()
            .flatMap(d -> byDistrict.getOrDefault(d, List.of()).stream())
            .toList();
    List<PopMonth> judged = threshold == null ? List.of() : judged(parameter, pops);
    Set<Long> judgedIsps = judged.stream().map(p -> p.pop().ispId()).collect(Collectors.toSet());
    long all = 0;
    long seen = 0;
    for (Long isp : subscribers.byDistrict().keySet()) {
      long there = subscribers.in(isp, districts);
      all += there;
      seen += judgedIsps.contains(isp) ? there : 0;
    }
    Subject subject = new Subject(level, key, null, null, Double.NaN);
    return judge(
        subject,
        parameter,
        threshold,
        pops,
        judged,
        weights.ofArea(judged, districts),
        all == 0 ? Double.NaN : 100.0 * seen / all,
        true);
  }

  private VerdictRow judge(
      Subject subject,
      String parameter,
      @Nullable Threshold threshold,
      List<PopMonth> pops,
      List<PopMonth> judged,
      Map<Long, Double> shares,
      double represented,
      boolean enough) {
    if (threshold == null) {
      return SubjectJudge.notMeasured(
          subject, parameter, Reason.NOT_IN_POLICY, null, Evidence.NONE);
    }
    if (judged.isEmpty()) {
      int agents = pops.stream().mapToInt(p -> p.pop().qosAgents()).sum();
      long due = pops.stream().mapToLong(p -> p.total(PopDay::judged).due()).sum();
      Evidence none = new Evidence(0, 0, due, due == 0 ? Double.NaN : 0, represented, 0, agents);
      return SubjectJudge.notMeasured(
          subject, parameter, commonReason(parameter, pops), threshold, none);
    }
    return new SubjectJudge(policy, threshold, partial)
        .judge(subject, judged, shares, represented, enough);
  }

  private static List<PopMonth> judged(String parameter, List<PopMonth> pops) {
    return pops.stream()
        .filter(PopMonth::isMeasured)
        .filter(p -> !SPEEDS.contains(parameter) || p.pop().representative())
        .toList();
  }

  private double representedOfIsp(long isp, List<PopMonth> judged) {
    long all = subscribers.of(isp);
    Set<String> districts =
        judged.stream().map(p -> p.pop().district()).collect(Collectors.toSet());
    return all == 0 ? Double.NaN : 100.0 * subscribers.in(isp, districts) / all;
  }

  /** The reason that most PoPs have; NO_AGENT where there is no PoP. */
  private static Reason commonReason(String parameter, List<PopMonth> pops) {
    Map<Reason, Integer> counts = new HashMap<>();
    pops.forEach(p -> counts.merge(reason(parameter, p), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Reason, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(Reason.NO_AGENT);
  }

  private static Reason reason(String parameter, PopMonth pop) {
    PopDay.Counts total = pop.total(PopDay::judged);
    if (SPEEDS.contains(parameter) && pop.isMeasured() && !pop.pop().representative()) {
      return Reason.REFERENCE_NOT_REPRESENTATIVE;
    }
    if (pop.days().isEmpty()) {
      return Reason.NO_AGENT;
    }
    PopDay.Left left = total.left();
    long most =
        Math.max(
            Math.max(left.agentFault(), left.targetDown()),
            Math.max(left.slot(), left.noReference()));
    if (most == 0) {
      return Reason.AGENT_SILENT;
    }
    if (most == left.noReference()) {
      return Reason.NO_REFERENCE;
    }
    if (most == left.agentFault()) {
      return Reason.AGENT_FAULT;
    }
    return most == left.targetDown() ? Reason.TARGET_DOWN : Reason.EXCLUDED;
  }
}
