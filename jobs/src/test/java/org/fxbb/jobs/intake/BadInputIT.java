package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** Whatever arrives: a notice in the answer, and nothing else disturbed. */
final class BadInputIT {
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");
  private static final String AT = "2026-02-08T04:00:00Z";
  private static final String START = "2026-02-07T10:00:00Z";

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void inbox(Town town, String name, byte[] bytes) {
    town.drop("isps/isp-0001/inbox", name, bytes, AT);
  }

  private static void inbox(Town town, String name, String text) {
    inbox(town, name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void badFilesAreAnsweredAndGoodOnesAreLoaded(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Delta.filing(town, "isp-0002", "packages", "", Delta.packages(100), AT);
      String good = Delta.packages(100);
      inbox(town, "isp-0001_packages_2025-01.csv", "");
      inbox(town, "isp-0001_packages_2025-02.csv", "1;2;3\n4;5;6\n");
      inbox(
          town,
          "isp-0001_packages_2025-03.csv",
          ("\uFEFF" + good).getBytes(StandardCharsets.UTF_16LE));
      inbox(town, "isp-0001_packages_2025-04.csv", good.replace("900", "৯০০"));
      inbox(town, "isp-0001_packages_2025-05.csv", good.replace(',', ';'));
      inbox(
          town,
          "isp-0001_packages_2025-06.csv",
          good + "H60,Home 60\nH80,a,b,c,d,e,f,g,h,i,j,k,l,m\n");
      inbox(town, "isp-0001_packages_2031-01.csv", good);
      inbox(town, "isp-0001_packages_2019-01.csv", good);
      inbox(town, "isp-0002_packages_2025-07.csv", good);
      inbox(town, "Copy of isp-0001_packages_2025-08.csv", good);
      inbox(town, "isp-0001_packages_2025-09.csv.gz", Arrays.copyOf(gzip(good), 60));
      inbox(town, "isp-0001_packages_2025-10.csv", good.replace("RESIDENTIAL", "HOME"));
      inbox(
          town,
          "isp-0001_packages_2025-11.csv.gz",
          gzip(good + good.substring(good.indexOf("H40")).repeat(100_000)));
      inbox(town, "isp-0001_packages_2025-12.csv", new byte[] {0x50, 0x4b, 3, 4, 0, 0, 0, 0});
      town.drop("isps/isp-0099/inbox", "isp-0099_packages_2026-01.csv", good, AT);

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(
              town.texts(
                  "SELECT file_name || ' ' || state || coalesce(' ' || state_reason, '') FROM submission_files WHERE inbox = 'FILING' ORDER BY file_name"))
          .containsExactly(
              "Copy of isp-0001_packages_2025-08.csv REJECTED unknown_file_name",
              "isp-0001_packages_2019-01.csv REJECTED period_too_old",
              "isp-0001_packages_2025-01.csv REJECTED empty_file",
              "isp-0001_packages_2025-02.csv REJECTED missing_header",
              "isp-0001_packages_2025-03.csv ACCEPTED",
              "isp-0001_packages_2025-04.csv ACCEPTED",
              "isp-0001_packages_2025-05.csv ACCEPTED",
              "isp-0001_packages_2025-06.csv REJECTED too_many_errors",
              "isp-0001_packages_2025-09.csv.gz REJECTED corrupt_archive",
              "isp-0001_packages_2025-10.csv REJECTED too_many_errors",
              "isp-0001_packages_2025-11.csv.gz REJECTED archive_too_large",
              "isp-0001_packages_2025-12.csv REJECTED unsupported_archive",
              "isp-0001_packages_2031-01.csv REJECTED period_in_future",
              "isp-0002_packages_2025-07.csv REJECTED sender_mismatch",
              "isp-0002_packages_2026-01.csv ACCEPTED",
              "isp-0099_packages_2026-01.csv REJECTED unknown_isp");
      String answer =
          town.answer("isps/isp-0001/outbox", "isp-0001_packages_2025-10.csv.result.json");
      assertThat(answer).contains("unknown_enum_value", "HOME").doesNotContain("Exception");
      assertThat(town.answer("isps/isp-0001/outbox", "isp-0001_packages_2025-10.csv.rejected.csv"))
          .contains("H20,Home 20,HOME", "unknown_enum_value");
      assertThat(
              town.texts(
                  "SELECT file_name FROM submission_files WHERE answered_state IS DISTINCT FROM state"))
          .isEmpty();
      assertThat(town.left()).isEmpty();
    }
  }

  @Test
  void badDumpsAreQuarantinedLineByLine(@TempDir Path folder) throws IOException {
    String stranger = "99999999-9999-4999-8999-999999999999";
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      String good = Delta.line(1, START, "2026-02-07T10:16:00Z", 18);
      Delta.dump(
          town,
          "20260207T120000Z",
          AT,
          good.substring(0, 100),
          good,
          Delta.line(2, "2024-01-01T00:00:00Z", "2024-01-01T00:16:00Z", 18),
          Delta.line(3, START, "2026-02-20T00:00:00Z", 18),
          Delta.line(4, START, "2026-02-07T10:16:00Z", 18).replace("isp-0001", "isp-0002"),
          Delta.line(5, START, "2026-02-07T10:16:00Z", 18).replace("\"p1\"", "\"p9\""));
      town.drop(
          "agents/" + stranger + "/inbox",
          "qos_" + stranger + "_20260207T120000Z.ndjson",
          good.replace(Delta.AGENT, stranger) + "\n",
          AT);
      town.drop(
          "agents/" + Delta.AGENT + "/inbox",
          "qos_" + Delta.AGENT + "_20260207T130000Z.ndjson",
          "",
          AT);
      byte[] whole = gzip(Delta.line(7, "2026-02-07T11:00:00Z", "2026-02-07T11:16:00Z", 18) + "\n");
      town.drop(
          "agents/" + Delta.AGENT + "/inbox",
          "qos_" + Delta.AGENT + "_20260207T140000Z.ndjson.gz",
          Arrays.copyOf(whole, whole.length - 12),
          AT);

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(
              town.texts(
                  "SELECT right(sender, 4) || substr(file_name, 42) || ' ' || state || coalesce(' ' || state_reason, '') FROM submission_files WHERE inbox = 'AGENT' ORDER BY 1"))
          .startsWith("111120260207T120000Z.ndjson ACCEPTED_WITH_ERRORS")
          .contains(
              "111120260207T130000Z.ndjson REJECTED empty_file",
              "999920260207T120000Z.ndjson WAITING the registration of agent 99999999-9999-4999-8999-999999999999");
      assertThat(
              town.texts(
                  "SELECT code FROM quarantined_rows WHERE submission_file_id = (SELECT id FROM submission_files WHERE file_name LIKE '%20260207T120000Z.ndjson' AND sender LIKE '1%') ORDER BY row_number"))
          .containsExactly(
              "broken_line",
              "time_outside_window",
              "submission_time_in_future",
              "agent_isp_mismatch",
              "unknown_agent_pop");
      assertThat(town.texts("SELECT DISTINCT download_mbps::text FROM ts_qos_measurements"))
          .containsExactly("18.00");
      assertThat(
              town.texts(
                  "SELECT submissions_received || ' ' || submissions_loaded || ' ' || submissions_quarantined FROM submission_files WHERE file_name LIKE '%20260207T120000Z.ndjson' AND sender LIKE '1%'"))
          .containsExactly("6 1 5");
      assertThat(town.answer("agents/" + Delta.AGENT + "/outbox", "2026-02-08.result.json"))
          .contains("broken_line", "corrupt_archive")
          .doesNotContain("Exception");
    }
  }

  @Test
  void aTrialIsAnsweredAndLeavesNothing(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      town.drop("isps/isp-0001/try", "isp-0001_packages_2026-01.csv", Delta.packages(1), AT);

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(town.answer("isps/isp-0001/outbox", "isp-0001_packages_2026-01.csv.result.json"))
          .contains("\"ACCEPTED\"");
      assertThat(town.texts("SELECT code FROM packages")).isEmpty();
      assertThat(town.texts("SELECT feed FROM filing_feeds")).isEmpty();
      assertThat(town.texts("SELECT originator FROM api_submissions")).isEmpty();
    }
  }
}
