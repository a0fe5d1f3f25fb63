package org.fxbb.readers.qos;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One test. Fractions are NaN and whole numbers null where not measured.
 *
 * @param targetType NATIONAL, IX, INTERNATIONAL, LOCAL_BD or empty
 * @param targetKey the target's id, host or address; empty where none was given
 * @param time when the test was made, or the start of the submission's period where the agent does
 *     not say; the test belongs to the slot of this time
 * @param testStatus SUCCESS, FAILED, TIMEOUT or PARTIAL; every test here was attempted
 * @param jitterMs mean of the absolute differences of successive round trips, as reported
 * @param packetsSent null unless ICMP
 * @param packetsReceived 0..packetsSent
 * @param dnsMs mean of the queries that succeeded, ms; NaN where none did
 * @param dnsQueries null unless DNS
 * @param httpMs weighted mean time of the targets reached, ms, recomputed; NaN where none was
 * @param httpScore weight reached, 0 to 100; NaN unless HTTP
 * @param details JSON object with what has no field of its own, or null
 */
public record QosTest(
    TestType testType,
    String targetType,
    String targetKey,
    Instant time,
    String testStatus,
    Latency latency,
    double jitterMs,
    @Nullable Integer packetsSent,
    @Nullable Integer packetsReceived,
    double downloadMbps,
    double uploadMbps,
    double dnsMs,
    @Nullable DnsQueries dnsQueries,
    double httpMs,
    double httpScore,
    @Nullable Integer hops,
    @Nullable Boolean pathComplete,
    @Nullable String details) {

  /**
   * Round trip times, ms; NaN where not measured. SPEEDTEST and TRACEROUTE know at most {@code
   * avgMs}.
   */
  public record Latency(
      double minMs, double avgMs, double medianMs, double maxMs, double p95Ms, double p99Ms) {

    /** Nothing was measured. */
    public static final Latency NONE =
        new Latency(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
