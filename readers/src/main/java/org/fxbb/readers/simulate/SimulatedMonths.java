package org.fxbb.readers.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The months that are filed, and the one in which faults are planted.
 *
 * @param months the month before the first day, then every month touched, in order
 * @param main index of the month with the most simulated days, the earlier of equals
 * @param mainFirst first simulated day of that month
 * @param mainLast last simulated day of that month
 */
record SimulatedMonths(List<YearMonth> months, int main, LocalDate mainFirst, LocalDate mainLast) {

  static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

  static SimulatedMonths of(LocalDate from, int days) {
    LocalDate last = from.plusDays(days - 1L);
    List<YearMonth> months = new ArrayList<>();
    months.add(YearMonth.from(from).minusMonths(1));
    int main = 1;
    LocalDate mainFirst = from;
    LocalDate mainLast = from;
    int most = 0;
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(YearMonth.from(last));
        month = month.plusMonths(1)) {
      months.add(month);
      LocalDate first = later(from, month.atDay(1));
      LocalDate end = month.atEndOfMonth().isBefore(last) ? month.atEndOfMonth() : last;
      int length = (int) (end.toEpochDay() - first.toEpochDay()) + 1;
      if (length > most) {
        most = length;
        main = months.size() - 1;
        mainFirst = first;
        mainLast = end;
      }
    }
    return new SimulatedMonths(List.copyOf(months), main, mainFirst, mainLast);
  }

  YearMonth mainMonth() {
    return months.get(main);
  }

  /** Simulated days of the main month. */
  int mainDays() {
    return (int) (mainLast.toEpochDay() - mainFirst.toEpochDay()) + 1;
  }

  /** Index in {@link #months} of the month of {@code day}. */
  int indexOf(LocalDate day) {
    return months.indexOf(YearMonth.from(day));
  }

  /** Midnight at the start of {@code day}. */
  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(DHAKA).toInstant();
  }

  /** The instant {@code slot} quarter hours after midnight of {@code day}. */
  static Instant slotStart(LocalDate day, int slot) {
    return startOf(day).plusSeconds(slot * 900L);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
