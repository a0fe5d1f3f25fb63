package org.fxbb.readers.qos;

import org.fxbb.readers.json.JsonFields;

/**
 * The targets of an HTTP test. Weights are scaled to 100 where they add up to something else; where
 * none is given all targets weigh the same. Source: spec 4.6.
 */
final class HttpDraft {

  private static final double MOST_WEIGHT = 1_000_000;

  private int count;
  private int reached;
  private double weights;
  private double reachedWeight;
  private double timedWeight;
  private double weightedTime;
  private boolean weighted;

  void readAll(JsonFields fields) {
    if (fields.beginsArray()) {
      while (fields.nextElement()) {
        if (fields.beginsObject()) {
          readOne(fields);
        }
      }
    }
  }

  private void readOne(JsonFields fields) {
    double weight = Double.NaN;
    boolean reachable = false;
    double time = Double.NaN;
    for (String field = fields.nextField(); field != null; field = fields.nextField()) {
      switch (field) {
        case "weight" -> weight = fields.number(0, MOST_WEIGHT);
        case "reachable" -> reachable = Boolean.TRUE.equals(fields.bool());
        case "timing" -> time = totalTime(fields, time);
        case "total_time_ms", "response_time_ms" -> time = TestDraft.millis(fields);
        default -> fields.skip();
      }
    }
    weighted |= !Double.isNaN(weight);
    double share = Double.isNaN(weight) ? 1 : weight;
    count++;
    weights += share;
    if (reachable) {
      reached++;
      reachedWeight += share;
      if (!Double.isNaN(time)) {
        timedWeight += share;
        weightedTime += share * time;
      }
    }
  }

  private static double totalTime(JsonFields fields, double given) {
    double time = given;
    if (fields.beginsObject()) {
      for (String field = fields.nextField(); field != null; field = fields.nextField()) {
        switch (field) {
          case "total_ms", "total_time_ms" -> time = TestDraft.millis(fields);
          default -> fields.skip();
        }
      }
    }
    return time;
  }

  int count() {
    return count;
  }

  int reached() {
    return reached;
  }

  /** What the weights add up to; 100 where none was given. */
  double weightSum() {
    return weighted ? weights : 100;
  }

  /** Weight reached, 0 to 100; NaN where there is no weight at all. */
  double score() {
    return weights == 0 ? Double.NaN : 100 * reachedWeight / weights;
  }

  /** Weighted mean time of the targets reached, ms; NaN where none was. */
  double meanMs() {
    return timedWeight == 0 ? Double.NaN : weightedTime / timedWeight;
  }
}
