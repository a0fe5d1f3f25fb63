package org.fxbb.cron.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class DoormanTest {
  private static final String HERE = "192.0.2.1";
  private static final String THERE = "2001:db8::1";

  private Instant now = Instant.parse("2026-01-31T18:00:00Z");
  private final Doorman doorman = new Doorman(new Moving(), Settings.with(5, 3, 2));

  /** A clock that the test moves. */
  private final class Moving extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void anAddressMayHaveSoManyConnectionsThatDidNotLogIn() {
    assertThat(doorman.arrive(HERE)).isEmpty();
    assertThat(doorman.arrive(HERE)).isEmpty();
    assertThat(doorman.arrive(HERE)).isEmpty();
    assertThat(doorman.arrive(HERE)).contains("the address has 3 connections that did not log in");

    doorman.leave(HERE);
    doorman.leave(HERE);
    assertThat(doorman.arrive(HERE)).isEmpty();
  }

  @Test
  void everybodyTogetherToo() {
    for (int i = 1; i <= 5; i++) {
      assertThat(doorman.arrive("192.0.2." + i)).isEmpty();
    }
    assertThat(doorman.arrive(THERE)).contains("5 connections did not log in");
    doorman.leave(THERE);
    doorman.leave(HERE);
    assertThat(doorman.arrive(THERE)).isEmpty();
  }

  @Test
  void whoFailsTooOftenIsKeptOutForATimeAndNobodyElse() {
    doorman.failed(HERE);
    assertThat(doorman.arrive(HERE)).isEmpty();
    doorman.failed(HERE);
    assertThat(doorman.arrive(HERE)).contains("the address failed to log in 2 times");
    assertThat(doorman.arrive(THERE)).isEmpty();
    doorman.leave(HERE);
    doorman.leave(HERE);

    now = now.plus(Duration.ofMinutes(10)).minusSeconds(1);
    assertThat(doorman.arrive(HERE)).isPresent();
    doorman.leave(HERE);
    now = now.plusSeconds(1);
    assertThat(doorman.arrive(HERE)).isEmpty();
    doorman.failed(HERE);
    assertThat(doorman.arrive(HERE)).isEmpty();
  }

  @Test
  void theOldestAddressIsForgottenFirst() {
    doorman.failed(HERE);
    doorman.failed(HERE);
    for (int i = 0; i < Doorman.MOST_ADDRESSES - 1; i++) {
      doorman.failed("host-" + i);
    }
    assertThat(doorman.arrive(HERE)).isPresent();
    doorman.failed("one more");
    assertThat(doorman.arrive(HERE)).isEmpty();
  }
}
