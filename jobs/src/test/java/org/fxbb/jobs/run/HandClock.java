package org.fxbb.jobs.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is set by hand. */
public final class HandClock extends Clock {
  private Instant now;

  /** A clock that shows this instant until it is set. */
  public HandClock(String instant) {
    now = Instant.parse(instant);
  }

  /** Sets it. */
  public void set(String instant) {
    now = Instant.parse(instant);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return Period.DHAKA;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
