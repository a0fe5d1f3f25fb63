package org.fxbb.readers.snmp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One poll of one interface. Whole numbers are null and fractions NaN where not given; all figures
 * are where {@code pollStatus} is not SUCCESS.
 *
 * @param pop pop_code, or digits that may be the database id
 * @param interfaceType INTERNET, IX (BDIX is read as IX), CACHE or DOWNSTREAM
 * @param upstreamOperator as stated, or null
 * @param pollStatus SUCCESS, TIMEOUT or ERROR
 * @param inBps bit/s; recomputed from raw counters where these were given
 * @param outBps bit/s
 * @param inErrors packets since the poll before, as stated
 * @param outErrors packets
 * @param inDiscards packets
 * @param outDiscards packets
 * @param utilizationInPct 0 and above, may be slightly above 100
 * @param utilizationOutPct as above
 * @param adminStatus UP or DOWN, upper case as stated; null where not given
 * @param operStatus as above
 * @param restarted whether the device restarted since the poll before, as uptime or discontinuity
 *     time tell; false where no counters were given
 */
public record InterfacePoll(
    Instant time,
    String pop,
    String interfaceType,
    @Nullable String upstreamOperator,
    SnmpTarget target,
    String pollStatus,
    @Nullable Long inBps,
    @Nullable Long outBps,
    @Nullable Long inErrors,
    @Nullable Long outErrors,
    @Nullable Long inDiscards,
    @Nullable Long outDiscards,
    double utilizationInPct,
    double utilizationOutPct,
    @Nullable String adminStatus,
    @Nullable String operStatus,
    boolean restarted,
    DataQuality dataQuality) {

  /** Both directions' errors added; null where neither was given. */
  public @Nullable Long errors() {
    return sum(inErrors, outErrors);
  }

  /** Both directions' discards added; null where neither was given. */
  public @Nullable Long discards() {
    return sum(inDiscards, outDiscards);
  }

  private static @Nullable Long sum(@Nullable Long a, @Nullable Long b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : Long.valueOf(a + b);
  }

  /**
   * The interface that was polled. Each field but {@code targetId} is null where not given.
   *
   * @param targetId as stated; made of address and index where the agent gave none
   * @param ifSpeedMbps Mbit/s
   */
  public record SnmpTarget(
      String targetId,
      @Nullable String targetIp,
      @Nullable Long ifIndex,
      @Nullable String ifName,
      @Nullable Long ifSpeedMbps,
      @Nullable String deviceType,
      @Nullable String vendor) {

    /** What tells this interface from the others of its PoP: target id and interface. */
    public String key() {
      if (ifIndex != null) {
        return targetId + "#" + ifIndex;
      }
      return ifName == null ? targetId : targetId + "#" + ifName;
    }
  }
}
