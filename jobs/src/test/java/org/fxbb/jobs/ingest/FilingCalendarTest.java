package org.fxbb.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When filings are due. Source: spec 4.4. In 2026, 10 February is a Tuesday, 10 April a Friday. */
final class FilingCalendarTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private static FilingCalendar calendar(Set<LocalDate> holidays, LocalDate... down) {
    return new FilingCalendar(10, 3, holidays, Set.of(down), 4);
  }

  private static LocalDate february(int day) {
    return LocalDate.of(2026, 2, day);
  }

  @Test
  void theTenthIsTheLastDayAndMidnightInDhakaIsTooLate() {
    FilingCalendar calendar = calendar(Set.of());

    assertThat(calendar.deadline(JANUARY)).isEqualTo("2026-02-10T18:00:00Z");
    assertThat(calendar.lateDays(JANUARY, Instant.parse("2026-02-10T17:59:59.999999Z"))).isZero();
    assertThat(calendar.lateDays(JANUARY, Instant.parse("2026-02-10T18:00:00Z"))).isOne();
    assertThat(calendar.lateDays(JANUARY, Instant.parse("2026-02-11T17:59:59Z"))).isOne();
    assertThat(calendar.lateDays(JANUARY, Instant.parse("2026-02-11T18:00:00Z"))).isEqualTo(2);
  }

  @Test
  void aHolidayMovesItToTheNextWorkingDay() {
    assertThat(calendar(Set.of()).lastDay(MARCH)).isEqualTo("2026-04-12");
    assertThat(calendar(Set.of(LocalDate.of(2026, 4, 12))).lastDay(MARCH)).isEqualTo("2026-04-13");
    assertThat(calendar(Set.of(february(10))).lastDay(JANUARY)).isEqualTo("2026-02-11");
  }

  @Test
  void eachDayOfDownTimeWithinTheWindowAddsADay() {
    assertThat(calendar(Set.of(), february(1)).lastDay(JANUARY)).isEqualTo("2026-02-11");
    assertThat(calendar(Set.of(), february(10)).lastDay(JANUARY)).isEqualTo("2026-02-11");
    assertThat(calendar(Set.of(), LocalDate.of(2026, 1, 31)).lastDay(JANUARY))
        .as("before anything could be filed")
        .isEqualTo("2026-02-10");
    assertThat(calendar(Set.of(), february(11)).lastDay(JANUARY))
        .as("after the last day")
        .isEqualTo("2026-02-10");
    assertThat(calendar(Set.of(), february(10), february(11)).lastDay(JANUARY))
        .as("the added day was down as well")
        .isEqualTo("2026-02-12");
    assertThat(calendar(Set.of(), february(3), february(7)).addedFor(JANUARY))
        .containsExactly(february(3), february(7));
  }

  @Test
  void moreDaysThanPolicyAllowsAreNotAdded() {
    LocalDate[] week = february(1).datesUntil(february(8)).toArray(LocalDate[]::new);

    assertThat(calendar(Set.of(), week).lastDay(JANUARY)).isEqualTo("2026-02-14");
  }
}
