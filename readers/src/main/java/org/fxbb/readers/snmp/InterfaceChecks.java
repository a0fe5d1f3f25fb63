package org.fxbb.readers.snmp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.readers.json.HeaderFields;
import org.fxbb.readers.json.JsonFields.Draft;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.notice.AgentNotice.CounterResetNotice;
import org.fxbb.readers.notice.AgentNotice.CounterUnreliableNotice;
import org.fxbb.readers.notice.AgentNotice.MissingFieldNotice;
import org.fxbb.readers.notice.AgentNotice.RateExceedsInterfaceSpeedNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.snmp.InterfacePoll.SnmpTarget;
import org.jspecify.annotations.Nullable;

/**
 * Makes interface polls of drafts: checks what each needs, and recomputes rates from counters,
 * which win over the agent's own. One for each submission, as intervals come from the polls before.
 *
 * <p>{@code counter_info} counts inbound octets; {@code sys_uptime} is in seconds. <b>Source:</b>
 * spec 4.5.
 */
final class InterfaceChecks {

  /** A rate may be this much of the port speed before it is impossible: clocks and bursts. */
  private static final double MOST_OF_SPEED = 1.10;

  private final SubmissionHeader header;
  private final long pollSeconds;
  private final Map<String, Polled> before = new HashMap<>();

  private record Polled(Instant time, long counter) {}

  InterfaceChecks(SubmissionHeader header, long pollSeconds) {
    this.header = header;
    this.pollSeconds = pollSeconds;
  }

  /** The poll; null where something it needs is missing, which is then told. */
  @Nullable InterfacePoll check(Draft<InterfaceDraft> record) {
    InterfaceDraft d = record.draft();
    List<Notice> notices = record.notices();
    SnmpTarget target = d.target();
    need(d.time, record.path() + ".time", notices);
    need(d.pop, record.path() + ".pop_id", notices);
    need(d.type, record.path() + ".interface_type", notices);
    need(d.pollStatus, record.path() + ".poll_status", notices);
    need(target, record.path() + ".snmp_target.target_id", notices);
    boolean success = "SUCCESS".equals(d.pollStatus);
    if (success && !d.measured) {
      need(null, record.path() + ".metrics", notices);
    }
    if (d.time == null
        || d.pop == null
        || d.type == null
        || d.pollStatus == null
        || target == null) {
      return null;
    }
    HeaderFields.checkTime(header, d.time, record.path() + ".time", notices);
    if (!success) {
      return new InterfacePoll(
          d.time,
          d.pop,
          d.type,
          d.operator,
          target,
          d.pollStatus,
          null,
          null,
          null,
          null,
          null,
          null,
          Double.NaN,
          Double.NaN,
          null,
          null,
          false,
          DataQuality.NO_DATA);
    }
    boolean restarted = false;
    DataQuality quality = DataQuality.RELIABLE;
    CounterDelta.Reading reading = d.reading();
    if (reading != null) {
      CounterDelta delta =
          CounterDelta.of(reading, d.time, interval(target, d.time, reading), d.speedMbps);
      restarted = delta.restarted();
      quality = delta.quality();
      apply(delta, d, record.path(), notices);
    }
    boolean inTooFast = exceeds(d.inBps, d, record.path() + ".metrics.in_bps", notices);
    boolean outTooFast = exceeds(d.outBps, d, record.path() + ".metrics.out_bps", notices);
    if (inTooFast || outTooFast) {
      quality = DataQuality.UNRELIABLE;
    }
    return new InterfacePoll(
        d.time,
        d.pop,
        d.type,
        d.operator,
        target,
        d.pollStatus,
        d.inBps,
        d.outBps,
        d.inErrors,
        d.outErrors,
        d.inDiscards,
        d.outDiscards,
        d.inPct,
        d.outPct,
        d.adminStatus,
        d.operStatus,
        restarted,
        quality);
  }

  private void need(@Nullable Object value, String field, List<Notice> notices) {
    if (value == null) {
      notices.add(new MissingFieldNotice(header.lineNumber(), field));
    }
  }

  /** Seconds since the poll that read the previous value, if it is in this submission. */
  private long interval(SnmpTarget target, Instant time, CounterDelta.Reading reading) {
    Polled last = before.put(target.key(), new Polled(time, reading.value()));
    if (last != null && last.counter == reading.previous() && last.time.isBefore(time)) {
      return Math.max(1, Duration.between(last.time, time).toSeconds());
    }
    return pollSeconds;
  }

  private void apply(CounterDelta delta, InterfaceDraft d, String path, List<Notice> notices) {
    switch (delta.quality()) {
      case RELIABLE -> {
        d.inBps = delta.bps();
        if (delta.bps() != null && d.speedMbps != null && d.speedMbps > 0) {
          d.inPct = delta.bps() / (d.speedMbps * 1e6) * 100;
        }
      }
      case RESET -> {
        notices.add(new CounterResetNotice(header.lineNumber(), path, delta.reason(), null));
        d.inBps = null;
        d.outBps = null;
        d.inPct = Double.NaN;
        d.outPct = Double.NaN;
      }
      case UNRELIABLE ->
          notices.add(new CounterUnreliableNotice(header.lineNumber(), path, delta.reason(), null));
      case NO_DATA -> {}
    }
  }

  private boolean exceeds(@Nullable Long bps, InterfaceDraft d, String path, List<Notice> notices) {
    Long speed = d.speedMbps;
    if (bps == null || speed == null || speed == 0 || bps <= speed * 1e6 * MOST_OF_SPEED) {
      return false;
    }
    notices.add(
        new RateExceedsInterfaceSpeedNotice(
            header.lineNumber(), path, bps.toString(), String.valueOf(speed * 1_000_000)));
    return true;
  }
}
