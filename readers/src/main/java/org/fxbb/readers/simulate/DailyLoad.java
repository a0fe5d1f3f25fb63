package org.fxbb.readers.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How busy the network is: a calm night, a full plateau from 20:00 to 22:00 Dhaka time, full
 * Fridays.
 */
final class DailyLoad {

  /** Busy hours are [19:00, 23:00): slots 76 to 91. */
  private static final int FIRST_BUSY_SLOT = 76;

  private static final int LAST_BUSY_SLOT = 91;

  private static final double[] BY_HOUR = {
    0.62, 0.45, 0.33, 0.26, 0.23, 0.23, 0.26, 0.31, 0.38, 0.46, 0.52, 0.55, 0.56, 0.55, 0.55, 0.57,
    0.62, 0.70, 0.80, 0.92, 1.00, 1.00, 1.00, 0.82, 0.62
  };

  private DailyLoad() {}

  static boolean busy(int slot) {
    return slot >= FIRST_BUSY_SLOT && slot <= LAST_BUSY_SLOT;
  }

  /** Part of the peak, 0 to 1, at a minute of the day. */
  static double ofMinute(int minute) {
    int hour = minute / 60;
    double part = (minute % 60) / 60.0;
    return BY_HOUR[hour] + (BY_HOUR[hour + 1] - BY_HOUR[hour]) * part;
  }

  /** Traffic of the day against that of a Friday. */
  static double trafficOfDay(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.FRIDAY ? 1 : 0.95;
  }

  /** Sessions of the day against those of a Friday. */
  static double sessionsOfDay(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.FRIDAY ? 1 : 0.985;
  }

  /** Sessions at a minute against those in the peak: many stay connected all night. */
  static double sessionsOfMinute(int minute) {
    return 0.70 + 0.30 * ofMinute(minute);
  }
}
