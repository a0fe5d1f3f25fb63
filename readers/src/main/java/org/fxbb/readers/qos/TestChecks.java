package org.fxbb.readers.qos;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fxbb.readers.json.HeaderFields;
import org.fxbb.readers.json.JsonFields.Draft;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.notice.AgentNotice.HttpTimeRecomputedDiffersNotice;
import org.fxbb.readers.notice.AgentNotice.InvalidFieldNotice;
import org.fxbb.readers.notice.AgentNotice.LossRecomputedDiffersNotice;
import org.fxbb.readers.notice.AgentNotice.WeightsDoNotSumNotice;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Makes tests of drafts: what can be recomputed is, and an agent's own figure that differs is told.
 * Whether a test passed is not asked here. Source: spec 4.6.
 */
final class TestChecks {

  /** Points by which a stated loss may differ, for rounding. */
  private static final double LOSS_TOLERANCE_POINTS = 0.1;

  private static final double WEIGHT_TOLERANCE = 0.01;

  /** Part of a stated HTTP time by which it may differ, beside 1 ms. */
  private static final double TIME_TOLERANCE = 0.01;

  private final SubmissionHeader header;

  TestChecks(SubmissionHeader header) {
    this.header = header;
  }

  /** The test; its draft may get notices that cost it. */
  QosTest check(TestType type, Draft<TestDraft> record) {
    TestDraft d = record.draft();
    List<Notice> notices = record.notices();
    Instant time = d.time == null ? header.periodStart() : d.time;
    HeaderFields.checkTime(header, time, record.path() + ".time", notices);
    boolean ping = type == TestType.ICMP;
    boolean route = type == TestType.TRACEROUTE;
    boolean http = type == TestType.HTTP && d.http.count() > 0;
    if (ping) {
      checkPackets(d, record.path(), notices);
    }
    if (http) {
      checkHttp(d, record.path(), notices);
    }
    return new QosTest(
        type,
        d.targetType,
        d.targetKey,
        time,
        d.status == null ? status(type, d) : d.status,
        latency(type, d),
        ping ? d.jitterMs : Double.NaN,
        ping ? toInteger(d.sent) : null,
        ping ? toInteger(d.received) : null,
        type == TestType.SPEEDTEST ? d.downloadMbps : Double.NaN,
        type == TestType.SPEEDTEST ? d.uploadMbps : Double.NaN,
        type == TestType.DNS ? d.dns.meanMs() : Double.NaN,
        type == TestType.DNS ? d.dns.queries() : null,
        http ? d.http.meanMs() : Double.NaN,
        http ? d.http.score() : Double.NaN,
        route ? toInteger(d.hops) : null,
        route ? d.pathComplete : null,
        null);
  }

  private static QosTest.Latency latency(TestType type, TestDraft d) {
    return switch (type) {
      case ICMP -> new QosTest.Latency(d.minMs, d.avgMs, d.medianMs, d.maxMs, d.p95Ms, d.p99Ms);
      case SPEEDTEST, TRACEROUTE ->
          new QosTest.Latency(Double.NaN, d.avgMs, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
      case DNS, HTTP -> QosTest.Latency.NONE;
    };
  }

  private static @Nullable Integer toInteger(@Nullable Long value) {
    return value == null ? null : Math.toIntExact(value);
  }

  /** Completes received packets from a stated loss, or checks that loss against them. */
  private void checkPackets(TestDraft d, String path, List<Notice> notices) {
    if (d.sent == null) {
      return;
    }
    if (d.received == null) {
      if (!Double.isNaN(d.lossPct)) {
        d.received = Math.round(d.sent * (1 - d.lossPct / 100));
      }
      return;
    }
    if (d.received > d.sent) {
      notices.add(
          new InvalidFieldNotice(
              header.lineNumber(),
              path + ".packets_received",
              d.received.toString(),
              "at most packets_sent, " + d.sent));
      return;
    }
    if (d.sent == 0 || Double.isNaN(d.lossPct)) {
      return;
    }
    double loss = 100.0 * (d.sent - d.received) / d.sent;
    if (Math.abs(loss - d.lossPct) > LOSS_TOLERANCE_POINTS) {
      notices.add(
          new LossRecomputedDiffersNotice(
              header.lineNumber(), path + ".loss_pct", plain(d.lossPct), plain(loss)));
    }
  }

  private void checkHttp(TestDraft d, String path, List<Notice> notices) {
    if (Math.abs(d.http.weightSum() - 100) > WEIGHT_TOLERANCE) {
      notices.add(
          new WeightsDoNotSumNotice(
              header.lineNumber(), path + ".targets", plain(d.http.weightSum()), "100"));
    }
    double mean = d.http.meanMs();
    if (Math.abs(mean - d.weightedMs) > Math.max(1, mean * TIME_TOLERANCE)) {
      notices.add(
          new HttpTimeRecomputedDiffersNotice(
              header.lineNumber(), path + ".summary", plain(d.weightedMs), plain(mean)));
    }
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** What happened, where the agent does not say. */
  private static String status(TestType type, TestDraft d) {
    return switch (type) {
      case SPEEDTEST -> {
        boolean down = !Double.isNaN(d.downloadMbps);
        boolean up = !Double.isNaN(d.uploadMbps);
        yield of(down && up, down || up);
      }
      case ICMP -> {
        boolean answered = d.received == null ? !Double.isNaN(d.avgMs) : d.received > 0;
        yield of(answered, answered);
      }
      case DNS ->
          of(d.dns.answered() > 0 && d.dns.answered() == d.dns.count(), d.dns.answered() > 0);
      case HTTP ->
          of(d.http.reached() > 0 && d.http.reached() == d.http.count(), d.http.reached() > 0);
      case TRACEROUTE -> of(Boolean.TRUE.equals(d.pathComplete), d.hops != null && d.hops > 0);
    };
  }

  private static String of(boolean all, boolean some) {
    if (all) {
      return "SUCCESS";
    }
    return some ? "PARTIAL" : "FAILED";
  }
}
