package org.fxbb.readers.qos;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fxbb.readers.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one test of any type.
 *
 * <p>Both published payload shapes are read: figures stand in the test itself or in objects inside
 * it ({@code latency}, {@code packet_loss}, {@code summary}, or {@code results} of the second
 * shape), and each figure has one meaning wherever it stands. <b>Source:</b> spec 4.6.
 */
final class TestDraft {

  private static final List<String> STATUSES = List.of("SUCCESS", "FAILED", "TIMEOUT", "PARTIAL");
  private static final List<String> TARGET_TYPES =
      List.of("NATIONAL", "IX", "INTERNATIONAL", "LOCAL_BD", "BDIX");
  private static final double MOST_MILLIS = 10_000_000;
  private static final double MOST_MBPS = 10_000_000;
  private static final long MOST_PACKETS = 10_000_000;
  private static final int MOST_HOPS = 1_000;

  @Nullable Instant time;
  @Nullable String status;
  String targetType = "";
  String targetKey = "";
  double minMs = Double.NaN;
  double avgMs = Double.NaN;
  double medianMs = Double.NaN;
  double maxMs = Double.NaN;
  double p95Ms = Double.NaN;
  double p99Ms = Double.NaN;
  double jitterMs = Double.NaN;
  @Nullable Long sent;
  @Nullable Long received;
  double lossPct = Double.NaN;
  double downloadMbps = Double.NaN;
  double uploadMbps = Double.NaN;
  @Nullable Long hops;
  @Nullable Boolean pathComplete;
  double weightedMs = Double.NaN;
  final DnsDraft dns = new DnsDraft();
  final HttpDraft http = new HttpDraft();

  void take(String field, JsonFields fields) {
    switch (field) {
      case "time", "timestamp" -> time = fields.time();
      case "test_status", "status" -> status = fields.oneOf(STATUSES);
      case "target", "server" -> takeTarget(fields);
      case "target_type" -> targetType = type(fields);
      case "target_host", "target_ip" -> targetKey = orEmpty(fields.text());
      case "latency", "packet_loss", "results", "summary" -> takeEach(fields);
      case "download" -> downloadMbps = speed(fields);
      case "upload" -> uploadMbps = speed(fields);
      case "download_mbps", "download_speed_mbps" -> downloadMbps = fields.number(0, MOST_MBPS);
      case "upload_mbps", "upload_speed_mbps" -> uploadMbps = fields.number(0, MOST_MBPS);
      case "hops" -> takeHops(fields);
      case "hop_count" -> hops = fields.whole(0, MOST_HOPS);
      case "path_complete" -> pathComplete = fields.bool();
      case "queries" -> dns.readAll(fields);
      case "targets" -> http.readAll(fields);
      case "weighted_time_ms", "weighted_avg_ms", "weighted_response_time_ms" ->
          weightedMs = fields.number(0, MOST_MILLIS);
      default -> takeLatency(field, fields);
    }
  }

  private void takeLatency(String field, JsonFields fields) {
    switch (field) {
      case "rtt_min_ms", "min_ms" -> minMs = millis(fields);
      case "rtt_avg_ms", "avg_ms", "latency_ms", "latency_to_server_ms", "total_rtt_ms" ->
          avgMs = millis(fields);
      case "rtt_median_ms", "median_ms" -> medianMs = millis(fields);
      case "rtt_max_ms", "max_ms" -> maxMs = millis(fields);
      case "rtt_p95_ms", "p95_ms" -> p95Ms = millis(fields);
      case "rtt_p99_ms", "p99_ms" -> p99Ms = millis(fields);
      case "jitter_ms" -> jitterMs = millis(fields);
      case "packets_sent" -> sent = fields.whole(0, MOST_PACKETS);
      case "packets_received" -> received = fields.whole(0, MOST_PACKETS);
      case "loss_pct", "packet_loss_pct" -> lossPct = fields.number(0, 100);
      default -> fields.skip();
    }
  }

  static double millis(JsonFields fields) {
    return fields.number(0, MOST_MILLIS);
  }

  private void takeEach(JsonFields fields) {
    if (fields.beginsObject()) {
      for (String field = fields.nextField(); field != null; field = fields.nextField()) {
        take(field, fields);
      }
    }
  }

  /** {@code {"speed_mbps": 20.1, ...}} or the number alone. */
  private static double speed(JsonFields fields) {
    if (!fields.isObject()) {
      return fields.number(0, MOST_MBPS);
    }
    double speed = Double.NaN;
    for (String field = fields.nextField(); field != null; field = fields.nextField()) {
      if (field.equals("speed_mbps")) {
        speed = fields.number(0, MOST_MBPS);
      } else {
        fields.skip();
      }
    }
    return speed;
  }

  /** The list of hops, of which only the number is kept, or their number. */
  private void takeHops(JsonFields fields) {
    if (fields.isArray()) {
      long count = 0;
      while (fields.nextElement()) {
        fields.skip();
        count++;
      }
      hops = hops == null ? Long.valueOf(Math.min(count, MOST_HOPS)) : hops;
    } else {
      hops = fields.whole(0, MOST_HOPS);
    }
  }

  /** {@code {"type": "NATIONAL", "host": "..."}} or the host alone. */
  private void takeTarget(JsonFields fields) {
    if (!fields.isObject()) {
      targetKey = orEmpty(fields.text());
      return;
    }
    int best = Integer.MAX_VALUE;
    for (String field = fields.nextField(); field != null; field = fields.nextField()) {
      int rank =
          switch (field.toLowerCase(Locale.ROOT)) {
            case "id", "target_id", "server_id", "code" -> 0;
            case "host", "hostname", "url" -> 1;
            case "ip", "address" -> 2;
            case "name" -> 3;
            default -> Integer.MAX_VALUE;
          };
      if (field.equals("type") || field.equals("target_type")) {
        targetType = type(fields);
      } else if (rank < best) {
        String key = fields.text();
        if (key != null) {
          targetKey = key;
          best = rank;
        }
      } else {
        fields.skip();
      }
    }
  }

  private static String type(JsonFields fields) {
    String type = fields.oneOf(TARGET_TYPES);
    return "BDIX".equals(type) ? "IX" : orEmpty(type);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
