package org.fxbb.jobs.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How much each PoP counts in a verdict about more than itself.
 *
 * <p><b>Shape</b>: a map from PoP id to weight that sums to 1 over the judged PoPs. <b>Source</b>:
 * spec 5.4: the ISP's subscribers in the district / its judged PoPs there, rescaled to 1; areas
 * weight each ISP by its subscribers in that area; where all are unknown, equal.
 */
final class Weights {
  private final Subscribers subscribers;

  Weights(Subscribers subscribers) {
    this.subscribers = subscribers;
  }

  /** Of the judged PoPs of one ISP. */
  Map<Long, Double> ofIsp(List<PopMonth> judged) {
    Map<String, Long> perDistrict =
        judged.stream()
            .collect(Collectors.groupingBy(p -> p.pop().district(), Collectors.counting()));
    return rescaled(
        judged,
        p ->
            (double) subscribers.in(p.pop().ispId(), p.pop().district())
                / perDistrict.getOrDefault(p.pop().district(), 1L));
  }

  /** Of the judged PoPs of an area, which holds the districts; of any number of ISPs. */
  Map<Long, Double> ofArea(List<PopMonth> judged, Set<String> districts) {
    Map<Long, Double> within = new HashMap<>();
    judged.stream()
        .collect(Collectors.groupingBy(p -> p.pop().ispId()))
        .values()
        .forEach(pops -> within.putAll(ofIsp(pops)));
    return rescaled(
        judged,
        p -> subscribers.in(p.pop().ispId(), districts) * within.getOrDefault(p.pop().id(), 0.0));
  }

  private static Map<Long, Double> rescaled(
      List<PopMonth> judged, ToDoubleFunction<PopMonth> weight) {
    double sum = judged.stream().mapToDouble(weight).sum();
    return judged.stream()
        .collect(
            Collectors.toMap(
                p -> p.pop().id(),
                p -> sum > 0 ? weight.applyAsDouble(p) / sum : 1.0 / judged.size()));
  }
}
