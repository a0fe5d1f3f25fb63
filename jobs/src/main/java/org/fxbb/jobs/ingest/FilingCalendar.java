package org.fxbb.jobs.ingest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fxbb.jobs.run.Period;

/**
 * When filings are due, in Asia/Dhaka.
 *
 * <p><b>Source</b>: spec 4.4: before 00:00 of the day after the 10th of the following month, or
 * after the next working day where the 10th is none, plus one day for each day on which intake was
 * down for long. Friday, Saturday and holidays are not worked.
 *
 * @param dueDay day of the following month by whose end a filing is due
 * @param correctionDays working days within which a version that was rejected for row errors only
 *     may be corrected
 * @param holidays days that are not worked
 * @param downDays days on which intake was down for long
 * @param mostDownDays how many days a deadline moves at most because of them
 */
public record FilingCalendar(
    int dueDay,
    int correctionDays,
    Set<LocalDate> holidays,
    Set<LocalDate> downDays,
    int mostDownDays) {

  /** By the policy in force. */
  public static FilingCalendar of(IntakePolicy policy) {
    return new FilingCalendar(
        policy.number("filing.due-day").intValue(),
        policy.number("filing.correction-days").intValue(),
        policy.holidays(),
        policy.downDays(),
        policy.number("filing.most-down-days").intValue());
  }

  /**
   * The first instant that is too late.
   *
   * @param month first day of the month that is filed
   */
  public Instant deadline(LocalDate month) {
    return lastDay(month).plusDays(1).atStartOfDay(Period.DHAKA).toInstant();
  }

  /** The last day on which a filing is on time. */
  public LocalDate lastDay(LocalDate month) {
    return workingDueDay(month).plusDays(addedFor(month).size());
  }

  /**
   * The days on which intake was down between the first day on which a month can be filed and its
   * last day, in order: each moves the last day by one, which may bring in another.
   */
  public List<LocalDate> addedFor(LocalDate month) {
    List<LocalDate> added = new ArrayList<>();
    LocalDate last = workingDueDay(month);
    for (LocalDate day = month.plusMonths(1);
        !day.isAfter(last) && added.size() < mostDownDays;
        day = day.plusDays(1)) {
      if (downDays.contains(day)) {
        added.add(day);
        last = last.plusDays(1);
      }
    }
    return added;
  }

  private LocalDate workingDueDay(LocalDate month) {
    LocalDate day = month.plusMonths(1).withDayOfMonth(dueDay);
    while (isIdle(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Days late, begun days count; 0 = on time. */
  public int lateDays(LocalDate month, Instant received) {
    Instant deadline = deadline(month);
    if (received.isBefore(deadline)) {
      return 0;
    }
    return (int) Duration.between(deadline, received).toDays() + 1;
  }

  /** The first instant at which a correction of what was received then no longer counts as it. */
  public Instant correctionDeadline(Instant received) {
    LocalDate day = LocalDate.ofInstant(received, Period.DHAKA);
    for (int worked = 0; worked < correctionDays; ) {
      day = day.plusDays(1);
      if (!isIdle(day)) {
        worked++;
      }
    }
    return day.plusDays(1).atStartOfDay(Period.DHAKA).toInstant();
  }

  private boolean isIdle(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.FRIDAY
        || day.getDayOfWeek() == DayOfWeek.SATURDAY
        || holidays.contains(day);
  }
}
