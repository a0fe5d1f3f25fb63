package org.fxbb.writers.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers as a filing clerk and an agent's operator find them (spec 4.10). */
final class AnswersIT {
  private static final String NAME = Desk.NAME;

  @TempDir Path dropArea;
  private Desk desk;
  private Path outbox;

  @BeforeEach
  void oneFiledIsp() {
    desk = new Desk(dropArea);
    outbox = desk.outbox();
  }

  @Test
  void tellsAClerkWhichRowIsWrongAndWhatToDo() throws IOException {
    desk.file(1, "FILING", "isp-0001", NAME, "ACCEPTED_WITH_ERRORS", 3);
    desk.notice(1, 3, "not_a_number", "current_count", "=1+1", "a whole number of 0 or more");
    desk.quarantine(1, 3, "HOME,\"Savar, Dhaka\",=1+1");

    assertThat(desk.write().files()).isEqualTo(1);

    assertThat(Files.readString(outbox.resolve(NAME + ".result.json")))
        .contains("\"state\" : \"ACCEPTED_WITH_ERRORS\"")
        .contains("Accepted with errors: 1 of 3 rows was not loaded, so the totals are partial.")
        .contains(
            "Correct the rows listed in %s.rejected.csv and send the whole file again as isp-0001_subscribers_2026-01_r1.csv."
                .formatted(NAME))
        .contains("৩টি সারি")
        .contains("\"row_number\" : 3")
        .contains("\"received_at\" : \"2026-02-05T10:00+06:00\"");
    assertThat(Files.readString(outbox.resolve(NAME + ".rejected.csv")))
        .isEqualTo(
            String.join(
                "\r\n",
                "\ufeffrow_number,package_code,location,current_count,error_code,error_column,error_found,error_expected,error_fix,error_fix_bn",
                "3,HOME,\"Savar, Dhaka\",'=1+1,not_a_number,current_count,'=1+1,a whole number of 0 or more,\"Write digits only, and use a point before decimals: 12.5, not 12,5.\",\"শুধু অঙ্ক লিখুন, দশমিকের আগে বিন্দু দিন: 12.5, 12,5 নয়।\"",
                ""));
  }

  @Test
  void anAnswerThatHoldsIsNotWrittenTwiceAndAnOlderOneGoesToTheHistory() throws IOException {
    desk.file(1, "FILING", "isp-0001", NAME, "WAITING", 0);
    assertThat(desk.write().files()).isEqualTo(1);
    assertThat(desk.write().files()).isZero();

    desk.jdbc.update("UPDATE submission_files SET state = 'ACCEPTED'", Map.of());
    assertThat(desk.write().files()).isEqualTo(1);

    assertThat(Files.readString(outbox.resolve(NAME + ".result.json"))).contains("ACCEPTED");
    try (Stream<Path> history = Files.list(outbox.resolve("history"))) {
      assertThat(history.toList())
          .hasSize(2)
          .allSatisfy(old -> assertThat(Files.readString(old)).contains("WAITING"));
    }
  }

  @Test
  void aDuplicateRepeatsTheAnswerOfItsTwin() throws IOException {
    desk.file(1, "FILING", "isp-0001", NAME, "ACCEPTED", 3);
    desk.notice(1, 2, "normalized_value", "current_count", "১২", "12");
    desk.file(2, "FILING", "isp-0001", "isp-0001_subscribers_2026-01_r1.csv", "DUPLICATE", 0);
    desk.jdbc.update("UPDATE submission_files SET twin_id = 1 WHERE id = 2", Map.of());

    desk.write();

    assertThat(Files.readString(outbox.resolve("isp-0001_subscribers_2026-01_r1.csv.result.json")))
        .contains("the same content was received before as " + NAME)
        .contains("normalized_value");
  }

  @Test
  void anAgentGetsOneAnswerADayAndOnePerRefusedFile() throws IOException {
    String agent = "7d3a1f6e-0000-5000-8000-000000000001";
    desk.file(1, "AGENT", agent, "qos_a.ndjson.gz", "ACCEPTED", 768);
    desk.file(2, "AGENT", agent, "qos_b.ndjson.gz", "REJECTED", 0);
    desk.notice(2, null, "corrupt_archive", null, null, null);

    desk.write();

    try (Stream<Path> files = Files.list(dropArea.resolve("agents/" + agent + "/outbox"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted().toList())
          .isEqualTo(
              List.of(
                  "2026-02-05.result.json",
                  "qos_b.ndjson.gz.result.html",
                  "qos_b.ndjson.gz.result.json"));
    }
    assertThat(
            Files.readString(
                dropArea.resolve("agents/" + agent + "/outbox/2026-02-05.result.json")))
        .contains("qos_a.ndjson.gz", "qos_b.ndjson.gz", "corrupt_archive");
  }

  @Test
  void theDumpOfAnAppIsAdvisedLikeThatOfAnAgent() throws IOException {
    desk.file(1, "APP", "apps", "userapp_a.ndjson", "ACCEPTED_WITH_ERRORS", 3);
    desk.notice(1, 3, "missing_field", "time", null, null);
    desk.quarantine(1, 3, "{}");

    desk.write();

    Path apps = dropArea.resolve("apps/outbox");
    assertThat(Files.readString(apps.resolve("userapp_a.ndjson.result.json")))
        .contains("Accepted with errors: 1 of 3 records was not loaded")
        .contains("Look at the notices; lines that were not loaded can be delivered again.")
        .contains("Update the agent or app to a version that sends time.")
        .doesNotContain("rejected.csv");
    assertThat(apps.resolve("userapp_a.ndjson.rejected.csv")).doesNotExist();
  }

  @Test
  void agentsBeyondAPageAreAnsweredOnceEach() throws IOException {
    for (int agent = 1; agent <= 401; agent++) {
      desk.file(agent, "AGENT", "agent-" + agent, "qos_a.ndjson.gz", "ACCEPTED", 8);
    }
    desk.file(1000, "AGENT", "agent-7", "qos_b.ndjson.gz", "REJECTED", 0);

    assertThat(desk.answers().countDue()).isEqualTo(402);
    assertThat(desk.write().files()).isEqualTo(402);
    assertThat(desk.write().files()).isZero();

    try (Stream<Path> files = Files.walk(dropArea)) {
      assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(403);
    }
    assertThat(Files.readString(dropArea.resolve("agents/agent-7/outbox/2026-02-05.result.json")))
        .contains("qos_a.ndjson.gz", "qos_b.ndjson.gz");
    assertThat(Files.readString(dropArea.resolve("agents/agent-8/outbox/2026-02-05.result.json")))
        .contains("qos_a.ndjson.gz")
        .doesNotContain("qos_b.ndjson.gz");
  }

  @Test
  void aHundredNoticesAndOneMoreAreAllTold() throws IOException {
    desk.file(1, "FILING", "isp-0001", NAME, "REJECTED", 101);
    for (int row = 2; row <= 101; row++) {
      desk.notice(1, row, "not_a_number", null, null, null);
    }
    desk.write();
    assertThat(Files.readString(outbox.resolve(NAME + ".result.json")).split("row_number", -1))
        .hasSize(101);

    desk.notice(1, 102, "not_a_number", null, null, null);
    desk.jdbc.update("UPDATE submission_files SET answered_state = NULL", Map.of());
    desk.write();
    assertThat(Files.readString(outbox.resolve(NAME + ".result.json")).split("row_number", -1))
        .hasSize(102);
  }

  @Test
  void aHundredThousandErrorsAreAllTold() throws IOException {
    desk.file(1, "FILING", "isp-0001", NAME, "REJECTED", 100_000);
    desk.jdbc.update(
        """
        INSERT INTO submission_notices (file_received_at, submission_file_id, code, severity, row_number, message_en, message_bn, fix_en)
        SELECT '2026-02-05 10:00+06', 1, 'not_a_number', 'ERROR', n, 'm', 'm', 'f' FROM generate_series(2, 100001) n
        """,
        Map.of());

    desk.write();

    try (Stream<String> lines = Files.lines(outbox.resolve(NAME + ".rejected.csv"))) {
      assertThat(lines.count()).isEqualTo(100_001);
    }
  }
}
