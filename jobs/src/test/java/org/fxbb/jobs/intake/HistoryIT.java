package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fxbb.readers.simulate.ProgressListener;
import org.fxbb.readers.simulate.SimulationPlan;
import org.fxbb.readers.simulate.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** Bulk history files through the whole job (spec 4.7). */
final class HistoryIT {
  private static final Instant NOW = Instant.parse("2026-02-20T00:00:00Z");
  private static final String HEADER =
      "time,isp_code,bras_id,pop_code,poll_status,active_sessions,pppoe_sessions,dhcp_leases,ipoe_sessions\n";
  private static final String INTERFACES =
      """
      SELECT 'time,isp_code,pop_code,target_key,interface_type,poll_status,in_bps,out_bps,in_errors,out_errors,in_discards,out_discards,utilization_in_pct,utilization_out_pct,admin_status,oper_status,restarted,data_quality'
      UNION ALL
      (SELECT concat_ws(',', to_char(t.time AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD"T"HH24:MI:SS.US+06:00'), i.code, p.code, g.target_key, u.code, t.poll_status,
        coalesce(in_bps::text, ''), coalesce(out_bps::text, ''), coalesce(in_errors::text, ''), coalesce(out_errors::text, ''), coalesce(in_discards::text, ''), coalesce(out_discards::text, ''),
        coalesce(utilization_in_pct::text, ''), coalesce(utilization_out_pct::text, ''), coalesce(admin_status, ''), coalesce(oper_status, ''), restarted::text, data_quality)
      FROM ts_interface_metrics t JOIN isps i ON i.id = t.isp_id JOIN pops p ON p.id = t.pop_id
      JOIN snmp_targets g ON g.id = t.snmp_target_id JOIN upstream_types u ON u.id = t.upstream_type_id
      ORDER BY t.time, i.code, p.code, g.target_key)
      """;
  private static final String SESSIONS =
      """
      SELECT 'time,isp_code,bras_id,pop_code,poll_status,active_sessions,pppoe_sessions,dhcp_leases,ipoe_sessions'
      UNION ALL
      (SELECT concat_ws(',', to_char(t.time AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD"T"HH24:MI:SS.US+06:00'), i.code, bras_id, coalesce(p.code, ''), poll_status,
        coalesce(active_sessions::text, ''), coalesce(pppoe_sessions::text, ''), coalesce(dhcp_leases::text, ''), coalesce(ipoe_sessions::text, ''))
      FROM ts_subscriber_counts t JOIN isps i ON i.id = t.isp_id LEFT JOIN pops p ON p.id = t.pop_id
      ORDER BY t.time, i.code, bras_id)
      """;
  private static final String TESTS =
      """
      SELECT 'time,isp_code,pop_code,agent_uuid,test_type,target_type,target_key,test_status,latency_min_ms,latency_avg_ms,latency_median_ms,latency_max_ms,latency_p95_ms,latency_p99_ms,jitter_ms,packets_sent,packets_received,download_mbps,upload_mbps,dns_ms,dns_query_ms,http_ms,http_score,hops,path_complete,details'
      UNION ALL
      (SELECT concat_ws(',', to_char(t.time AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD"T"HH24:MI:SS.US+06:00'), i.code, p.code, a.agent_uuid, test_type, target_type, target_key, test_status,
        coalesce(latency_min_ms::text, ''), coalesce(latency_avg_ms::text, ''), coalesce(latency_median_ms::text, ''), coalesce(latency_max_ms::text, ''), coalesce(latency_p95_ms::text, ''), coalesce(latency_p99_ms::text, ''),
        coalesce(jitter_ms::text, ''), coalesce(packets_sent::text, ''), coalesce(packets_received::text, ''), coalesce(download_mbps::text, ''), coalesce(upload_mbps::text, ''), coalesce(dns_ms::text, ''),
        coalesce(array_to_string(dns_query_ms, '|'), ''), coalesce(http_ms::text, ''), coalesce(http_score::text, ''), coalesce(hops::text, ''), coalesce(path_complete::text, ''),
        coalesce('"' || replace(details::text, '"', '""') || '"', ''))
      FROM ts_qos_measurements t JOIN isps i ON i.id = t.isp_id JOIN pops p ON p.id = t.pop_id JOIN software_agents a ON a.id = t.agent_id
      ORDER BY t.time, i.code, p.code, a.agent_uuid, test_type, target_key)
      """;

  @Test
  void rowsThatMoveInAsHistoryAreThoseThatCameAsDumps(@TempDir Path folder) throws IOException {
    try (Town source = new Town(folder.resolve("source"), NOW);
        Town target = new Town(folder.resolve("target"), NOW)) {
      for (Town town : List.of(source, target)) {
        Simulator.run(
            new SimulationPlan(4, 4, LocalDate.of(2026, 1, 30), 2, 7, false),
            town.drop(),
            ProgressListener.SILENT);
      }
      try (Stream<Path> files = Files.walk(target.drop())) {
        for (Path file : files.filter(f -> f.toString().contains(".ndjson")).toList()) {
          Files.delete(file);
        }
      }
      source.cycle();
      target.cycle();
      assertThat(target.texts("SELECT 'x' FROM ts_qos_measurements")).isEmpty();

      move(source, target, INTERFACES, "history_interfaces_20260219T000000Z.csv");
      move(source, target, SESSIONS, "history_sessions_20260219T000000Z.csv");
      move(source, target, TESTS, "history_qos_20260219T000000Z.csv");
      assertThat(target.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(
              target.texts(
                  "SELECT DISTINCT message_en FROM submission_notices WHERE code <> 'rule_not_run'"))
          .isEmpty();
      for (String table : List.of(INTERFACES, SESSIONS, TESTS)) {
        assertThat(target.texts(table)).isEqualTo(source.texts(table)).hasSizeGreaterThan(100);
      }
      String marks =
          "SELECT DISTINCT m.table_name || coalesce(p.code, '') || i.code || m.hour FROM rollup_dirty_marks m LEFT JOIN pops p ON p.id = m.pop_id JOIN isps i ON i.id = m.isp_id ORDER BY 1";
      assertThat(target.texts(marks)).isEqualTo(source.texts(marks));
    }
  }

  private static void move(Town from, Town to, String query, String name) {
    to.drop(
        "manual/inbox", name, String.join("\n", from.texts(query)) + "\n", "2026-02-19T00:00:00Z");
  }

  @Test
  void aBadRowIsQuarantinedAloneAndARepeatedOneIsCounted(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      String good = "2026-02-01T00:00:00+06:00,isp-0001,b1,p1,SUCCESS,10,,,\n";
      String other = "2026-02-01T00:15:00+06:00,isp-0001,b1,,SUCCESS,11,,,\n";
      history(
          town,
          "20260210T000000Z",
          HEADER
              + good
              + "2026-02-01T00:00:00+06:00,isp-9999,b1,p1,SUCCESS,10,,,\n"
              + "2026-02-01T00:00:00+06:00,isp-0001,b2,p9,SUCCESS,10,,,\n"
              + "2016-02-01T00:00:00+06:00,isp-0001,b3,p1,SUCCESS,10,,,\n"
              + "2026-02-01T00:00:00+06:00,isp-0001,b4,p1,SUCCESS,-1,,,\n"
              + "2026-02-01T00:00:00+06:00,isp-0001,b5,p1,SUCCESS\n"
              + "2026-02-01T00:00:00+06:00,isp-0001,\"b6,p1,SUCCESS,1,,,\n"
              + "\n"
              + other
              + other);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(counts(town))
          .containsExactly("ACCEPTED_WITH_ERRORS 9 = 2 loaded 6 quarantined 1 duplicate 0");
      assertThat(
              town.texts(
                  "SELECT row_number || ' ' || code FROM quarantined_rows ORDER BY row_number"))
          .containsExactly(
              "3 unknown_isp_code",
              "4 unregistered_pop",
              "5 time_outside_window",
              "6 number_out_of_range",
              "7 wrong_cell_count",
              "8 broken_row");
      assertThat(town.answer("manual/outbox", "history_sessions_20260210T000000Z.csv.result.json"))
          .contains("unknown_isp_code")
          .contains("ACCEPTED_WITH_ERRORS");
      assertThat(town.answer("manual/outbox", "history_sessions_20260210T000000Z.csv.rejected.csv"))
          .contains("row_number,time,isp_code,bras_id,");

      history(town, "20260211T000000Z", HEADER + good + other.replace(",11,", ",12,"));
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(counts(town).get(1))
          .isEqualTo("ACCEPTED_WITH_ERRORS 2 = 0 loaded 1 quarantined 1 duplicate 0");
      assertThat(
              town.texts(
                  "SELECT bras_id || ' ' || active_sessions FROM ts_subscriber_counts ORDER BY time"))
          .containsExactly("b1 10", "b1 11");

      history(town, "20260212T000000Z", HEADER + good + other.replace(",11,", ",12,"));
      town.cycle();
      assertThat(
              town.texts(
                  "SELECT state FROM submission_files WHERE feed LIKE 'history%' ORDER BY id"))
          .containsExactly("ACCEPTED_WITH_ERRORS", "ACCEPTED_WITH_ERRORS", "DUPLICATE");
    }
  }

  @Test
  void aHeaderThatCannotBeReadRejectsTheFile(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      history(town, "20260210T000000Z", "time,isp_code,pop_code\n2026-02-01T00:00Z,isp-0001,p1\n");
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(
              town.texts(
                  "SELECT state || ' ' || state_reason FROM submission_files WHERE feed = 'history_sessions'"))
          .containsExactly("REJECTED missing_required_column");
    }
  }

  @Test
  void aFileThatIsMostlyWrongIsRejectedAndOneThatIsHalfWrongIsNot(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      String wrong = "2026-02-01T00:00:%02dZ,isp-0099,b1,p1,SUCCESS,1,,,\n";
      String good = "2026-02-01T00:%02d:%02dZ,isp-0001,b1,p1,SUCCESS,1,,,\n";
      StringBuilder half = new StringBuilder(HEADER);
      for (int i = 0; i < 1_001; i++) {
        half.append(wrong.formatted(i % 60)).append(good.formatted(i / 60, i % 60));
      }
      history(town, "20260210T000000Z", half.toString());
      history(town, "20260211T000000Z", half + wrong.formatted(0));
      history(town, "20260212T000000Z", HEADER + wrong.formatted(0).repeat(1_000));
      town.cycle();

      assertThat(counts(town))
          .containsExactly(
              "ACCEPTED_WITH_ERRORS 2002 = 1001 loaded 1001 quarantined 0 duplicate 0",
              "REJECTED 0 = 0 loaded 0 quarantined 0 duplicate 0",
              "ACCEPTED_WITH_ERRORS 1000 = 0 loaded 1000 quarantined 0 duplicate 0");
      assertThat(
              town.texts(
                  "SELECT code || ' ' || count(*) FROM submission_notices n JOIN submission_files f ON f.id = n.submission_file_id WHERE f.state = 'REJECTED' GROUP BY code ORDER BY code"))
          .containsExactly("too_many_errors 1", "unknown_isp_code 100");
    }
  }

  @Test
  void aFileThatBrokeOffGoesOnWithThePartsThatAreMissing(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      StringBuilder rows = new StringBuilder(HEADER).append("not a row\n");
      int count = 700_000;
      Instant first = Instant.parse("2026-02-01T00:00:00Z");
      for (int i = 0; i < count; i++) {
        rows.append(first.plusSeconds(i))
            .append(",isp-0001,b1,p1,SUCCESS,")
            .append(i)
            .append(",,,\n");
      }
      history(town, "20260210T000000Z", rows.toString());
      town.sql.execute(
          """
          CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''planted''; END';
          CREATE TRIGGER break_off BEFORE INSERT ON submission_file_parts
          FOR EACH ROW WHEN (NEW.part_number = 2) EXECUTE FUNCTION break_off()
          """);
      assertThat(town.cycle()).isEqualTo(BatchStatus.FAILED);
      assertThat(town.texts("SELECT state FROM submission_files WHERE feed = 'history_sessions'"))
          .containsExactly("CHECKING");
      assertThat(town.texts("SELECT part_number FROM submission_file_parts"))
          .contains("1")
          .doesNotContain("2");

      town.sql.execute("DROP TRIGGER break_off ON submission_file_parts");
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(counts(town))
          .containsExactly(
              "ACCEPTED_WITH_ERRORS %d = %d loaded 1 quarantined 0 duplicate 0"
                  .formatted(count + 1, count));
      assertThat(town.texts("SELECT row_number || ' ' || code FROM quarantined_rows"))
          .containsExactly("2 wrong_cell_count");
      assertThat(town.texts("SELECT sum(active_sessions) FROM ts_subscriber_counts"))
          .containsExactly(Long.toString((long) count * (count - 1) / 2));
      assertThat(
              town.texts(
                  "SELECT sum(rows) FROM data_provenance WHERE target_table = 'ts_subscriber_counts'"))
          .containsExactly(Integer.toString(count));
      assertThat(town.texts("SELECT part_number FROM submission_file_parts")).isEmpty();
    }
  }

  private static List<String> counts(Town town) {
    return town.texts(
        "SELECT state || ' ' || rows_received || ' = ' || rows_loaded || ' loaded ' || rows_quarantined || ' quarantined ' || rows_duplicate || ' duplicate ' || rows_rejected FROM submission_files WHERE feed LIKE 'history%' ORDER BY id");
  }

  private static void history(Town town, String stamp, String text) {
    town.drop("manual/inbox", "history_sessions_" + stamp + ".csv", text, "2026-02-19T00:00:00Z");
  }
}
