package org.fxbb.readers.snmp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rate of an octet counter between two polls, or why there is none.
 *
 * <p>A decrease is a wrap only if uptime and discontinuity time both say that nothing restarted and
 * the resulting rate fits the interface. A 32-bit counter at 1 Gbit/s or more may wrap unseen and
 * is never trusted. So a restart is never a spike and never zero.
 *
 * <p><b>Source:</b> spec 4.5.
 *
 * @param quality RELIABLE, RESET or UNRELIABLE
 * @param bps bit/s; null unless RELIABLE
 * @param restarted whether the device or counter restarted inside the interval
 * @param reason why the quality is not RELIABLE, a few English words; empty otherwise
 */
record CounterDelta(DataQuality quality, @Nullable Long bps, boolean restarted, String reason) {

  /** From this speed on, Mbit/s, a 32-bit counter wraps in less than 35 s. */
  private static final long FASTEST_FOR_32_BITS_MBPS = 1_000;

  private static final long RANGE_OF_32_BITS = 1L << 32;

  /**
   * What was polled.
   *
   * @param is32Bit whether the counter has 32 bits, else 64
   * @param value octets now, unsigned
   * @param previous octets at the poll before, unsigned
   * @param uptimeSeconds since the device started, or null
   * @param discontinuity when the counter last restarted, or null
   */
  record Reading(
      boolean is32Bit,
      long value,
      long previous,
      @Nullable Long uptimeSeconds,
      @Nullable Instant discontinuity) {}

  /**
   * Computes the rate.
   *
   * @param time when {@code value} was read
   * @param intervalSeconds since {@code previous} was read, positive
   * @param speedMbps of the interface, or null
   */
  static CounterDelta of(
      Reading reading, Instant time, long intervalSeconds, @Nullable Long speedMbps) {
    Long uptime = reading.uptimeSeconds;
    Instant discontinuity = reading.discontinuity;
    boolean restarted =
        (uptime != null && uptime < intervalSeconds)
            || (discontinuity != null && discontinuity.isAfter(time.minusSeconds(intervalSeconds)));
    if (restarted) {
      return new CounterDelta(DataQuality.RESET, null, true, "restart inside the interval");
    }
    if (reading.is32Bit && speedMbps != null && speedMbps >= FASTEST_FOR_32_BITS_MBPS) {
      return unreliable("32-bit counter on an interface of " + speedMbps + " Mbit/s");
    }
    boolean decreased = Long.compareUnsigned(reading.value, reading.previous) < 0;
    if (decreased && (uptime == null || discontinuity == null)) {
      return unreliable("counter decreased, uptime or discontinuity time unknown");
    }
    long octets = reading.value - reading.previous;
    if (decreased && reading.is32Bit) {
      octets += RANGE_OF_32_BITS;
    }
    if (octets < 0 || octets > Long.MAX_VALUE / 8) {
      return unreliable("counter jumped beyond any speed");
    }
    long bps = octets * 8 / intervalSeconds;
    if (decreased && (speedMbps == null || bps > speedMbps * 1_000_000)) {
      return unreliable("counter decreased without a restart and without a wrap that fits");
    }
    return new CounterDelta(DataQuality.RELIABLE, bps, false, "");
  }

  private static CounterDelta unreliable(String reason) {
    return new CounterDelta(DataQuality.UNRELIABLE, null, false, reason);
  }
}
