package org.fxbb.writers.series;

import java.util.List;

/**
 * The columns of time series in the order in which they are filled, in their tables and in the
 * staging layouts alike.
 */
final class SeriesColumns {
  static final List<String> INTERFACES =
      List.of(
          "snmp_target_id",
          "time",
          "isp_id",
          "pop_id",
          "upstream_type_id",
          "poll_status",
          "in_bps",
          "out_bps",
          "in_errors",
          "out_errors",
          "in_discards",
          "out_discards",
          "utilization_in_pct",
          "utilization_out_pct",
          "admin_status",
          "oper_status",
          "restarted",
          "data_quality",
          "submission_id");

  static final List<String> SESSIONS =
      List.of(
          "time",
          "isp_id",
          "bras_id",
          "pop_id",
          "poll_status",
          "active_sessions",
          "pppoe_sessions",
          "dhcp_leases",
          "ipoe_sessions",
          "submission_id");

  static final List<String> QOS =
      List.of(
          "time",
          "isp_id",
          "pop_id",
          "agent_id",
          "test_type",
          "target_type",
          "target_key",
          "test_status",
          "latency_min_ms",
          "latency_avg_ms",
          "latency_median_ms",
          "latency_max_ms",
          "latency_p95_ms",
          "latency_p99_ms",
          "jitter_ms",
          "packets_sent",
          "packets_received",
          "download_mbps",
          "upload_mbps",
          "dns_ms",
          "dns_query_ms",
          "http_ms",
          "http_score",
          "hops",
          "path_complete",
          "details",
          "submission_id");

  private SeriesColumns() {}
}
