package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** A time outside the window is a notice and a quarantined row, never a partition (spec 4.9). */
final class TimeWindowIT {
  /** 06:00 on 9 February in Dhaka. Twelve months back and a week on: 16 February 2025, 06:00. */
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");

  private static final Instant OLDEST = Instant.parse("2025-02-16T00:00:00Z");
  private static final Instant NEWEST = Instant.parse("2026-02-09T00:05:00Z");
  private static final String ARRIVAL = "2026-02-08T23:59:00Z";
  private static final String SNMP_AGENT = "22222222-2222-4222-8222-222222222222";
  private static final String PARTITIONS =
      "SELECT partition_name FROM partition_ranges WHERE parent_table = '%s' ORDER BY 1";

  private static void register(Town town) {
    Delta.register(town);
    town.drop(
        "manual/inbox",
        "agents_2026-01-02.csv",
        "agent_uuid,isp_code,agent_type,pop_codes,reference_download_mbps,valid_from\n"
            + SNMP_AGENT
            + ",isp-0001,SNMP_AGENT,p1,,2025-01-01\n",
        Delta.MORNING);
  }

  private static String snmp(int number, Instant periodStart, Instant poll) {
    return """
        {"submission":{"submission_uuid":"%s","originator_type":"SNMP_AGENT","agent_uuid":"%s",\
        "isp_id":"isp-0001","submission_time":"%s","reporting_period_start":"%s",\
        "reporting_period_end":"%s","poll_interval_sec":300,"polls_in_batch":1,\
        "summary":{"interface_records":1,"subscriber_records":0,"total_records":1}},\
        "interface_metrics":[{"time":"%s","poll_sequence":1,"pop_id":"p1","interface_type":"BDIX",\
        "upstream_operator":"iig-01","snmp_target":{"target_id":"gw-1","target_ip":"192.0.2.1",\
        "if_index":3,"if_name":"xe-0/0/3","if_speed_mbps":100},"poll_status":"SUCCESS","error":null,\
        "metrics":{"admin_status":"up","oper_status":"up","in_bps":5,"out_bps":7,"in_errors":1,\
        "out_errors":2,"in_discards":3,"out_discards":4,"utilization_in_pct":5.0,\
        "utilization_out_pct":0.1}}]}"""
        .formatted(
            new UUID(0x4000L, 0x8000000000000000L + number),
            SNMP_AGENT,
            periodStart.plusSeconds(900).isAfter(NEWEST) ? NEWEST : periodStart.plusSeconds(900),
            periodStart,
            periodStart.plusSeconds(900),
            poll);
  }

  private static String qos(int number, Instant periodStart, Instant test) {
    Instant sent =
        periodStart.plusSeconds(900).isAfter(NEWEST) ? NEWEST : periodStart.plusSeconds(900);
    return Delta.line(number, periodStart.toString(), sent.toString(), 18)
        .replace("\"time\":\"" + periodStart.plusSeconds(60) + "\"", "\"time\":\"" + test + "\"");
  }

  private static void drop(Town town, String feed, String agent, String... lines) {
    String stamp =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.parse("2026-02-08T23:50:00Z"));
    town.drop(
        "agents/" + agent + "/inbox",
        feed + "_" + agent + "_" + stamp + ".ndjson",
        String.join("\n", lines) + "\n",
        ARRIVAL);
  }

  @Test
  void bothEdgesOfBothKindsOfDumps(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      register(town);
      Instant day = Instant.parse("2026-02-08T10:00:00Z");
      drop(
          town,
          "qos",
          Delta.AGENT,
          qos(1, OLDEST, OLDEST),
          qos(2, OLDEST.minusSeconds(1), OLDEST),
          qos(3, OLDEST, OLDEST.minusSeconds(1)),
          qos(4, NEWEST, NEWEST),
          qos(5, NEWEST.plusSeconds(1), NEWEST),
          qos(6, NEWEST.minusSeconds(60), NEWEST.plusSeconds(1)),
          qos(7, day, Instant.parse("1970-01-01T00:00:00Z")),
          qos(8, day, Instant.parse("2027-01-01T00:00:00Z")));
      drop(
          town,
          "snmp",
          SNMP_AGENT,
          snmp(11, OLDEST, OLDEST),
          snmp(12, OLDEST.minusSeconds(1), OLDEST),
          snmp(13, OLDEST, OLDEST.minusSeconds(1)),
          snmp(14, NEWEST, NEWEST),
          snmp(15, NEWEST.plusSeconds(1), NEWEST),
          snmp(16, NEWEST.minusSeconds(60), NEWEST.plusSeconds(1)),
          snmp(17, day, Instant.parse("1970-01-01T00:00:00Z")),
          snmp(18, day, Instant.parse("2027-01-01T00:00:00Z")));

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      for (String feed : new String[] {"qos", "snmp"}) {
        assertThat(
                town.texts(
                    "SELECT row_number || ' ' || record_kind || ' ' || code FROM quarantined_rows WHERE feed = '"
                        + feed
                        + "' ORDER BY row_number"))
            .as(feed)
            .containsExactly(
                "2 SUBMISSION time_outside_window",
                "3 RECORD time_outside_window",
                "5 SUBMISSION time_outside_window",
                "6 RECORD time_outside_window",
                "7 RECORD time_outside_window",
                "8 RECORD time_outside_window");
        assertThat(
                town.texts(
                    "SELECT row_number::text FROM submission_notices WHERE code = 'time_outside_window' AND feed = '"
                        + feed
                        + "' ORDER BY row_number"))
            .as(feed)
            .containsExactly("2", "3", "5", "6", "7", "8");
      }
      assertThat(town.texts("SELECT DISTINCT time::text FROM ts_qos_measurements ORDER BY 1"))
          .isEqualTo(town.texts("SELECT DISTINCT time::text FROM ts_interface_metrics ORDER BY 1"))
          .hasSize(2);
      assertThat(town.texts(PARTITIONS.formatted("ts_qos_measurements")))
          .containsExactly("ts_qos_measurements_20250216", "ts_qos_measurements_20260209");
      assertThat(town.texts(PARTITIONS.formatted("ts_interface_metrics")))
          .containsExactly("ts_interface_metrics_20250216", "ts_interface_metrics_20260209");
      assertThat(town.texts(PARTITIONS.formatted("api_submissions")))
          .containsExactly("api_submissions_202502", "api_submissions_202602");
    }
  }

  @Test
  void theWindowFollowsTheRetentionOfTheTables(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      town.sql.execute(
          "UPDATE partition_policies SET retention_months = 2 WHERE parent_table = 'ts_subscriber_counts'");
      register(town);
      Instant oldest = Instant.parse("2025-12-16T00:00:00Z");
      drop(
          town, "qos", Delta.AGENT, qos(1, oldest, oldest), qos(2, oldest.minusSeconds(1), oldest));

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(
              town.texts(
                  "SELECT row_number || ' ' || expected FROM submission_notices WHERE code = 'time_outside_window'"))
          .containsExactly("2 2025-12-16T06:00+06:00 to 2026-02-09T06:05+06:00");
    }
  }

  @Test
  void ledgersAreMadeForTheMonthInWhichAFileArrived(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      town.drop("isps/isp-0001/inbox", "old.txt", "x", "2025-11-30T18:00:00Z");
      town.drop("isps/isp-0001/inbox", "ancient.txt", "x", "1970-01-01T00:00:00Z");

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(town.texts(PARTITIONS.formatted("submission_notices")))
          .containsExactly("submission_notices_202512", "submission_notices_202602");
      assertThat(
              town.texts(
                  "SELECT DISTINCT f.file_name || ' ' || to_char(n.file_received_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD') FROM submission_notices n JOIN submission_files f ON f.id = n.submission_file_id AND f.received_at = n.file_received_at ORDER BY 1"))
          .containsExactly("ancient.txt 2026-02-09", "old.txt 2025-12-01");
    }
  }
}
