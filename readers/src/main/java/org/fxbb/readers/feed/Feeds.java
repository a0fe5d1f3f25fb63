package org.fxbb.readers.feed;

import static org.fxbb.readers.feed.ColumnType.BOOLEAN;
import static org.fxbb.readers.feed.ColumnType.DATE;
import static org.fxbb.readers.feed.ColumnType.DECIMAL;
import static org.fxbb.readers.feed.ColumnType.INSTANT;
import static org.fxbb.readers.feed.ColumnType.INTEGER;
import static org.fxbb.readers.feed.ColumnType.LOCATION;
import static org.fxbb.readers.feed.ColumnType.PERIOD;
import static org.fxbb.readers.feed.ColumnType.RATIO;
import static org.fxbb.readers.feed.ColumnType.TEXT;
import static org.fxbb.readers.feed.ColumnType.UUID;

import java.util.List;
import java.util.Optional;
import org.fxbb.readers.feed.Feed.Kind;

/** The feeds there are, each declared once. Source: spec 4.4 and 4.8. */
public final class Feeds {

  private static final Column PERIOD_OF_FILE = Column.of("period", PERIOD);

  /** The packages an ISP sells. */
  public static final Feed PACKAGES =
      new Feed(
          "packages",
          Kind.FILING,
          true,
          List.of(
              Column.of("package_code", TEXT).need().length(64),
              Column.of("package_name", TEXT).need().length(200),
              Column.of("package_name_bn", TEXT).length(200),
              Column.ofValues(
                      "package_type", "RESIDENTIAL", "CORPORATE", "SOHO", "ENTERPRISE", "DEDICATED")
                  .need(),
              Column.of("connection_type", TEXT).length(64),
              mbps("download_speed_mbps").above(0).need(),
              mbps("upload_speed_mbps").above(0).need(),
              mbps("mir_mbps").need(),
              mbps("cir_mbps").need(),
              bdt("price_bdt").need(),
              Column.of("data_cap_gb", DECIMAL).atLeast(0).atMost(10_000_000),
              Column.of("has_fup", BOOLEAN).need(),
              Column.of("fup_threshold_gb", DECIMAL).atLeast(0).atMost(10_000_000),
              mbps("fup_speed_mbps"),
              Column.of("contention_ratio", RATIO).atLeast(1).atMost(10_000),
              Column.of("contract_months", INTEGER).atLeast(0).atMost(600),
              bdt("installation_fee_bdt"),
              Column.ofValues("status", "active", "discontinued").need(),
              count("subscriber_count"),
              Column.of("price_includes_vat", BOOLEAN),
              PERIOD_OF_FILE),
          List.of("package_code"));

  /** The subscribers of each package in each place. */
  public static final Feed SUBSCRIBERS =
      new Feed(
          "subscribers",
          Kind.FILING,
          true,
          List.of(
              Column.of("package_code", TEXT).need().length(64),
              Column.of("location", LOCATION).need(),
              count("current_count").need(),
              count("new_count").need(),
              count("churned_count").need(),
              count("suspended_count"),
              PERIOD_OF_FILE),
          List.of("package_code", "location"));

  /** The points of presence an ISP says it runs. */
  public static final Feed POPS =
      new Feed(
          "pops",
          Kind.FILING,
          true,
          List.of(
              Column.of("location", LOCATION).need(),
              Column.of("pop_code", TEXT).length(64),
              count("pop_count").need(),
              Column.ofValues("pop_type", "core", "distribution", "access").need(),
              Column.ofValues("status", "active", "inactive").need(),
              mbps("upstream_capacity_mbps").need(),
              mbps("international_mbps").need(),
              mbps("ix_mbps").need(),
              mbps("cache_mbps").need(),
              Column.of("latitude", DECIMAL).atLeast(-90).atMost(90),
              Column.of("longitude", DECIMAL).atLeast(-180).atMost(180),
              PERIOD_OF_FILE),
          List.of("location", "pop_type", "pop_code"));

  /** The revenue of each package in each place. */
  public static final Feed REVENUE =
      new Feed(
          "revenue",
          Kind.FILING,
          true,
          List.of(
              Column.of("package_code", TEXT).need().length(64),
              Column.of("location", LOCATION).need(),
              bdt("subscriber_revenue_bdt").need(),
              bdt("vat_bdt").need(),
              bdt("installation_revenue_bdt"),
              bdt("other_revenue_bdt"),
              count("paying_subscribers"),
              PERIOD_OF_FILE),
          List.of("package_code", "location"));

  /** What an ISP buys from each of its upstream providers. */
  public static final Feed BANDWIDTH =
      new Feed(
          "bandwidth",
          Kind.FILING,
          false,
          List.of(
              Column.ofValues("upstream_type", "INTERNET", "IX", "CACHE").need(),
              Column.of("provider_name", TEXT).need().length(200),
              mbps("contracted_mbps").need(),
              mbps("provisioned_mbps").need(),
              percent("peak_utilization_pct"),
              percent("avg_utilization_pct"),
              percent("p95_utilization_pct"),
              PERIOD_OF_FILE),
          List.of("upstream_type", "provider_name"));

  /** What went wrong at an ISP; one that lasts is filed again each month. */
  public static final Feed INCIDENTS =
      new Feed(
          "incidents",
          Kind.FILING,
          false,
          List.of(
              Column.of("incident_id", TEXT).need().length(64),
              Column.ofValues("incident_type", "OUTAGE", "DEGRADATION", "SECURITY", "UPSTREAM")
                  .need(),
              Column.ofValues("severity", "CRITICAL", "MAJOR", "MINOR").need(),
              Column.of("status", TEXT).need().length(64),
              Column.of("detected_time", INSTANT).need(),
              Column.of("reported_time", INSTANT),
              Column.of("acknowledged_time", INSTANT),
              Column.of("work_started_time", INSTANT),
              Column.of("resolved_time", INSTANT),
              Column.of("affected_pop_codes", TEXT).length(20_000),
              Column.ofValues(
                      "service_impact",
                      "COMPLETE_OUTAGE",
                      "PARTIAL_OUTAGE",
                      "PARTIAL_DEGRADATION",
                      "MINIMAL")
                  .need(),
              Column.of("location", LOCATION),
              Column.of("description", TEXT).length(4_000),
              PERIOD_OF_FILE),
          List.of("incident_id"));

  /** The complaints of subscribers, by what they complain of. */
  public static final Feed COMPLAINTS =
      new Feed(
          "complaints",
          Kind.FILING,
          false,
          List.of(
              Column.ofValues(
                      "category",
                      "BANDWIDTH",
                      "OUTAGE",
                      "UPSTREAM",
                      "WEBSITE_UNREACHABLE",
                      "LATENCY")
                  .need(),
              count("received").need(),
              count("resolved").need(),
              Column.of("mttr_hours", DECIMAL).atLeast(0).atMost(99_999_999),
              PERIOD_OF_FILE),
          List.of("category"));

  /** The licensed ISPs. */
  public static final Feed ISPS_REGISTRY =
      new Feed(
          "isps",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("isp_code", TEXT).need().length(64),
              Column.of("btrc_license_no", TEXT).need().length(64),
              Column.of("name_en", TEXT).need().length(200),
              Column.of("name_bn", TEXT).length(200),
              Column.of("trade_name", TEXT).length(200),
              Column.ofValues("license_category", "NATIONWIDE", "DIVISIONAL", "DISTRICT", "UPAZILA")
                  .need(),
              Column.of("issue_date", DATE),
              Column.of("expiry_date", DATE),
              Column.ofValues("license_status", "ACTIVE", "SUSPENDED", "REVOKED", "EXPIRED").need(),
              Column.of("headquarters_bbs_code", TEXT).length(16),
              Column.of("email", TEXT).length(200),
              Column.of("phone", TEXT).length(64),
              Column.of("website", TEXT).length(200)),
          List.of("isp_code"));

  /** Where each ISP is licensed. */
  public static final Feed COVERAGE_REGISTRY =
      new Feed(
          "coverage",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("isp_code", TEXT).need().length(64),
              Column.of("bbs_code", LOCATION).need(),
              Column.of("coverage_type", TEXT).length(64),
              Column.of("effective_date", DATE)),
          List.of("isp_code", "bbs_code"));

  /** The registered points of presence. */
  public static final Feed POPS_REGISTRY =
      new Feed(
          "pops",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("isp_code", TEXT).need().length(64),
              Column.of("pop_code", TEXT).need().length(64),
              Column.of("name_en", TEXT).need().length(200),
              Column.of("name_bn", TEXT).length(200),
              Column.of("category", TEXT).length(64),
              Column.of("bbs_code", LOCATION).need(),
              Column.of("latitude", DECIMAL).atLeast(-90).atMost(90),
              Column.of("longitude", DECIMAL).atLeast(-180).atMost(180),
              mbps("capacity_mbps"),
              Column.of("commissioned_date", DATE),
              Column.of("status", TEXT).length(32)),
          List.of("isp_code", "pop_code"));

  /** The registered agents and where they stand. */
  public static final Feed AGENTS_REGISTRY =
      new Feed(
          "agents",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("agent_uuid", UUID).need(),
              Column.of("isp_code", TEXT).need().length(64),
              Column.ofValues("agent_type", "SNMP_AGENT", "QOS_AGENT").need(),
              Column.of("name", TEXT).length(200),
              Column.of("pop_codes", TEXT).need().length(20_000),
              mbps("reference_download_mbps").above(0),
              mbps("reference_upload_mbps").above(0),
              Column.of("site_group", TEXT).length(64),
              Column.of("valid_from", DATE),
              Column.of("status", TEXT).length(32)),
          List.of("agent_uuid"));

  /** The limits that verdicts are made by. */
  public static final Feed THRESHOLDS_REGISTRY =
      new Feed(
          "thresholds",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("policy_set", TEXT).need().length(64),
              Column.of("parameter", TEXT).need().length(64),
              Column.ofValues(
                  "license_category", "NATIONWIDE", "DIVISIONAL", "DISTRICT", "UPAZILA"),
              Column.ofValues(
                  "package_type", "RESIDENTIAL", "CORPORATE", "SOHO", "ENTERPRISE", "DEDICATED"),
              Column.ofValues("target_type", "NATIONAL", "IX", "INTERNATIONAL", "LOCAL_BD"),
              Column.ofValues("threshold_type", "MIN", "MAX").need(),
              Column.of("value", DECIMAL).need(),
              Column.of("warning_value", DECIMAL),
              Column.ofValues("statistic", "MEAN", "RATIO", "SHARE", "PERCENTILE"),
              Column.of("percentile", DECIMAL).atLeast(0).atMost(100),
              Column.of("share_pct", DECIMAL).atLeast(0).atMost(100),
              Column.of("busy_hours_only", BOOLEAN),
              Column.of("min_samples", INTEGER).atLeast(0).atMost(1_000_000_000),
              Column.of("effective_date", DATE).need(),
              Column.of("expiry_date", DATE),
              Column.of("legal_reference", TEXT),
              Column.ofValues("legal_status", "GAZETTED", "DRAFT", "PRESS", "ASSUMED").need()),
          List.of(
              "policy_set",
              "parameter",
              "license_category",
              "package_type",
              "target_type",
              "effective_date"));

  /** Approved interruptions. */
  public static final Feed MAINTENANCE_REGISTRY =
      new Feed(
          "maintenance",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("isp_code", TEXT).need().length(64),
              Column.of("pop_codes", TEXT).need().length(20_000),
              Column.ofValues(
                      "kind", "PLANNED", "CALAMITY", "GOVERNMENT_ORDER", "POWER_GRID", "UPSTREAM")
                  .need(),
              Column.of("starts_at", INSTANT).need(),
              Column.of("ends_at", INSTANT).need(),
              Column.of("announced_at", INSTANT).need(),
              Column.of("approved_at", INSTANT).need(),
              Column.of("approved_by", TEXT).need().length(200),
              Column.of("document_reference", TEXT).need().length(200)),
          List.of("isp_code", "pop_codes", "kind", "starts_at"));

  /** The interfaces that are polled by SNMP. */
  public static final Feed SNMP_TARGETS_REGISTRY =
      new Feed(
          "snmp_targets",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("isp_code", TEXT).need().length(64),
              Column.of("pop_code", TEXT).need().length(64),
              Column.ofValues("interface_type", "INTERNET", "IX", "CACHE", "DOWNSTREAM").need(),
              Column.of("upstream_operator", TEXT).length(200),
              Column.of("target_ip", TEXT).need().length(64),
              port(),
              Column.ofValues("version", "1", "2c", "3").need(),
              Column.of("credential_ref", TEXT).length(63),
              count("if_index"),
              Column.of("if_name", TEXT).length(200),
              mbps("if_speed_mbps")),
          List.of("isp_code", "pop_code", "target_ip", "if_index", "if_name", "interface_type"));

  /** What QoS agents are told to test against. */
  public static final Feed TEST_TARGETS_REGISTRY =
      new Feed(
          "test_targets",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("code", TEXT).need().length(64),
              Column.of("category", TEXT).length(64),
              Column.ofValues("test_type", "ICMP", "HTTP", "HTTPS", "DNS", "SPEEDTEST").need(),
              Column.ofValues("target_type", "NATIONAL", "IX", "INTERNATIONAL", "LOCAL_BD").need(),
              Column.of("host", TEXT).need().length(253),
              port(),
              Column.of("url", TEXT).length(2_000)),
          List.of("code"));

  /** What ISPs promised with their licences. */
  public static final Feed COMMITMENTS_REGISTRY =
      new Feed(
          "commitments",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("isp_code", TEXT).need().length(64),
              Column.ofValues(
                      "commitment",
                      "COVERAGE_DISTRICTS",
                      "POP_COUNT",
                      "MIN_SPEED_MBPS",
                      "AVAILABILITY_PCT",
                      "SUBSCRIBERS")
                  .need(),
              Column.of("value", DECIMAL).atLeast(0).atMost(9_999_999_999L).need(),
              Column.of("due_date", DATE)),
          List.of("isp_code", "commitment", "due_date"));

  /** Holidays, and days whose busy hours differ. */
  public static final Feed CALENDAR_REGISTRY =
      new Feed(
          "calendar",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("day", DATE).need(),
              Column.ofValues("kind", "HOLIDAY", "BUSY_HOURS").need(),
              Column.of("value", TEXT).length(200)),
          List.of("day", "kind"));

  /** Rules that are suspended or graded otherwise; {@code expiry_date} is the first day without. */
  public static final Feed NOTICE_GRADES_REGISTRY =
      new Feed(
          "notice_grades",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("code", TEXT).need().length(64),
              Column.ofValues("severity", "SUSPENDED", "INFO", "WARNING", "ERROR").need(),
              Column.of("effective_date", DATE).need(),
              Column.of("expiry_date", DATE),
              Column.of("reason", TEXT).need().length(1_000),
              Column.of("legal_reference", TEXT).length(500)),
          List.of("code", "effective_date"));

  /** Public keys that open SFTP accounts; {@code valid_to} is the last day. */
  public static final Feed CREDENTIALS_REGISTRY =
      new Feed(
          "credentials",
          Kind.REGISTRY,
          false,
          List.of(
              Column.of("account", TEXT).need().length(64),
              Column.of("ssh_public_key", TEXT).need().length(8_000),
              Column.of("valid_from", DATE),
              Column.of("valid_to", DATE)),
          List.of("account", "ssh_public_key"));

  private static final List<Feed> ALL =
      List.of(
          PACKAGES,
          SUBSCRIBERS,
          POPS,
          REVENUE,
          BANDWIDTH,
          INCIDENTS,
          COMPLAINTS,
          ISPS_REGISTRY,
          COVERAGE_REGISTRY,
          POPS_REGISTRY,
          AGENTS_REGISTRY,
          THRESHOLDS_REGISTRY,
          MAINTENANCE_REGISTRY,
          SNMP_TARGETS_REGISTRY,
          TEST_TARGETS_REGISTRY,
          COMMITMENTS_REGISTRY,
          CALENDAR_REGISTRY,
          NOTICE_GRADES_REGISTRY,
          CREDENTIALS_REGISTRY);

  private Feeds() {}

  /** Every feed, filings first, each kind in the order it is loaded. */
  public static List<Feed> listAll() {
    return ALL;
  }

  /** The feed of a kind with a name in lower case; {@code pops} is the name of one of each kind. */
  public static Optional<Feed> findByName(Kind kind, String name) {
    return ALL.stream().filter(f -> f.kind() == kind && f.name().equals(name)).findFirst();
  }

  /** Mbit/s that fit {@code numeric(10,2)}. */
  private static Column mbps(String name) {
    return Column.of(name, DECIMAL).atLeast(0).atMost(99_999_999);
  }

  /** Money that fits {@code numeric(15,2)}. */
  private static Column bdt(String name) {
    return Column.of(name, DECIMAL).atLeast(0).atMost(9_999_999_999_999L);
  }

  private static Column port() {
    return Column.of("port", INTEGER).atLeast(1).atMost(65_535);
  }

  /** A share in percent. */
  private static Column percent(String name) {
    return Column.of(name, DECIMAL).atLeast(0).atMost(100);
  }

  /** A count that fits {@code integer}. */
  private static Column count(String name) {
    return Column.of(name, INTEGER).atLeast(0).atMost(2_147_483_647);
  }
}
