package org.fxbb.jobs.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.jobs.ingest.Registry.Agent;
import org.fxbb.jobs.ingest.Registry.Isp;
import org.fxbb.jobs.run.Period;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.notice.AgentNotice.AgentIspMismatchNotice;
import org.fxbb.readers.notice.AgentNotice.AgentMismatchNotice;
import org.fxbb.readers.notice.AgentNotice.OriginatorMismatchNotice;
import org.fxbb.readers.notice.AgentNotice.SubmissionTimeInFutureNotice;
import org.fxbb.readers.notice.AgentNotice.TimeOutsideWindowNotice;
import org.fxbb.readers.notice.Notice;

/**
 * Holds a submission against the register and the window of times that are taken.
 *
 * <p><b>Source</b>: spec 4.5 and 4.9: older than raw retention less some days, or more than 5
 * minutes ahead, is not taken and makes no partition.
 */
final class SubmissionChecks {
  private final Registry registry;
  private final Instant oldest;
  private final Instant newest;

  SubmissionChecks(Registry registry, IntakePolicy policy, Instant now) {
    this.registry = registry;
    this.oldest =
        now.atZone(Period.DHAKA)
            .minusMonths(policy.retentionMonths())
            .plusDays(policy.number("intake.oldest-slack-days").longValue())
            .toInstant();
    this.newest = now.plus(Duration.ofMinutes(policy.number("intake.ahead-minutes").longValue()));
  }

  /** Whether a record's own time is in the window. */
  boolean isTaken(Instant time) {
    return !time.isBefore(oldest) && !time.isAfter(newest);
  }

  /** The notice of a record whose time is not. */
  Notice outside(long line, String field, Instant time) {
    return new TimeOutsideWindowNotice(
        line, field, text(time), text(oldest) + " to " + text(newest));
  }

  /** Why a submission is not taken; empty = it is. */
  List<Notice> check(SubmissionHeader header, Agent agent) {
    List<Notice> wrong = new ArrayList<>(0);
    long line = header.lineNumber();
    if (!header.agent().equals(agent.uuid())) {
      wrong.add(new AgentMismatchNotice(line, header.agent().toString(), agent.uuid().toString()));
    }
    if (!header.originator().name().equals(agent.type())) {
      wrong.add(new OriginatorMismatchNotice(line, header.originator().name(), agent.type()));
    }
    Isp isp = registry.findIsp(header.isp()).orElse(null);
    if (isp == null || isp.id() != agent.isp().id()) {
      wrong.add(new AgentIspMismatchNotice(line, header.isp(), agent.isp().code()));
    }
    if (header.submissionTime().isAfter(newest)) {
      wrong.add(
          new SubmissionTimeInFutureNotice(
              line, "submission_time", text(header.submissionTime()), text(newest)));
    }
    if (!isTaken(header.periodStart())) {
      wrong.add(outside(line, "reporting_period_start", header.periodStart()));
    }
    return wrong;
  }

  private static String text(Instant time) {
    try {
      return time.atZone(Period.DHAKA).toOffsetDateTime().toString();
    } catch (java.time.DateTimeException e) {
      return time.atOffset(ZoneOffset.UTC).toString();
    }
  }
}
