package org.fxbb.cron.schedule;

import java.util.List;

/**
 * One line of the schedule.
 *
 * @param name of the trigger, unique
 * @param cron Quartz expression, in Asia/Dhaka
 * @param when the same in words
 * @param jobs the jobs that it starts, one after the other; a failed one ends the line
 */
public record ScheduleEntry(String name, String cron, String when, List<String> jobs) {

  /**
   * The schedule.
   *
   * <p><b>Source</b>: spec 7.1, for the jobs that exist. Judging follows the nightly run in one
   * line, because it reads what that run wrote.
   */
  public static List<ScheduleEntry> table() {
    return List.of(
        new ScheduleEntry("intake", "0 0/5 * * * ?", "every 5 minutes", List.of("intake")),
        new ScheduleEntry("rollup", "0 20 * * * ?", "every hour at :20", List.of("rollup")),
        new ScheduleEntry(
            "nightly", "0 0 1 * * ?", "every day at 01:00", List.of("nightly", "judge-month")),
        new ScheduleEntry("remind", "0 0 10 * * ?", "every day at 10:00", List.of("remind")),
        new ScheduleEntry("retain", "0 0 4 ? * SUN", "Sundays at 04:00", List.of("retain")));
  }
}
