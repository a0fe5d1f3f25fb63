package org.fxbb.cron.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.fxbb.jobs.run.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleTest {

  private static Instant dhaka(String time) {
    return OffsetDateTime.parse(time + "+06:00").toInstant();
  }

  private static ScheduleEntry entry(String name) {
    return ScheduleEntry.table().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "intake,  2026-01-31T23:58:00, 2026-02-01T00:00:00",
    "intake,  2026-02-01T00:00:00, 2026-02-01T00:05:00",
    "rollup,  2026-01-31T23:30:00, 2026-02-01T00:20:00",
    "nightly, 2026-01-31T00:59:59, 2026-01-31T01:00:00",
    "nightly, 2026-01-31T01:00:00, 2026-02-01T01:00:00",
    "remind,  2026-02-07T09:59:59, 2026-02-07T10:00:00",
    "remind,  2026-02-07T10:00:00, 2026-02-08T10:00:00",
    "retain,  2026-01-31T12:00:00, 2026-02-01T04:00:00",
    "retain,  2026-02-01T04:00:00, 2026-02-08T04:00:00"
  })
  void firesInDhakaTime(String name, String after, String next) {
    assertThat(DueTimes.next(entry(name).cron(), dhaka(after))).isEqualTo(dhaka(next));
  }

  @Test
  void aNightlyRunWithoutAPeriodTakesTheDayBeforeInDhaka() {
    Clock justAfterMidnight = Clock.fixed(dhaka("2026-02-01T00:30:00"), Period.DHAKA);

    assertThat(PeriodRule.ofJob("nightly").newest(justAfterMidnight)).hasToString("2026-01-31");
    assertThat(PeriodRule.ofJob("judge-month").newest(justAfterMidnight)).hasToString("2026-01");
    assertThat(PeriodRule.ofJob("render").newest(justAfterMidnight)).hasToString("2026-01");
    assertThat(PeriodRule.ofJob("intake").newest(justAfterMidnight)).hasToString("2026-02-01");
  }

  @Test
  void judgingTakesTheMonthBeforeTooBecauseItIsNotClosedYet() {
    assertThat(PeriodRule.OPEN_MONTHS.periods(LocalDate.of(2026, 3, 1)))
        .extracting(Period::text)
        .containsExactly("2026-01", "2026-02");
  }

  @Test
  void anEngineThatNeverRanCatchesUpOnlyTheNewestNight() {
    assertThat(ScheduledRuns.missed(entry("nightly"), dhaka("2026-02-03T09:00:00"), Set.of()))
        .containsExactly(LocalDate.of(2026, 2, 3));
  }

  @Test
  void missedNightsAreFoundOldestFirstAndOnlyTheGaps() {
    Set<String> done = Set.of("2026-01-29", "2026-01-31");

    assertThat(ScheduledRuns.missed(entry("nightly"), dhaka("2026-02-03T09:00:00"), done))
        .containsExactly(
            LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 3));
  }

  @Test
  void aNightThatIsNotDueYetIsNotMissed() {
    Set<String> done = Set.of("2026-02-01");

    assertThat(ScheduledRuns.missed(entry("nightly"), dhaka("2026-02-03T00:59:59"), done))
        .isEmpty();
    assertThat(ScheduledRuns.missed(entry("nightly"), dhaka("2026-02-03T01:00:00"), done))
        .containsExactly(LocalDate.of(2026, 2, 3));
  }
}
