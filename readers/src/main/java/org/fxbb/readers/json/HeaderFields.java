package org.fxbb.readers.json;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fxbb.readers.json.SubmissionHeader.AgentStatus;
import org.fxbb.readers.name.OriginatorType;
import org.fxbb.readers.notice.AgentNotice.InvalidFieldNotice;
import org.fxbb.readers.notice.AgentNotice.OriginatorMismatchNotice;
import org.fxbb.readers.notice.AgentNotice.TimeOutsidePeriodNotice;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a submission says about itself, in whatever order it says it: inside {@code
 * submission} or beside it. Source: spec 4.5 and 4.6.
 */
public final class HeaderFields {

  private static final List<String> STATUSES = List.of("ACTIVE", "INACTIVE", "ERROR");
  private static final double MOST_CLOCK_OFFSET = 1e9;

  private @Nullable UUID submissionUuid;
  private @Nullable String originator;
  private @Nullable UUID agent;
  private @Nullable String agentVersion;
  private @Nullable String isp;
  private @Nullable String pop;
  private @Nullable Instant submissionTime;
  private @Nullable Instant periodStart;
  private @Nullable Instant periodEnd;
  private @Nullable AgentStatus agentStatus;

  /** Takes a field if it is one of the header's; false and untouched otherwise. */
  public boolean take(String name, JsonFields fields) {
    switch (name) {
      case "submission_uuid" -> submissionUuid = fields.uuid();
      case "originator_type" -> originator = fields.text();
      case "agent_uuid" -> agent = fields.uuid();
      case "agent_version" -> agentVersion = fields.text();
      case "isp_id", "isp_code" -> isp = fields.text();
      case "pop_id", "pop_code" -> pop = fields.text();
      case "submission_time" -> submissionTime = fields.time();
      case "reporting_period_start" -> periodStart = fields.time();
      case "reporting_period_end" -> periodEnd = fields.time();
      case "agent_status" -> takeStatus(fields);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void takeStatus(JsonFields fields) {
    if (!fields.beginsObject()) {
      return;
    }
    String status = null;
    double cpu = Double.NaN;
    double clock = Double.NaN;
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "status" -> status = fields.oneOf(STATUSES);
        case "cpu_pct", "cpu_percent", "cpu_usage_pct" -> cpu = fields.number(0, 10_000);
        case "clock_offset_sec", "clock_offset_seconds" ->
            clock = fields.number(-MOST_CLOCK_OFFSET, MOST_CLOCK_OFFSET);
        case "clock_offset_ms" ->
            clock = fields.number(-1000 * MOST_CLOCK_OFFSET, 1000 * MOST_CLOCK_OFFSET) / 1000;
        default -> fields.skip();
      }
    }
    agentStatus = new AgentStatus(status, cpu, clock);
  }

  /** The header; null where something it needs is missing or wrong, which is then told. */
  public @Nullable SubmissionHeader build(
      OriginatorType kind, boolean needsPop, JsonFields fields, long contentHash) {
    need(submissionUuid, "submission.submission_uuid", fields);
    need(originator, "submission.originator_type", fields);
    need(agent, "submission.agent_uuid", fields);
    need(isp, "submission.isp_id", fields);
    need(submissionTime, "submission.submission_time", fields);
    need(periodStart, "submission.reporting_period_start", fields);
    need(periodEnd, "submission.reporting_period_end", fields);
    if (needsPop) {
      need(pop, "submission.pop_id", fields);
    }
    if (originator != null && !originator.equalsIgnoreCase(kind.name())) {
      fields.add(new OriginatorMismatchNotice(fields.line(), originator, kind.name()));
    }
    if (periodStart != null && periodEnd != null && !periodStart.isBefore(periodEnd)) {
      fields.add(
          new InvalidFieldNotice(
              fields.line(),
              "submission.reporting_period_end",
              periodEnd.toString(),
              "a time after " + periodStart));
    }
    if (submissionUuid == null
        || agent == null
        || isp == null
        || submissionTime == null
        || periodStart == null
        || periodEnd == null) {
      return null;
    }
    return new SubmissionHeader(
        fields.line(),
        contentHash,
        submissionUuid,
        kind,
        agent,
        agentVersion,
        isp,
        pop,
        submissionTime,
        periodStart,
        periodEnd,
        agentStatus);
  }

  private static void need(@Nullable Object value, String name, JsonFields fields) {
    if (value == null) {
      fields.missing(name);
    }
  }

  /**
   * Tells where a record's time is outside the period: before its start, or after its end. A time
   * on the end itself is still inside, as agents round.
   */
  public static void checkTime(
      SubmissionHeader header, Instant time, String path, List<Notice> notices) {
    if (time.isBefore(header.periodStart()) || time.isAfter(header.periodEnd())) {
      notices.add(
          new TimeOutsidePeriodNotice(
              header.lineNumber(),
              path,
              time.toString(),
              header.periodStart() + " to " + header.periodEnd()));
    }
  }
}
