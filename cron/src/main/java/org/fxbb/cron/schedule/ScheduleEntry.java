package org.fxbb.cron.schedule;

import java.util.List;

/**
 * One line of the schedule.
 *
 * @param name of the trigger, unique
 * @param cron Quartz expression, in Asia/Dhaka
 * @param jobs the jobs that it starts, one after the other; a failed one ends the line
 */
public record ScheduleEntry(String name, String cron, List<String> jobs) {

  /**
   * The schedule.
   *
   * <p><b>Source</b>: spec 7.1, for the jobs that exist. Judging follows the nightly run in one
   * line, because it reads what that run wrote.
   */
  public static List<ScheduleEntry> table() {
    return List.of(
        new ScheduleEntry("intake", "0 0/5 * * * ?", List.of("intake")),
        new ScheduleEntry("rollup", "0 20 * * * ?", List.of("rollup")),
        new ScheduleEntry("nightly", "0 0 1 * * ?", List.of("nightly", "judge-month")),
        new ScheduleEntry("retain", "0 0 4 ? * SUN", List.of("retain")));
  }
}
