package org.fxbb.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReceivedAtTest {
  private static final Instant NOW = Instant.parse("2026-02-10T18:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, Period.DHAKA);

  @Test
  void aFileIsReceivedAtItsOwnTimeButNeverLaterThanNow() {
    ReceivedAt receivedAt = new ReceivedAt(CLOCK, null);

    assertThat(receivedAt.of(NOW.minusMillis(1))).isEqualTo(NOW.minusMillis(1));
    assertThat(receivedAt.of(NOW.plusMillis(1))).isEqualTo(NOW);
  }

  @Test
  void aTimeMoreThanAYearBackIsNotTheArrival() {
    ReceivedAt receivedAt = new ReceivedAt(CLOCK, null);
    Instant yearAgo = NOW.minus(Duration.ofDays(366));

    assertThat(receivedAt.of(yearAgo)).isEqualTo(yearAgo);
    assertThat(receivedAt.of(yearAgo.minusMillis(1))).isEqualTo(NOW);
  }

  @Test
  void withAsOfEveryFileIsReceivedAtThatInstant() {
    Instant asOf = Instant.parse("2026-02-01T00:00:00Z");

    assertThat(new ReceivedAt(CLOCK, asOf).of(NOW)).isEqualTo(asOf);
  }
}
