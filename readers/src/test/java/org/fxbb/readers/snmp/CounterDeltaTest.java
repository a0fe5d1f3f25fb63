package org.fxbb.readers.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates from raw counters (spec 4.5), across the end of a month. */
class CounterDeltaTest {

  private static final Instant NOW = Instant.parse("2026-01-31T18:02:00Z");
  private static final Instant LONG_AGO = Instant.parse("2025-11-01T00:00:00Z");
  private static final long INTERVAL = 300;

  @Test
  void aGrowingCounterGivesOctetsTimesEightOverTime() {
    assertThat(delta(false, 40_000, 2_500, 9_999L, LONG_AGO, 1_000L))
        .isEqualTo(new CounterDelta(DataQuality.RELIABLE, 1_000L, false, ""));
    assertThat(delta(false, 2_500, 2_500, null, null, null).bps()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"299,RESET", "300,RELIABLE", "0,RESET"})
  void aRestartInsideTheIntervalIsAReset(long uptime, DataQuality quality) {
    assertThat(delta(false, 5_000, 4_000, uptime, LONG_AGO, 1_000L).quality()).isEqualTo(quality);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T17:57:00Z,RELIABLE",
    "2026-01-31T17:57:01Z,RESET",
    "2026-01-31T18:02:00Z,RESET"
  })
  void aDiscontinuityInsideTheIntervalIsAReset(Instant time, DataQuality quality) {
    CounterDelta delta = delta(false, 5_000, 4_000, 99_999L, time, 1_000L);
    assertThat(delta.quality()).isEqualTo(quality);
    assertThat(delta.restarted()).isEqualTo(quality == DataQuality.RESET);
  }

  @Test
  void aWrapOf32BitsCountsOnlyIfNothingRestartedAndTheRateFits() {
    long before = (1L << 32) - 1_000;
    assertThat(delta(true, 36_500, before, 9_999L, LONG_AGO, 100L).bps()).isEqualTo(1_000);
    assertThat(delta(true, 36_500, before, null, LONG_AGO, 100L).quality())
        .isEqualTo(DataQuality.UNRELIABLE);
    assertThat(delta(true, 36_500, before, 9_999L, null, 100L).quality())
        .isEqualTo(DataQuality.UNRELIABLE);
    assertThat(delta(true, 36_500, before, 9_999L, LONG_AGO, null).quality())
        .isEqualTo(DataQuality.UNRELIABLE);
    assertThat(delta(true, 36_500, before, 99L, LONG_AGO, 100L).quality())
        .isEqualTo(DataQuality.RESET);
  }

  @ParameterizedTest
  @CsvSource({"37500000,RELIABLE", "37500038,UNRELIABLE"})
  void aWrapFitsUpToTheSpeedItself(long octets, DataQuality quality) {
    long before = (1L << 32) - 1;
    assertThat(delta(true, octets - 1, before, 9_999L, LONG_AGO, 1L).quality()).isEqualTo(quality);
  }

  @ParameterizedTest
  @CsvSource({"999,RELIABLE", "1000,UNRELIABLE"})
  void counters32BitsWideAreNotTrustedFromOneGigabitOn(long speed, DataQuality quality) {
    assertThat(delta(true, 5_000, 4_000, 9_999L, LONG_AGO, speed).quality()).isEqualTo(quality);
  }

  @Test
  void aWrapOf64BitsCountsToo() {
    assertThat(delta(false, 36_500, -1_000, 9_999L, LONG_AGO, 100L).bps()).isEqualTo(1_000);
  }

  @Test
  void aDecreaseWithoutARestartIsNeverASpike() {
    CounterDelta delta = delta(false, 1_000, 9_000_000_000L, 9_999L, LONG_AGO, 10_000L);
    assertThat(delta.quality()).isEqualTo(DataQuality.UNRELIABLE);
    assertThat(delta.bps()).isNull();
  }

  private static CounterDelta delta(
      boolean is32Bit,
      long now,
      long before,
      @Nullable Long uptime,
      @Nullable Instant discontinuity,
      @Nullable Long speed) {
    return CounterDelta.of(
        new CounterDelta.Reading(is32Bit, now, before, uptime, discontinuity),
        NOW,
        INTERVAL,
        speed);
  }
}
