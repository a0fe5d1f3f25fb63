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

  private static final List<Feed> ALL =
      List.of(
          PACKAGES,
          SUBSCRIBERS,
          POPS,
          REVENUE,
          ISPS_REGISTRY,
          COVERAGE_REGISTRY,
          POPS_REGISTRY,
          AGENTS_REGISTRY,
          THRESHOLDS_REGISTRY,
          MAINTENANCE_REGISTRY);

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

  /** A count that fits {@code integer}. */
  private static Column count(String name) {
    return Column.of(name, INTEGER).atLeast(0).atMost(2_147_483_647);
  }
}
