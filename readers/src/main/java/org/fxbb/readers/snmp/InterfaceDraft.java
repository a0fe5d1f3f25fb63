package org.fxbb.readers.snmp;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fxbb.readers.json.JsonFields;
import org.fxbb.readers.snmp.InterfacePoll.SnmpTarget;
import org.jspecify.annotations.Nullable;

/** The fields of an element of {@code interface_metrics}. Source: spec 4.5. */
final class InterfaceDraft {

  static final List<String> POLL_STATUSES = List.of("SUCCESS", "TIMEOUT", "ERROR");

  private static final List<String> TYPES =
      List.of("INTERNET", "IX", "CACHE", "DOWNSTREAM", "BDIX");
  private static final List<String> COUNTER_TYPES = List.of("32BIT", "64BIT");
  private static final long MOST = Long.MAX_VALUE / 16;
  private static final double MOST_PCT = 1_000_000;
  private static final long MOST_MBPS = 100_000_000;

  @Nullable Instant time;
  @Nullable String pop;
  @Nullable String type;
  @Nullable String operator;
  @Nullable String pollStatus;
  boolean measured;
  @Nullable Long inBps;
  @Nullable Long outBps;
  @Nullable Long inErrors;
  @Nullable Long outErrors;
  @Nullable Long inDiscards;
  @Nullable Long outDiscards;
  double inPct = Double.NaN;
  double outPct = Double.NaN;
  @Nullable String adminStatus;
  @Nullable String operStatus;
  @Nullable Long speedMbps;

  private @Nullable String targetId;
  private @Nullable String targetIp;
  private @Nullable Long ifIndex;
  private @Nullable String ifName;
  private @Nullable String deviceType;
  private @Nullable String vendor;
  private boolean is32Bit;
  private @Nullable Long counter;
  private @Nullable Long previousCounter;
  private @Nullable Long uptime;
  private @Nullable Instant discontinuity;

  void take(String field, JsonFields fields) {
    switch (field) {
      case "time" -> time = fields.time();
      case "pop_id", "pop_code" -> pop = fields.text();
      case "interface_type" -> {
        String given = fields.oneOf(TYPES);
        type = "BDIX".equals(given) ? "IX" : given;
      }
      case "upstream_operator" -> operator = fields.text();
      case "poll_status" -> pollStatus = fields.oneOf(POLL_STATUSES);
      case "snmp_target" -> eachField(fields, this::takeTarget);
      case "metrics" -> measured = eachField(fields, this::takeMetric);
      case "counter_info" -> eachField(fields, this::takeCounter);
      default -> fields.skip();
    }
  }

  /** One field of a nested object. */
  private interface Taker {
    void take(String field, JsonFields fields);
  }

  private static boolean eachField(JsonFields fields, Taker taker) {
    if (!fields.beginsObject()) {
      return false;
    }
    for (String field = fields.nextField(); field != null; field = fields.nextField()) {
      taker.take(field, fields);
    }
    return true;
  }

  private void takeTarget(String field, JsonFields fields) {
    switch (field) {
      case "target_id" -> targetId = fields.text();
      case "target_ip" -> targetIp = fields.text();
      case "if_index" -> ifIndex = fields.whole(0, Integer.MAX_VALUE);
      case "if_name" -> ifName = fields.text();
      case "if_speed_mbps" -> speedMbps = fields.whole(0, MOST_MBPS);
      case "device_type" -> deviceType = fields.text();
      case "vendor" -> vendor = fields.text();
      default -> fields.skip();
    }
  }

  private void takeMetric(String field, JsonFields fields) {
    switch (field) {
      case "in_bps" -> inBps = fields.whole(0, MOST);
      case "out_bps" -> outBps = fields.whole(0, MOST);
      case "in_errors" -> inErrors = fields.whole(0, MOST);
      case "out_errors" -> outErrors = fields.whole(0, MOST);
      case "in_discards" -> inDiscards = fields.whole(0, MOST);
      case "out_discards" -> outDiscards = fields.whole(0, MOST);
      case "utilization_in_pct" -> inPct = fields.number(0, MOST_PCT);
      case "utilization_out_pct" -> outPct = fields.number(0, MOST_PCT);
      case "admin_status" -> adminStatus = status(fields.text());
      case "oper_status" -> operStatus = status(fields.text());
      default -> fields.skip();
    }
  }

  private void takeCounter(String field, JsonFields fields) {
    switch (field) {
      case "counter_type" -> is32Bit = "32BIT".equals(fields.oneOf(COUNTER_TYPES));
      case "raw_value" -> counter = fields.counter();
      case "previous_value" -> previousCounter = fields.counter();
      case "sys_uptime" -> uptime = fields.whole(0, MOST);
      case "discontinuity_time" -> discontinuity = fields.time();
      default -> fields.skip();
    }
  }

  /** Upper case; the numbers of IF-MIB are 1 for up and 2 for down. */
  private static @Nullable String status(@Nullable String given) {
    if (given == null) {
      return null;
    }
    return switch (given) {
      case "1" -> "UP";
      case "2" -> "DOWN";
      default -> given.toUpperCase(Locale.ROOT);
    };
  }

  /** The counter of the poll, inbound octets; null where there is none. */
  CounterDelta.@Nullable Reading reading() {
    return counter == null || previousCounter == null
        ? null
        : new CounterDelta.Reading(is32Bit, counter, previousCounter, uptime, discontinuity);
  }

  /** The interface; null where nothing says which it is. */
  @Nullable SnmpTarget target() {
    String id = targetId == null ? targetIp : targetId;
    return id == null
        ? null
        : new SnmpTarget(id, targetIp, ifIndex, ifName, speedMbps, deviceType, vendor);
  }
}
