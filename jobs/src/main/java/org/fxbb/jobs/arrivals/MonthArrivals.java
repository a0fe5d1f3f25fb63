package org.fxbb.jobs.arrivals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fxbb.jobs.run.Period;

/**
 * The filings of a month: when they are due, and what came.
 *
 * @param month the month that is filed
 * @param deadline the first instant that is too late
 * @param lastDay the last day on which a filing is on time, Asia/Dhaka
 * @param downDays days on which intake was down, by each of which the deadline moved
 * @param feeds one per ISP and feed, by ISP, mandatory feeds first
 */
public record MonthArrivals(
    Period month,
    Instant deadline,
    LocalDate lastDay,
    List<LocalDate> downDays,
    List<FeedArrival> feeds) {

  /** Copies the lists. */
  public MonthArrivals {
    downDays = List.copyOf(downDays);
    feeds = List.copyOf(feeds);
  }
}
