package org.fxbb.cron.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.fxbb.jobs.run.Period;

/**
 * Which periods a job works on when nobody names one.
 *
 * <p><b>Source</b>: spec 7.1.
 */
public enum PeriodRule {
  /** The day of the launch; every launch is a run of its own, because new data is always new. */
  TODAY {
    @Override
    List<Period> periods(LocalDate today) {
      return List.of(Period.ofDay(today));
    }
  },
  /** The day before the launch, once. */
  DAY_BEFORE {
    @Override
    List<Period> periods(LocalDate today) {
      return List.of(Period.ofDay(today.minusDays(1)));
    }
  },
  /** The months not closed yet: the one of the day before and the one before that. */
  OPEN_MONTHS {
    @Override
    List<Period> periods(LocalDate today) {
      YearMonth running = YearMonth.from(today.minusDays(1));
      return List.of(Period.ofMonth(running.minusMonths(1)), Period.ofMonth(running));
    }
  },
  /** The last complete month; every launch is a run of its own. */
  MONTH_BEFORE {
    @Override
    List<Period> periods(LocalDate today) {
      return List.of(Period.ofMonth(YearMonth.from(today).minusMonths(1)));
    }
  };

  abstract List<Period> periods(LocalDate today);

  /**
   * The rule of a job.
   *
   * @param job its name; a job that the table does not know counts by the day before
   */
  public static PeriodRule ofJob(String job) {
    return switch (job) {
      case "intake", "rollup", "retain", "remind" -> TODAY;
      case "judge-month" -> OPEN_MONTHS;
      case "render" -> MONTH_BEFORE;
      default -> DAY_BEFORE;
    };
  }

  /** The newest period on the clock's date in Dhaka, for a command without {@code --period}. */
  public Period newest(Clock clock) {
    List<Period> periods = periods(Period.today(clock));
    return periods.get(periods.size() - 1);
  }

  /**
   * Reads a period given by hand.
   *
   * @throws IllegalArgumentException when a month was expected and a day found, or the reverse
   */
  public Period parse(String text) {
    return switch (this) {
      case TODAY, DAY_BEFORE -> Period.ofDay(Period.day(text));
      case OPEN_MONTHS, MONTH_BEFORE -> Period.ofMonth(Period.month(text));
    };
  }

  /** Whether each launch is a run of its own, so that it is never "already done". */
  public boolean repeats() {
    return this == TODAY || this == MONTH_BEFORE;
  }
}
