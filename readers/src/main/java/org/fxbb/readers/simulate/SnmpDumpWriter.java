package org.fxbb.readers.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Writes the submissions of one SNMP agent (spec 4.5): three polls of four interfaces and one of
 * the BRAS each quarter hour. INTERNET and DOWNSTREAM carry 64-bit octet counters of the inbound
 * direction that agree with the rates and go on over days, silent slots included.
 *
 * <p><b>Lifecycle</b>: not thread-safe; days must come in order.
 */
final class SnmpDumpWriter {

  private static final int INTERNET = 0;
  private static final int CACHE = 2;
  private static final int DOWNSTREAM = 3;

  private static final int POLLS = 3;
  private static final int POLL_SECONDS = 300;
  private static final int FIRST_POLL = 60;
  private static final int SLOT_SECONDS = 900;

  /** Seconds since its start that the device shows at the first poll after a restart. */
  private static final int UPTIME_AFTER_RESTART = 120;

  /** One cache poll in this many runs into a time-out. */
  private static final int TIMEOUT_ONE_IN = 2_000;

  private static final double OUTAGE_UPSTREAM_PART = 0.002;
  private static final double OUTAGE_SESSION_PART = 0.02;

  private final PopProfile pop;
  private final byte[] head;
  private final byte[] agentStatus;
  private final byte[] targetStatus;
  private final byte[][] interfaces = new byte[4][];
  private final long[] speeds;
  private final byte[] bras;
  private final long[] inBps = new long[4];
  private final long[] octets = new long[4];
  private final long[] octetsBefore = new long[4];
  private long startedAt;

  SnmpDumpWriter(PopProfile pop, long firstEpochSecond) {
    this.pop = pop;
    this.startedAt = firstEpochSecond - 86_400L * (20 + pop.network() % 200);
    Arrays.fill(octets, 1_000_000_000_000L + pop.peakBps());
    String ip = pop.addressPrefix();
    head =
        JsonBuffer.ascii(
            "\",\"originator_type\":\"SNMP_AGENT\",\"agent_uuid\":\""
                + pop.snmpAgent()
                + "\",\"agent_version\":\"2.4.1\",\"isp_id\":\""
                + pop.isp().code()
                + "\",\"submission_time\":");
    agentStatus =
        JsonBuffer.ascii(
            "},\"agent_status\":{\"host_ip\":\""
                + ip
                + "10\",\"public_ip\":\"203.0.113."
                + (1 + pop.network() % 250)
                + "\",\"public_ip_source\":\"CORE_API\",\"container_id\":\"snmp-"
                + pop.code()
                + "\",\"status\":\"ACTIVE\",\"last_heartbeat\":");
    targetStatus =
        JsonBuffer.ascii(
            "},\"target_status\":[{\"target_id\":\"gw-"
                + pop.code()
                + "\",\"device_type\":\"CORE_GATEWAY\",\"target_ip\":\""
                + ip
                + "1\",\"status\":\"HEALTHY\",\"polls_attempted\":3,\"polls_successful\":3,\"polls_failed\":0,"
                + "\"consecutive_failures\":0,\"failure_reason\":null}],\"interface_metrics\":[");
    speeds = new long[] {pop.internetMbps(), pop.ixMbps(), pop.cacheMbps(), pop.upstreamMbps()};
    String[] types = {"INTERNET", "IX", "CACHE", "DOWNSTREAM"};
    String[] operators = {
      "\"iig-%02d\"".formatted(1 + pop.isp().number() % 7), "\"ix-01\"", "\"cache-01\"", "null"
    };
    for (int i = 0; i < types.length; i++) {
      interfaces[i] = JsonBuffer.ascii(interfaceHead(ip, types[i], operators[i], i));
    }
    bras =
        JsonBuffer.ascii(
            ",\"bras_id\":\""
                + pop.brasId()
                + "\",\"bras_name\":\"BRAS "
                + pop.code()
                + "\",\"region\":\""
                + pop.place().district()
                + "\",\"poll_status\":\"SUCCESS\",\"metrics\":{\"active_sessions\":");
  }

  private String interfaceHead(String ip, String type, String operator, int index) {
    return ",\"pop_id\":\"%s\",\"interface_type\":\"%s\",\"upstream_operator\":%s,\"snmp_target\":{\"target_id\":\"gw-%s\",\"device_type\":\"CORE_GATEWAY\",\"vendor\":\"GENERIC\",\"mib_profile\":\"IF-MIB\",\"target_ip\":\"%s1\",\"if_index\":%d,\"if_name\":\"xe-0/0/%d\",\"if_speed_mbps\":%d},\"poll_status\":\""
        .formatted(pop.code(), type, operator, pop.code(), ip, index + 1, index, speeds[index]);
  }

  /**
   * Appends the submission of one slot, or only moves the counters on where the agent is silent.
   *
   * @param sessionsInPeak sessions of this PoP in the peak of a Friday
   */
  void slot(JsonBuffer out, SplittableRandom random, SlotMoment moment, double sessionsInPeak) {
    boolean delivered = moment.effect().snmpDelivered();
    int timeoutPoll = random.nextInt(TIMEOUT_ONE_IN) == 0 ? random.nextInt(POLLS) : -1;
    if (delivered) {
      submission(out, moment.start(), timeoutPoll >= 0);
    }
    for (int poll = 0; poll < POLLS; poll++) {
      long time = poll(random, moment, poll);
      if (delivered) {
        interfaces(out, poll, time, moment.effect().popDown(), poll == timeoutPoll);
      }
    }
    double noise = 1 + 0.008 * Streams.bell(random);
    if (delivered) {
      sessions(out, moment, sessionsInPeak * noise);
    }
  }

  /** Draws the rates of a poll, moves the counters on, and returns the poll's epoch second. */
  private long poll(SplittableRandom random, SlotMoment moment, int poll) {
    long time = moment.start() + FIRST_POLL + (long) poll * POLL_SECONDS;
    boolean down = moment.effect().popDown();
    double level =
        DailyLoad.ofMinute(moment.minute(1 + poll * 5)) * DailyLoad.trafficOfDay(moment.day());
    draw(random, level * 0.97, down);
    System.arraycopy(octets, 0, octetsBefore, 0, octets.length);
    int counted = POLL_SECONDS;
    if (moment.restart() && poll == 0) {
      startedAt = time - UPTIME_AFTER_RESTART;
      counted = UPTIME_AFTER_RESTART;
      Arrays.fill(octets, 0);
    }
    for (int i = 0; i < octets.length; i++) {
      octets[i] += inBps[i] / 8 * counted;
    }
    return time;
  }

  private void interfaces(
      JsonBuffer out, int poll, long time, boolean down, boolean cacheTimesOut) {
    for (int i = 0; i < interfaces.length; i++) {
      out.text(poll == 0 && i == 0 ? "{\"time\":" : ",{\"time\":").instant(time);
      out.text(",\"poll_sequence\":").number(poll + 1L).raw(interfaces[i]);
      if (i == CACHE && cacheTimesOut) {
        out.text(
            "TIMEOUT\",\"poll_duration_ms\":5000,\"error\":{\"code\":\"TIMEOUT\",\"message\":\"no answer\",\"retries_attempted\":3},\"metrics\":null}");
      } else {
        metrics(out, i, down);
        if (i == INTERNET || i == DOWNSTREAM) {
          counter(out, time, octets[i], octetsBefore[i]);
        }
        out.character('}');
      }
    }
  }

  private void submission(JsonBuffer out, long slotStart, boolean oneFailed) {
    long end = slotStart + SLOT_SECONDS;
    long sent = end + 20 + pop.network() % 40;
    out.text("{\"submission\":{\"submission_uuid\":\"");
    out.text(Streams.uuid(pop.snmpAgent(), slotStart).toString()).raw(head).instant(sent);
    out.text(",\"reporting_period_start\":").instant(slotStart);
    out.text(",\"reporting_period_end\":").instant(end);
    out.text(
        ",\"poll_interval_sec\":300,\"polls_in_batch\":3,\"summary\":{\"interface_records\":12,\"subscriber_records\":1,\"total_records\":13,\"successful_polls\":");
    out.text(
        oneFailed
            ? "12,\"failed_polls\":1,\"partial_submission\":true}"
            : "13,\"failed_polls\":0,\"partial_submission\":false}");
    out.raw(agentStatus).instant(sent - 5).text(",\"uptime_seconds\":");
    out.number(sent - startedAt).raw(targetStatus);
  }

  /** Draws the inbound rates of the four interfaces: whole octets, none where the PoP is down. */
  private void draw(SplittableRandom random, double level, boolean down) {
    double peak = pop.peakBps() * level * (down ? OUTAGE_UPSTREAM_PART : 1);
    inBps[0] = octets(peak * PopProfile.INTERNET_PART * noise(random));
    inBps[1] = octets(peak * PopProfile.IX_PART * noise(random));
    inBps[2] = octets(peak * PopProfile.CACHE_PART * noise(random));
    inBps[3] = down ? 0 : octets((inBps[0] + inBps[1] + inBps[2]) * 0.12);
  }

  private static double noise(SplittableRandom random) {
    return 1 + 0.02 * Streams.bell(random);
  }

  private static long octets(double bitsPerSecond) {
    return ((long) (bitsPerSecond / 8)) * 8;
  }

  /** Metrics of interface {@code i}: upstream goes in, downstream goes out. */
  private void metrics(JsonBuffer out, int i, boolean down) {
    boolean downstream = i == DOWNSTREAM;
    boolean closed = down && downstream;
    long outBps;
    if (closed) {
      outBps = 0;
    } else {
      outBps = downstream ? inBps[0] + inBps[1] + inBps[2] : octets(inBps[i] * 0.12);
    }
    double speed = speeds[i] * 1_000_000.0;
    out.text("SUCCESS\",\"poll_duration_ms\":").number(20 + inBps[i] % 60);
    out.text(",\"error\":null,\"metrics\":{\"admin_status\":\"up\",\"oper_status\":\"");
    out.text(closed ? "down" : "up").text("\",\"in_bps\":").number(inBps[i]);
    out.text(",\"out_bps\":").number(outBps);
    out.text(",\"in_errors\":0,\"out_errors\":0,\"in_discards\":0,\"out_discards\":0");
    out.text(",\"utilization_in_pct\":").decimal(inBps[i] / speed * 100);
    out.text(",\"utilization_out_pct\":").decimal(outBps / speed * 100).character('}');
  }

  private void counter(JsonBuffer out, long time, long now, long before) {
    out.text(",\"counter_info\":{\"counter_type\":\"64bit\",\"raw_value\":").number(now);
    out.text(",\"previous_value\":").number(before);
    out.text(",\"sys_uptime\":").number(time - startedAt);
    out.text(",\"discontinuity_time\":").instant(startedAt).character('}');
  }

  private void sessions(JsonBuffer out, SlotMoment moment, double sessionsInPeak) {
    double level =
        DailyLoad.sessionsOfMinute(moment.minute(11)) * DailyLoad.sessionsOfDay(moment.day());
    double part = moment.effect().popDown() ? OUTAGE_SESSION_PART : 1;
    long active = Math.round(sessionsInPeak * level * part);
    long pppoe = active * 96 / 100;
    out.text("],\"subscriber_counts\":[{\"time\":").instant(moment.start() + FIRST_POLL + 600);
    out.raw(bras).number(active).text(",\"pppoe_sessions\":").number(pppoe);
    out.text(",\"dhcp_leases\":").number(active - pppoe).text(",\"ipoe_sessions\":0}}]}\n");
  }
}
