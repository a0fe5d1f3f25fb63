package org.fxbb.readers.feed;

import static org.fxbb.readers.feed.ColumnType.BOOLEAN;
import static org.fxbb.readers.feed.ColumnType.DECIMAL;
import static org.fxbb.readers.feed.ColumnType.INSTANT;
import static org.fxbb.readers.feed.ColumnType.INTEGER;
import static org.fxbb.readers.feed.ColumnType.TEXT;
import static org.fxbb.readers.feed.ColumnType.UUID;

import java.util.List;
import java.util.Optional;
import org.fxbb.readers.feed.Feed.Kind;

/**
 * The feeds of bulk history, one column per column of the table, with ISPs, PoPs, agents and
 * interfaces by their codes.
 *
 * <p><b>Source</b>: spec 4.7.
 */
public final class HistoryFeeds {
  private static final long MOST_INT8 = 999_999_999_999_999_999L;
  private static final int MOST_INT4 = 2_147_483_647;
  private static final int MOST_INT2 = 32_767;
  private static final int MOST_REAL = 1_000_000_000;
  private static final int MOST_MBPS = 99_999_999;

  /** Rows of {@code ts_interface_metrics}. */
  public static final Feed INTERFACES =
      feed(
          "history_interfaces",
          List.of(
              Column.of("time", INSTANT).need(),
              Column.of("isp_code", TEXT).need().length(64),
              Column.of("pop_code", TEXT).need().length(64),
              Column.of("target_key", TEXT).need().length(300),
              Column.ofValues("interface_type", "INTERNET", "IX", "CACHE", "DOWNSTREAM").need(),
              pollStatus(),
              whole("in_bps"),
              whole("out_bps"),
              whole("in_errors"),
              whole("out_errors"),
              whole("in_discards"),
              whole("out_discards"),
              real("utilization_in_pct"),
              real("utilization_out_pct"),
              Column.of("admin_status", TEXT).length(64),
              Column.of("oper_status", TEXT).length(64),
              Column.of("restarted", BOOLEAN),
              Column.ofValues("data_quality", "RELIABLE", "RESET", "UNRELIABLE", "NO_DATA").need()),
          List.of("isp_code", "pop_code", "target_key", "time"));

  /** Rows of {@code ts_subscriber_counts}. */
  public static final Feed SESSIONS =
      feed(
          "history_sessions",
          List.of(
              Column.of("time", INSTANT).need(),
              Column.of("isp_code", TEXT).need().length(64),
              Column.of("bras_id", TEXT).need().length(200),
              Column.of("pop_code", TEXT).length(64),
              pollStatus(),
              whole("active_sessions"),
              whole("pppoe_sessions"),
              whole("dhcp_leases"),
              whole("ipoe_sessions")),
          List.of("isp_code", "bras_id", "time"));

  /** Rows of {@code ts_qos_measurements}. */
  public static final Feed QOS =
      feed(
          "history_qos",
          List.of(
              Column.of("time", INSTANT).need(),
              Column.of("isp_code", TEXT).need().length(64),
              Column.of("pop_code", TEXT).need().length(64),
              Column.of("agent_uuid", UUID).need(),
              Column.ofValues("test_type", "SPEEDTEST", "ICMP", "DNS", "HTTP", "TRACEROUTE").need(),
              Column.ofValues("target_type", "NATIONAL", "IX", "INTERNATIONAL", "LOCAL_BD"),
              Column.of("target_key", TEXT).length(500),
              Column.ofValues("test_status", "SUCCESS", "PARTIAL", "FAILED", "TIMEOUT").need(),
              real("latency_min_ms"),
              real("latency_avg_ms"),
              real("latency_median_ms"),
              real("latency_max_ms"),
              real("latency_p95_ms"),
              real("latency_p99_ms"),
              real("jitter_ms"),
              Column.of("packets_sent", INTEGER).atLeast(0).atMost(MOST_INT4),
              Column.of("packets_received", INTEGER).atLeast(0).atMost(MOST_INT4),
              Column.of("download_mbps", DECIMAL).atLeast(0).atMost(MOST_MBPS),
              Column.of("upload_mbps", DECIMAL).atLeast(0).atMost(MOST_MBPS),
              real("dns_ms"),
              Column.of("dns_query_ms", TEXT).length(4_000),
              real("http_ms"),
              Column.of("http_score", DECIMAL).atLeast(0).atMost(100),
              Column.of("hops", INTEGER).atLeast(0).atMost(MOST_INT2),
              Column.of("path_complete", BOOLEAN),
              Column.of("details", TEXT).length(60_000)),
          List.of("isp_code", "pop_code", "agent_uuid", "test_type", "target_key", "time"));

  private static final List<Feed> ALL = List.of(INTERFACES, SESSIONS, QOS);

  private HistoryFeeds() {}

  /** The feed with a name such as {@code history_qos}. */
  public static Optional<Feed> findByName(String name) {
    return ALL.stream().filter(feed -> feed.name().equals(name)).findFirst();
  }

  private static Feed feed(String name, List<Column> columns, List<String> key) {
    return new Feed(name, Kind.HISTORY, false, columns, key);
  }

  private static Column pollStatus() {
    return Column.ofValues("poll_status", "SUCCESS", "TIMEOUT", "ERROR").need();
  }

  private static Column whole(String name) {
    return Column.of(name, INTEGER).atLeast(0).atMost(MOST_INT8);
  }

  private static Column real(String name) {
    return Column.of(name, DECIMAL).atLeast(0).atMost(MOST_REAL);
  }
}
