package org.fxbb.readers.simulate;

/**
 * Writes the submissions of one QoS agent (spec 4.6): each quarter hour one speed test, three
 * pings, one DNS and one HTTP test and two traceroutes.
 *
 * <p><b>Lifecycle</b>: not thread-safe.
 */
final class QosDumpWriter {

  private static final int SLOT_SECONDS = 900;
  private static final String[] PING_TYPES = {"NATIONAL", "IX", "INTERNATIONAL"};
  private static final String[] DOMAINS = {
    "portal.example.bd", "news.example.bd", "search.example", "video.example"
  };
  private static final String[] PAGES = {
    "https://portal.example.bd/",
    "https://news.example.bd/",
    "https://search.example/",
    "https://video.example/",
    "https://mail.example/"
  };
  private static final String[] TRACE_TYPES = {"NATIONAL", "INTERNATIONAL"};
  private static final int[] TRACE_HOPS = {4, 7};

  private final PopProfile pop;
  private final byte[] head;
  private final byte[] agentStatus;
  private final String gateway;

  QosDumpWriter(PopProfile pop) {
    this.pop = pop;
    gateway = pop.addressPrefix();
    head =
        JsonBuffer.ascii(
            "\",\"originator_type\":\"QOS_AGENT\",\"agent_uuid\":\""
                + pop.qosAgent()
                + "\",\"agent_version\":\"3.1.0\",\"isp_id\":\""
                + pop.isp().code()
                + "\",\"pop_id\":\""
                + pop.code()
                + "\",\"submission_time\":");
    agentStatus =
        JsonBuffer.ascii(
            "},\"agent_status\":{\"host_ip\":\""
                + gateway
                + "20\",\"public_ip\":\"198.51.100."
                + (1 + pop.network() % 250)
                + "\",\"public_ip_source\":\"EXTERNAL\",\"container_id\":\"qos-"
                + pop.code()
                + "\",\"status\":\"ACTIVE\",\"last_heartbeat\":");
  }

  /** Appends the submission of the slot that starts at {@code slotStart}. */
  void slot(JsonBuffer out, long slotStart, QosSample sample) {
    boolean speedOk = sample.download >= 0;
    int successful = sample.allFailed ? 0 : speedOk ? 8 : 7;
    start(out, slotStart, 0, slotStart + SLOT_SECONDS + 25 + pop.network() % 40);
    out.text(
        "{\"speed\":1,\"ping\":3,\"dns\":1,\"http\":1,\"traceroute\":2,\"total\":8,\"successful\":");
    out.number(successful).text(",\"failed\":").number(8L - successful).text("}");
    status(out, slotStart, sample);
    long time = slotStart + pop.testOffset();
    out.text(",\"speed_test\":");
    speed(out, slotStart, time, sample.download, sample.upload, sample.rtt[0]);
    out.text(",\"ping_tests\":[");
    for (int i = 0; i < PING_TYPES.length; i++) {
      out.text(i == 0 ? "" : ",");
      ping(out, time + 40 + 20L * i, i, sample);
    }
    out.text("],\"dns_test\":");
    dns(out, time + 110, sample);
    out.text(",\"http_test\":");
    http(out, time + 125, sample);
    out.text(",\"traceroute_tests\":[");
    for (int i = 0; i < TRACE_TYPES.length; i++) {
      out.text(i == 0 ? "" : ",");
      trace(out, time + 150 + 30L * i, i, sample);
    }
    out.text("]}\n");
  }

  /** Appends a later submission that states another speed for the speed test of a slot. */
  void conflictingSpeedTest(JsonBuffer out, long slotStart, QosSample sample) {
    start(out, slotStart, 1, slotStart + SLOT_SECONDS + 600);
    out.text(
        "{\"speed\":1,\"ping\":0,\"dns\":0,\"http\":0,\"traceroute\":0,\"total\":1,\"successful\":1,\"failed\":0}");
    status(out, slotStart, sample);
    out.text(",\"speed_test\":");
    speed(out, slotStart, slotStart + pop.testOffset(), 0.5, 0.5, sample.rtt[0]);
    out.text(",\"ping_tests\":[],\"traceroute_tests\":[]}\n");
  }

  private void start(JsonBuffer out, long slotStart, int copy, long sent) {
    out.text("{\"submission\":{\"submission_uuid\":\"");
    out.text(Streams.uuid(pop.qosAgent(), slotStart + copy).toString()).raw(head).instant(sent);
    out.text(",\"reporting_period_start\":").instant(slotStart);
    out.text(",\"reporting_period_end\":").instant(slotStart + SLOT_SECONDS);
    out.text(",\"test_summary\":");
  }

  private void status(JsonBuffer out, long slotStart, QosSample sample) {
    out.raw(agentStatus).instant(slotStart + SLOT_SECONDS);
    out.text(",\"uptime_seconds\":").number(slotStart % 8_640_000);
    out.text(",\"cpu_pct\":").decimal(sample.cpuPct);
    out.text(",\"memory_pct\":41.50,\"disk_pct\":22.00}");
    if (sample.allFailed && !sample.agentFault) {
      out.text(
          ",\"agent_detected_failures\":{\"has_failures\":true,\"connectivity_status\":\"NONE\",\"failures\":[{\"type\":\"NO_CONNECTIVITY\"}]}");
    } else {
      out.text(
          ",\"agent_detected_failures\":{\"has_failures\":false,\"connectivity_status\":\"FULL\",\"failures\":[]}");
    }
    out.text(",\"reference_servers\":[{\"name\":\"speed-dhk-1\",\"status\":\"UP\"}]");
  }

  private void speed(
      JsonBuffer out, long slotStart, long time, double down, double up, double rtt) {
    out.text("{\"test_uuid\":\"").text(pop.code()).character('-').number(slotStart);
    out.text("\",\"time\":").instant(time);
    if (down < 0) {
      out.text(
          ",\"test_status\":\"FAILED\",\"target\":{\"host\":\"speed-dhk-1.example.bd\",\"type\":\"NATIONAL\"},\"download\":null,\"upload\":null,\"latency_to_server_ms\":null,\"test_method\":\"HTTP_MULTI\"}");
      return;
    }
    out.text(
        ",\"test_status\":\"SUCCESS\",\"target\":{\"host\":\"speed-dhk-1.example.bd\",\"type\":\"NATIONAL\"},\"download\":");
    direction(out, down * pop.reference().downloadMbps());
    out.text(",\"upload\":");
    direction(out, up * pop.reference().uploadMbps());
    out.text(",\"latency_to_server_ms\":").decimal(rtt);
    out.text(",\"test_method\":\"HTTP_MULTI\"}");
  }

  private static void direction(JsonBuffer out, double mbps) {
    long hundredths = Math.round(mbps * 100);
    out.text("{\"speed_mbps\":").hundredths(hundredths);
    out.text(",\"bytes_transferred\":").number(hundredths * 12_500);
    out.text(",\"duration_ms\":10000}");
  }

  private static void ping(JsonBuffer out, long time, int i, QosSample sample) {
    int received = QosSample.PACKETS - sample.lost[i];
    out.text("{\"time\":").instant(time).text(",\"test_status\":\"");
    out.text(received == 0 ? "FAILED" : "SUCCESS").text("\",\"target\":{\"type\":\"");
    out.text(PING_TYPES[i]).text("\",\"host\":\"192.0.2.").number(11L + i);
    out.text(
        "\"},\"config\":{\"packet_count\":20,\"packet_size\":64,\"interval_ms\":200},\"latency\":");
    if (received == 0) {
      out.text("null");
    } else {
      double median = sample.rtt[i];
      double jitter = sample.jitter[i];
      out.text("{\"rtt_min_ms\":").decimal(median * 0.93);
      out.text(",\"rtt_max_ms\":").decimal(median + 4 * jitter);
      out.text(",\"rtt_avg_ms\":").decimal(median + 0.2 * jitter);
      out.text(",\"rtt_median_ms\":").decimal(median);
      out.text(",\"rtt_stddev_ms\":").decimal(jitter);
      out.text(",\"rtt_p95_ms\":").decimal(median + 2 * jitter);
      out.text(",\"rtt_p99_ms\":").decimal(median + 3 * jitter);
      out.text(",\"jitter_ms\":").decimal(jitter).character('}');
    }
    out.text(",\"packet_loss\":{\"packets_sent\":20,\"packets_received\":").number(received);
    out.text(",\"loss_pct\":").number(sample.lost[i] * 5L);
    out.text(",\"loss_pattern\":\"").text(sample.lost[i] == 0 ? "NONE" : "RANDOM").text("\"}}");
  }

  private static void dns(JsonBuffer out, long time, QosSample sample) {
    int answered = 0;
    out.text("{\"time\":").instant(time).text(",\"queries\":[");
    for (int i = 0; i < QosSample.QUERIES; i++) {
      boolean success = sample.dns[i] >= 0;
      answered += success ? 1 : 0;
      out.text(i == 0 ? "{\"domain\":\"" : ",{\"domain\":\"").text(DOMAINS[i]);
      out.text("\",\"domain_type\":\"").text(i < 2 ? "LOCAL_BD" : "INTERNATIONAL");
      out.text("\",\"resolution_time_ms\":");
      if (success) {
        out.decimal(sample.dns[i]);
      } else {
        out.text("null");
      }
      out.text(",\"response_code\":\"").text(success ? "NOERROR" : "TIMEOUT");
      out.text("\",\"success\":").flag(success).character('}');
    }
    out.text("],\"summary\":{\"total_queries\":4,\"successful_queries\":").number(answered);
    out.text("}}");
  }

  private static void http(JsonBuffer out, long time, QosSample sample) {
    int reached = 0;
    out.text("{\"time\":").instant(time).text(",\"targets\":[");
    for (int i = 0; i < QosSample.PAGES; i++) {
      boolean reachable = sample.reachable[i];
      reached += reachable ? 1 : 0;
      out.text(i == 0 ? "{\"url\":\"" : ",{\"url\":\"").text(PAGES[i]);
      out.text("\",\"weight\":20,\"reachable\":").flag(reachable);
      out.text(",\"status_code\":").text(reachable ? "200" : "null");
      out.text(",\"timing\":");
      if (reachable) {
        double total = sample.pageMillis * (0.8 + 0.1 * i);
        out.text("{\"dns_ms\":").decimal(sample.dns[0] < 0 ? 0 : sample.dns[0]);
        out.text(",\"connect_ms\":").decimal(sample.rtt[0]);
        out.text(",\"total_ms\":").decimal(total).text("}}");
      } else {
        out.text("null}");
      }
    }
    out.text("],\"summary\":{\"total_targets\":5,\"reachable_targets\":").number(reached);
    out.text("}}");
  }

  private void trace(JsonBuffer out, long time, int i, QosSample sample) {
    boolean complete = !sample.allFailed;
    double end = sample.rtt[i == 0 ? 0 : 2];
    int hops = complete ? TRACE_HOPS[i] : 0;
    out.text("{\"time\":").instant(time).text(",\"target\":{\"type\":\"").text(TRACE_TYPES[i]);
    out.text("\",\"host\":\"192.0.2.").number(i == 0 ? 11 : 13).text("\"},\"hops\":[");
    for (int hop = 1; hop <= hops; hop++) {
      out.text(hop == 1 ? "{\"hop\":" : ",{\"hop\":").number(hop).text(",\"ip\":\"");
      out.text(gateway).number(hop).text("\",\"rtt_ms\":").decimal(end * hop / TRACE_HOPS[i]);
      out.character('}');
    }
    out.text("],\"summary\":{\"hop_count\":").number(hops).text(",\"total_rtt_ms\":");
    if (complete) {
      out.decimal(end);
    } else {
      out.text("null");
    }
    out.text(",\"path_complete\":").flag(complete).text("}}");
  }
}
