package org.fxbb.readers.snmp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One count of the sessions on one BRAS. Counts are null where not given or where the poll failed.
 *
 * @param pollStatus SUCCESS, TIMEOUT or ERROR
 */
public record SessionPoll(
    Instant time,
    String brasId,
    @Nullable String brasName,
    @Nullable String region,
    String pollStatus,
    @Nullable Long activeSessions,
    @Nullable Long pppoeSessions,
    @Nullable Long dhcpLeases,
    @Nullable Long ipoeSessions) {}
