package org.fxbb.jobs.policy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The values of the judging policy set that are in force on one day.
 *
 * <p><b>Shape</b>: names as in {@code policy_values.name}, for example {@code usual.traffic-share}.
 * <b>Errors</b>: {@link IllegalStateException} when a value is asked for that the set does not
 * hold. <b>Source</b>: spec 5, "every number here is policy".
 *
 * @param set code of the policy set
 * @param numbers values that are numbers
 * @param texts values that are words
 */
public record Policy(String set, Map<String, BigDecimal> numbers, Map<String, String> texts) {

  /** Copies the maps. */
  public Policy {
    numbers = Map.copyOf(numbers);
    texts = Map.copyOf(texts);
  }

  /** A number of the set. */
  public double number(String name) {
    BigDecimal value = numbers.get(name);
    if (value == null) {
      throw missing(name, "number");
    }
    return value.doubleValue();
  }

  /** A word of the set. */
  public String text(String name) {
    String value = texts.get(name);
    if (value == null) {
      throw missing(name, "text");
    }
    return value;
  }

  /**
   * Every value under a name that SQL can bind: {@code usual.traffic-share} is {@code
   * :usual_traffic_share}, and {@code :policy_set} is the code of the set.
   */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("policy_set", set);
    numbers.forEach((name, value) -> parameters.put(parameter(name), value));
    texts.forEach((name, value) -> parameters.put(parameter(name), value));
    return parameters;
  }

  private static String parameter(String name) {
    return name.replace('.', '_').replace('-', '_');
  }

  private IllegalStateException missing(String name, String kind) {
    return new IllegalStateException(
        "Cannot judge: policy set %s holds no %s \"%s\" in force. Add the row to policy_values."
            .formatted(set, kind, name));
  }
}
