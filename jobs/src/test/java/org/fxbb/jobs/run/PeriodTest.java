package org.fxbb.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class PeriodTest {

  @Test
  void aMonthRunsFromMidnightInDhakaToMidnightInDhaka() {
    Period january = Period.parse("2026-01");

    assertThat(january.start()).isEqualTo(Instant.parse("2025-12-31T18:00:00Z"));
    assertThat(january.end()).isEqualTo(Instant.parse("2026-01-31T18:00:00Z"));
    assertThat(january.month()).isEqualTo(YearMonth.of(2026, 1));
    assertThat(january).hasToString("2026-01");
  }

  @Test
  void aDayIsOneDayLong() {
    Period day = Period.parse("2026-01-31");

    assertThat(day.first()).isEqualTo(day.last()).isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(day.start()).isEqualTo(Instant.parse("2026-01-30T18:00:00Z"));
  }

  @Test
  void theDayBeforeIsCountedInDhakaNotInUtc() {
    Instant justBefore = Instant.parse("2026-01-31T17:59:59Z");

    assertThat(Period.dayBefore(Clock.fixed(justBefore, Period.DHAKA))).hasToString("2026-01-30");
    assertThat(Period.dayBefore(Clock.fixed(justBefore.plusSeconds(1), Period.DHAKA)))
        .hasToString("2026-01-31");
  }

  @Test
  void whatIsNoPeriodIsSaidWithWhatWasExpected() {
    assertThatThrownBy(() -> Period.parse("2026-13"))
        .hasMessage("Cannot read the period: expected a month such as 2026-01, found \"2026-13\".");
    assertThatThrownBy(() -> Period.parse("yesterday"))
        .hasMessage(
            "Cannot read the period: expected a day such as 2026-01-31, found \"yesterday\".");
  }
}
