package org.fxbb.jobs.arrivals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent that has not reported for more reporting windows than policy allows.
 *
 * @param agent its UUID
 * @param type SNMP_AGENT or QOS_AGENT
 * @param isp code of the ISP
 * @param lastSeen end of the last window that it reported; null = never heard
 * @param windowsMissed whole windows since then, or since its first day
 */
public record SilentAgent(
    String agent, String type, String isp, @Nullable Instant lastSeen, long windowsMissed) {}
