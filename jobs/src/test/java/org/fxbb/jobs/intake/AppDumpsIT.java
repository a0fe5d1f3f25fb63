package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** What users and field officers send. Source: spec 4.7 and 4.9. */
final class AppDumpsIT {
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");
  private static final String AT = "2026-02-08T04:00:00Z";
  private static final String INSTALL = "22222222-2222-4222-8222-22222222222";

  private static void drop(Town town, String name, String... lines) {
    town.drop("apps/inbox", name, String.join("\n", lines) + "\n", AT);
  }

  private static String user(int install, String time, String isp, String rest) {
    return "{\"install_uuid\":\"%s%d\",\"time\":\"%s\",\"isp\":\"%s\",\"connection_type\":%s}"
        .formatted(INSTALL, install, time, isp, rest);
  }

  private static String balance(Town town, String name) {
    return String.join(
        "",
        town.texts(
            "SELECT concat_ws(' ', state, rows_received, rows_loaded, rows_quarantined, rows_duplicate) FROM submission_files WHERE file_name = '"
                + name
                + "' ORDER BY id DESC LIMIT 1"));
  }

  @Test
  void usersAreKnownByAPseudonymAndAtAHundredMetres(@TempDir Path folder) {
    String wifi =
        user(
            1,
            "2026-02-07T10:00:00Z",
            "LIC-1",
            "\"WIFI\",\"download_mbps\":18.126,\"latency_ms\":12.5,\"lat\":23.81056,\"lon\":90.41245,\"package_code\":\"H20\"");
    String first = "userapp_20260207T120000Z.ndjson";
    String second = "userapp_20260208T120000Z.ndjson";
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      drop(
          town,
          first,
          wifi,
          wifi,
          wifi.replace("18.126", "19"),
          user(
              2,
              "2026-02-07T10:05:00Z",
              "jamuna net",
              "\"mobile_data\",\"upload_mbps\":3,\"video_buffer_ratio\":1"),
          user(
              3,
              "2026-02-07T10:06:00Z",
              "my wifi",
              "\"ETHERNET\",\"feedback\":{\"category\":\"SPEED\",\"text\":\"slow in the evening\"}"),
          user(4, "2026-02-07T10:07:00Z", "LIC-1", "\"WIFI\""),
          user(4, "2026-02-07T10:07:00Z", "LIC-1", "\"WIFI\",\"video_buffer_ratio\":1.01"),
          user(4, "2026-02-09T00:05:00Z", "LIC-1", "\"WIFI\",\"dns_ms\":1"),
          user(4, "2026-02-09T00:05:01Z", "LIC-1", "\"WIFI\",\"dns_ms\":1"),
          user(5, "2026-02-07T10:09:00Z", "LIC-1", "\"WIFI\",\"feedback\":\"call 01700-000000\""),
          "Rahim {\"install_uuid\":");
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(balance(town, first)).isEqualTo("ACCEPTED_WITH_ERRORS 11 4 6 1");
      assertThat(
              town.texts(
                  "SELECT concat_ws(' ', right(a.install_uuid::text, 1), i.code, connection_type, download_mbps, upload_mbps, latency_ms, dns_ms, t.latitude, t.longitude, t.package_code) FROM ts_mobile_speed_tests t JOIN app_installations a ON a.id = t.installation_id LEFT JOIN isps i ON i.id = t.isp_id ORDER BY 1"))
          .containsExactly(
              "1 isp-0001 WIFI 18.13 12.5 23.811 90.412 H20",
              "2 isp-0002 MOBILE_DATA 3.00",
              "4 isp-0001 WIFI 1");
      assertThat(town.texts("SELECT video_buffer_ratio::text FROM ts_mobile_streaming_tests"))
          .containsExactly("1");
      assertThat(town.texts("SELECT category || ' ' || feedback FROM app_feedback"))
          .containsExactly("SPEED slow in the evening");
      assertThat(
              town.texts(
                  "SELECT row_number || ' ' || code FROM submission_notices ORDER BY row_number"))
          .containsExactly(
              "3 conflicting_duplicate",
              "5 unknown_app_isp",
              "6 missing_field",
              "7 invalid_field",
              "9 time_outside_window",
              "10 invalid_field",
              "11 broken_line");
      assertThat(
              town.texts(
                  "SELECT raw FROM quarantined_rows WHERE raw ~ '01700|Rahim|evening' UNION ALL SELECT found FROM submission_notices WHERE found ~ '01700|Rahim|evening'"))
          .isEmpty();

      drop(
          town,
          second,
          wifi,
          wifi.replace("12.5", "13"),
          wifi.replace("LIC-1", "isp-0002").replace("T10:00", "T11:00"));
      drop(town, first, wifi + " ");
      drop(town, "userapp_2026.ndjson", wifi);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(balance(town, second)).isEqualTo("ACCEPTED_WITH_ERRORS 3 1 1 1");
      assertThat(balance(town, first)).isEqualTo("ACCEPTED 1 0 0 1");
      assertThat(balance(town, "userapp_2026.ndjson")).isEqualTo("REJECTED");
      assertThat(
              town.texts(
                  "SELECT i.code FROM app_installations a JOIN isps i ON i.id = a.isp_id WHERE install_uuid::text LIKE '%1'"))
          .as("the newest report says whose customer it is")
          .containsExactly("isp-0002");
      assertThat(town.answer("apps/outbox", first + ".result.json")).contains("\"ACCEPTED\"");
      assertThat(town.left()).isEmpty();
    }
  }

  @Test
  void inspectionsAreLoadedWithIssuesAndAttachments(@TempDir Path folder) {
    String report =
        """
        {"officer":{"code":"off-1","name":"R. Officer"},"isp":"isp-0001","pop":"p1","time":"2026-02-07T10:00:00Z","inspection_type":"ROUTINE","compliance_status":"partial","issues":[{"category":"POWER","severity":"HIGH","description":"no generator"},{"category":"CABLING","description":"loose"}],"recommendations":["buy one","fix it"],"speed_tests":[{"download_mbps":10,"latency_ms":9},{"download_mbps":12.5,"upload_mbps":4,"latency_ms":8}],"gps":{"lat":23.8,"lon":90.4},"attachments":[{"file_name":"a.jpg","media_type":"image/jpeg","bytes":12,"sha256":"%s"}]}"""
            .formatted("A".repeat(64));
    String name = "regapp_20260207T120000Z.ndjson";
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      drop(
          town,
          name,
          report,
          report,
          report.replace("partial", "COMPLIANT"),
          report.replace("isp-0001", "isp-0099"),
          report.replace("T10:", "T11:").replace("\"p1\"", "\"p9\""),
          report.replace("partial", "fine"));
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(balance(town, name)).isEqualTo("ACCEPTED_WITH_ERRORS 6 2 3 1");
      assertThat(
              town.texts(
                  "SELECT concat_ws(' ', o.code, o.name, p.code, compliance_status, download_mbps, upload_mbps, latency_ms, recommendations::text, substr(r.id::text, 15, 1)) FROM field_reports r JOIN field_officers o ON o.id = r.field_officer_id LEFT JOIN pops p ON p.id = r.pop_id ORDER BY inspected_at"))
          .isEqualTo(
              List.of(
                  "off-1 R. Officer p1 PARTIAL 12.50 4.00 8 {\"buy one\",\"fix it\"} 5",
                  "off-1 R. Officer PARTIAL 12.50 4.00 8 {\"buy one\",\"fix it\"} 5"));
      assertThat(
              town.texts(
                  "SELECT DISTINCT concat_ws(' ', issue_number, category, severity, description) FROM field_report_issues ORDER BY 1"))
          .containsExactly("1 POWER HIGH no generator", "2 CABLING loose");
      assertThat(
              town.texts(
                  "SELECT DISTINCT file_name || bytes || left(sha256, 3) FROM field_report_attachments"))
          .containsExactly("a.jpg12aaa");
      assertThat(
              town.texts(
                  "SELECT row_number || ' ' || code FROM submission_notices ORDER BY row_number"))
          .containsExactly(
              "3 conflicting_duplicate",
              "4 unknown_inspected_isp",
              "5 unknown_pop",
              "6 invalid_field");
      assertThat(
              town.texts(
                  "SELECT raw FROM quarantined_rows WHERE raw LIKE '%R. Officer%' AND record_kind = 'RECORD'"))
          .isEmpty();
    }
  }
}
