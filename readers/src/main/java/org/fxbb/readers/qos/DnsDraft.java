package org.fxbb.readers.qos;

import java.util.Arrays;
import org.fxbb.readers.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** The queries of a DNS test. Source: spec 4.6. */
final class DnsDraft {

  private float[] millis = new float[8];
  private int count;
  private int answered;
  private double sum;

  void readAll(JsonFields fields) {
    if (fields.beginsArray()) {
      while (fields.nextElement()) {
        if (fields.beginsObject()) {
          readOne(fields);
        }
      }
    }
  }

  /** A query succeeded if it says so, or says nothing and has a time. */
  private void readOne(JsonFields fields) {
    Boolean success = null;
    double time = Double.NaN;
    for (String field = fields.nextField(); field != null; field = fields.nextField()) {
      switch (field) {
        case "success" -> success = fields.bool();
        case "resolution_time_ms" -> time = TestDraft.millis(fields);
        default -> fields.skip();
      }
    }
    boolean good = !Double.isNaN(time) && !Boolean.FALSE.equals(success);
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, 2 * count);
    }
    millis[count++] = good ? (float) time : Float.POSITIVE_INFINITY;
    if (good) {
      answered++;
      sum += time;
    }
  }

  int count() {
    return count;
  }

  int answered() {
    return answered;
  }

  /** Mean of the queries answered, ms; NaN where none was. */
  double meanMs() {
    return answered == 0 ? Double.NaN : sum / answered;
  }

  @Nullable DnsQueries queries() {
    return count == 0 ? null : new DnsQueries(Arrays.copyOf(millis, count));
  }
}
