package org.fxbb.jobs.verdict;

import java.util.List;
import java.util.function.Function;

/**
 * One PoP and parameter over a month.
 *
 * @param pop whose
 * @param length days of the month
 * @param days those with a row, ascending
 */
public record PopMonth(Pop pop, int length, List<PopDay> days) {

  /** Samples that meet the limit, per day of the month; of a ratio the counted hits. */
  Stratum stratum(double weight, Threshold threshold, double limit) {
    double[] hits = new double[length];
    double[] trials = new double[length];
    for (PopDay day : days) {
      if (threshold.isShare()) {
        hits[day.day()] = day.busy().meeting(threshold.minimum(), limit);
        trials[day.day()] = day.busy().size();
        if (!threshold.busyHoursOnly()) {
          hits[day.day()] += day.other().meeting(threshold.minimum(), limit);
          trials[day.day()] += day.other().size();
        }
      } else {
        hits[day.day()] = day.judged().hits();
        trials[day.day()] = day.judged().trials();
      }
    }
    return new Stratum(weight, hits, trials);
  }

  PopDay.Counts total(Function<PopDay, PopDay.Counts> which) {
    return days.stream().map(which).reduce(PopDay.Counts.ZERO, PopDay.Counts::plus);
  }

  boolean isMeasured() {
    return days.stream().anyMatch(d -> d.judged().tests() > 0);
  }
}
