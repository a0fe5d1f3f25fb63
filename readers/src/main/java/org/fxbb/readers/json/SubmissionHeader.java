package org.fxbb.readers.json;

import java.time.Instant;
import java.util.UUID;
import org.fxbb.readers.name.OriginatorType;
import org.jspecify.annotations.Nullable;

/**
 * What every submission of an agent says about itself.
 *
 * @param lineNumber its line in the dump, from 1
 * @param contentHash 64-bit hash of the bytes of the line; equal uuid with another hash is another
 *     content. Not cryptographic
 * @param submissionUuid as made by the agent
 * @param originator as stated
 * @param agent as stated
 * @param agentVersion as stated, or null
 * @param isp isp_code, licence number or, where it is digits only, possibly the database id
 * @param pop pop_code or, where it is digits only, possibly the database id; null in SNMP
 *     submissions, whose polls name PoPs
 * @param submissionTime when the agent made it
 * @param periodStart inclusive
 * @param periodEnd exclusive, after {@code periodStart}
 * @param agentStatus null where nothing was said
 */
public record SubmissionHeader(
    long lineNumber,
    long contentHash,
    UUID submissionUuid,
    OriginatorType originator,
    UUID agent,
    @Nullable String agentVersion,
    String isp,
    @Nullable String pop,
    Instant submissionTime,
    Instant periodStart,
    Instant periodEnd,
    @Nullable AgentStatus agentStatus) {

  /**
   * How the agent itself was.
   *
   * @param status ACTIVE, INACTIVE or ERROR; null where not given
   * @param cpuPct 0 to 100; NaN where not given
   * @param clockOffsetSeconds signed; NaN where not given
   */
  public record AgentStatus(@Nullable String status, double cpuPct, double clockOffsetSeconds) {}
}
