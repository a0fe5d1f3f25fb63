package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.jobs.ingest.FilingDeadline;
import org.fxbb.jobs.run.HandClock;
import org.fxbb.jobs.run.Period;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The record of when intake ran, and the days that it adds to a deadline. Source: spec 4.4; the
 * filings of January 2026 are due by the end of 10 February in Dhaka, which is UTC + 6 h.
 */
final class IntakeUptimeIT {
  private static final DataSource ETL = TestDatabase.create().etl();

  private final NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(ETL);

  private void alive(String from, String to) {
    HandClock clock = new HandClock(from);
    IntakeUptime uptime = new IntakeUptime(ETL, clock, true);
    uptime.begun();
    clock.set(to);
    uptime.ended();
  }

  private List<String> stretches() {
    return jdbc.queryForList(
        "SELECT to_char(alive_from AT TIME ZONE 'UTC', 'DD HH24:MI') || ' - ' || to_char(alive_to AT TIME ZONE 'UTC', 'DD HH24:MI') FROM intake_uptime ORDER BY alive_from",
        Map.of(),
        String.class);
  }

  private LocalDate lastDay() {
    return new FilingDeadline(jdbc)
        .calendar(Period.ofMonth(YearMonth.of(2026, 1)))
        .lastDay(LocalDate.of(2026, 1, 1));
  }

  @BeforeEach
  void forget() {
    jdbc.update("DELETE FROM intake_uptime", Map.of());
  }

  @Test
  void cyclesThatFollowEachOtherAreOneStretch() {
    alive("2026-02-03T06:00:00Z", "2026-02-03T09:00:00Z");
    alive("2026-02-03T09:15:00Z", "2026-02-03T09:16:00Z");
    alive("2026-02-03T09:31:01Z", "2026-02-03T09:32:00Z");
    assertThat(stretches()).containsExactly("03 06:00 - 03 09:16", "03 09:31 - 03 09:32");

    alive("2026-02-03T07:00:00Z", "2026-02-03T07:01:00Z");
    assertThat(stretches()).as("an engine beside it").hasSize(2);
  }

  @Test
  void aRunByHandLeavesNoRecord() {
    IntakeUptime byHand = new IntakeUptime(ETL, new HandClock("2026-02-03T06:00:00Z"), false);
    byHand.begun();
    byHand.ended();
    assertThat(stretches()).isEmpty();
  }

  @Test
  void moreThanTwoHoursOfADayAddADay() {
    alive("2026-02-03T00:00:00Z", "2026-02-03T06:00:00Z");
    alive("2026-02-03T08:00:00Z", "2026-02-12T00:00:00Z");
    assertThat(lastDay()).as("two hours exactly").isEqualTo("2026-02-10");

    forget();
    alive("2026-02-03T00:00:00Z", "2026-02-03T06:00:00Z");
    alive("2026-02-03T08:00:01Z", "2026-02-12T00:00:00Z");
    assertThat(lastDay()).isEqualTo("2026-02-11");

    forget();
    alive("2026-02-03T00:00:00Z", "2026-02-03T06:00:00Z");
    alive("2026-02-03T07:00:00Z", "2026-02-03T08:00:00Z");
    alive("2026-02-03T09:00:01Z", "2026-02-12T00:00:00Z");
    assertThat(lastDay()).as("two gaps of one day together").isEqualTo("2026-02-11");
  }

  @Test
  void daysBeginAtMidnightInDhaka() {
    alive("2026-02-03T00:00:00Z", "2026-02-03T16:30:00Z");
    alive("2026-02-03T19:30:00Z", "2026-02-12T00:00:00Z");
    assertThat(lastDay()).as("an hour and a half on each side").isEqualTo("2026-02-10");

    forget();
    alive("2026-02-03T00:00:00Z", "2026-02-03T15:59:00Z");
    alive("2026-02-03T20:01:00Z", "2026-02-12T00:00:00Z");
    assertThat(lastDay()).as("over two hours on each side").isEqualTo("2026-02-12");
  }

  @Test
  void withoutTwoStretchesNothingIsKnownToHaveBeenDown() {
    assertThat(lastDay()).as("no record at all").isEqualTo("2026-02-10");
    alive("2026-03-01T00:00:00Z", "2026-03-05T00:00:00Z");
    assertThat(lastDay()).as("first started later").isEqualTo("2026-02-10");

    alive("2025-11-01T00:00:00Z", "2025-11-05T00:00:00Z");
    assertThat(lastDay())
        .as("not in use from November to March: ten days at most")
        .isEqualTo("2026-02-20");
  }
}
