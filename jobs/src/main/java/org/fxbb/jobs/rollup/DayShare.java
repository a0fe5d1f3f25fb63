package org.fxbb.jobs.rollup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A part of a Dhaka day that one transaction refreshes.
 *
 * <p><b>Shape</b>: PoPs (ISPs, where sessions are counted) fall into {@link #BUCKETS} buckets by
 * their number; a share is a run of buckets. A PoP is in the same bucket whatever the size of a
 * share, so shares of different sizes exclude each other by the locks of their buckets.
 *
 * @param day the day, Asia/Dhaka
 * @param first its first bucket, from 0
 * @param last its last bucket, inclusive
 */
public record DayShare(LocalDate day, int first, int last) {

  /** Into how many buckets a day falls: the most shares it can have. */
  public static final int BUCKETS = 16;

  public DayShare {
    if (first < 0 || first > last || last >= BUCKETS) {
      throw new IllegalArgumentException(
          "Cannot make a share of %s: expected buckets from 0 to %d in order, found %d to %d."
              .formatted(day, BUCKETS - 1, first, last));
    }
  }

  /** All of a day. */
  public static DayShare whole(LocalDate day) {
    return new DayShare(day, 0, BUCKETS - 1);
  }

  /** What the statements of a refresh bind: the day, the buckets, and {@code more}. */
  public Map<String, Object> parameters(Map<String, ?> more) {
    Map<String, Object> parameters = new HashMap<>(new DayWindow(day).parameters(more));
    parameters.put("buckets", BUCKETS);
    parameters.put("first_bucket", first);
    parameters.put("last_bucket", last);
    return parameters;
  }
}
