package org.fxbb.writers.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.writers.load.Partitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Answers as a filing clerk and an agent's operator find them (spec 4.10). */
final class AnswersIT {
  private static final String NAME = "isp-0001_subscribers_2026-01.csv";

  @TempDir Path dropArea;
  private final DataSource source = TestDatabase.create().etl();
  private NamedParameterJdbcTemplate jdbc;
  private Path outbox;

  @BeforeEach
  void oneFiledIsp() {
    jdbc = new NamedParameterJdbcTemplate(source);
    new Partitions(source).makeLedgers(LocalDate.of(2026, 2, 5));
    outbox = dropArea.resolve("isps/isp-0001/outbox");
  }

  @Test
  void tellsAClerkWhichRowIsWrongAndWhatToDo() throws IOException {
    file(1, "FILING", "isp-0001", NAME, "ACCEPTED_WITH_ERRORS", 3);
    notice(1, 3, "not_a_number", "current_count", "=1+1", "a whole number of 0 or more");
    quarantine(1, 3, "HOME,\"Savar, Dhaka\",=1+1");

    assertThat(write()).isEqualTo(1);

    assertThat(Files.readString(outbox.resolve(NAME + ".result.json")))
        .contains("\"state\" : \"ACCEPTED_WITH_ERRORS\"")
        .contains("Accepted with errors: 1 of 3 rows were not loaded, so the totals are partial.")
        .contains(
            "Correct the rows in %s.rejected.csv and send the whole file again as isp-0001_subscribers_2026-01_r1.csv."
                .formatted(NAME))
        .contains("৩টি সারি")
        .contains("\"row_number\" : 3")
        .contains("\"received_at\" : \"2026-02-05T10:00+06:00\"");
    assertThat(Files.readString(outbox.resolve(NAME + ".rejected.csv")))
        .isEqualTo(
            String.join(
                "\r\n",
                "\ufeffrow_number,package_code,location,current_count,error_code,error_column,error_found,error_expected,error_fix",
                "3,HOME,\"Savar, Dhaka\",'=1+1,not_a_number,current_count,'=1+1,a whole number of 0 or more,Write digits.",
                ""));
  }

  @Test
  void anAnswerThatHoldsIsNotWrittenTwiceAndAnOlderOneGoesToTheHistory() throws IOException {
    file(1, "FILING", "isp-0001", NAME, "WAITING", 0);
    assertThat(write()).isEqualTo(1);
    assertThat(write()).isZero();

    jdbc.update("UPDATE submission_files SET state = 'ACCEPTED'", Map.of());
    assertThat(write()).isEqualTo(1);

    assertThat(Files.readString(outbox.resolve(NAME + ".result.json"))).contains("ACCEPTED");
    try (Stream<Path> history = Files.list(outbox.resolve("history"))) {
      assertThat(history.toList())
          .singleElement()
          .satisfies(old -> assertThat(Files.readString(old)).contains("\"state\" : \"WAITING\""));
    }
  }

  @Test
  void aDuplicateRepeatsTheAnswerOfItsTwin() throws IOException {
    file(1, "FILING", "isp-0001", NAME, "ACCEPTED", 3);
    notice(1, 2, "normalized_value", "current_count", "১২", "12");
    file(2, "FILING", "isp-0001", "isp-0001_subscribers_2026-01_r1.csv", "DUPLICATE", 0);
    jdbc.update("UPDATE submission_files SET twin_id = 1 WHERE id = 2", Map.of());

    write();

    assertThat(Files.readString(outbox.resolve("isp-0001_subscribers_2026-01_r1.csv.result.json")))
        .contains("the same content was received before as " + NAME)
        .contains("normalized_value");
  }

  @Test
  void anAgentGetsOneAnswerADayAndOnePerRefusedFile() throws IOException {
    String agent = "7d3a1f6e-0000-5000-8000-000000000001";
    file(1, "AGENT", agent, "qos_a.ndjson.gz", "ACCEPTED", 768);
    file(2, "AGENT", agent, "qos_b.ndjson.gz", "REJECTED", 0);
    notice(2, null, "corrupt_archive", null, null, null);

    write();

    try (Stream<Path> files = Files.list(dropArea.resolve("agents/" + agent + "/outbox"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted().toList())
          .isEqualTo(List.of("2026-02-05.result.json", "qos_b.ndjson.gz.result.json"));
    }
    assertThat(
            Files.readString(
                dropArea.resolve("agents/" + agent + "/outbox/2026-02-05.result.json")))
        .contains("qos_a.ndjson.gz", "qos_b.ndjson.gz", "corrupt_archive");
  }

  @Test
  void agentsBeyondAPageAreAnsweredOnceEach() throws IOException {
    for (int agent = 1; agent <= 401; agent++) {
      file(agent, "AGENT", "agent-" + agent, "qos_a.ndjson.gz", "ACCEPTED", 8);
    }
    file(1000, "AGENT", "agent-7", "qos_b.ndjson.gz", "REJECTED", 0);

    assertThat(new Answers(source, dropArea).countDue()).isEqualTo(402);
    assertThat(write()).isEqualTo(402);
    assertThat(write()).isZero();

    try (Stream<Path> files = Files.walk(dropArea)) {
      assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(402);
    }
    assertThat(Files.readString(dropArea.resolve("agents/agent-7/outbox/2026-02-05.result.json")))
        .contains("qos_a.ndjson.gz", "qos_b.ndjson.gz");
    assertThat(Files.readString(dropArea.resolve("agents/agent-8/outbox/2026-02-05.result.json")))
        .contains("qos_a.ndjson.gz")
        .doesNotContain("qos_b.ndjson.gz");
  }

  @Test
  void aHundredNoticesAndOneMoreAreAllTold() throws IOException {
    file(1, "FILING", "isp-0001", NAME, "REJECTED", 101);
    for (int row = 2; row <= 101; row++) {
      notice(1, row, "not_a_number", null, null, null);
    }
    write();
    assertThat(Files.readString(outbox.resolve(NAME + ".result.json")).split("row_number", -1))
        .hasSize(101);

    notice(1, 102, "not_a_number", null, null, null);
    jdbc.update("UPDATE submission_files SET answered_state = NULL", Map.of());
    write();
    assertThat(Files.readString(outbox.resolve(NAME + ".result.json")).split("row_number", -1))
        .hasSize(102);
  }

  @Test
  void aHundredThousandErrorsAreAllTold() throws IOException {
    file(1, "FILING", "isp-0001", NAME, "REJECTED", 100_000);
    jdbc.update(
        """
        INSERT INTO submission_notices (file_received_at, submission_file_id, code, severity, row_number, message_en, message_bn, fix_en)
        SELECT '2026-02-05 10:00+06', 1, 'not_a_number', 'ERROR', n, 'm', 'm', 'f' FROM generate_series(2, 100001) n
        """,
        Map.of());

    write();

    try (Stream<String> lines = Files.lines(outbox.resolve(NAME + ".rejected.csv"))) {
      assertThat(lines.count()).isEqualTo(100_001);
    }
  }

  @Test
  void cellsCannotActAsFormulas() {
    assertThat(RejectedRows.guard("=SUM(A1)")).isEqualTo("'=SUM(A1)");
    assertThat(RejectedRows.guard("@x")).isEqualTo("'@x");
    assertThat(RejectedRows.guard("+1|cmd")).isEqualTo("'+1|cmd");
    assertThat(RejectedRows.guard("-12.5")).isEqualTo("-12.5");
    assertThat(RejectedRows.guard("plain")).isEqualTo("plain");
  }

  private long write() {
    return new Answers(source, dropArea).writeDue(files -> {});
  }

  /** A file of which one row, where it has any, is quarantined or the whole rejected. */
  private void file(long id, String inbox, String sender, String name, String state, long rows) {
    jdbc.update(
        """
        INSERT INTO submission_files (id, sender, inbox, feed, period, revision, file_name, sha256, bytes, received_at, state,
          state_reason, state_at, archive_path, header_line, rows_received, rows_loaded, rows_quarantined, rows_duplicate, rows_rejected)
        OVERRIDING SYSTEM VALUE
        VALUES (:id, :sender, :inbox, 'subscribers', '2026-01-01', 0, :name, 'ab', 10, '2026-02-05 10:00+06', :state, 'the packages filing',
          now(), 'x', 'package_code,location,current_count', :rows, :rows - :bad - :rejected, :bad, 0, :rejected)
        """,
        Map.of(
            "id", id,
            "sender", sender,
            "inbox", inbox,
            "name", name,
            "state", state,
            "rows", rows,
            "bad", state.equals("ACCEPTED_WITH_ERRORS") ? 1 : 0,
            "rejected", state.equals("REJECTED") ? rows : 0));
  }

  private void notice(
      long file,
      @Nullable Integer row,
      String code,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    jdbc.getJdbcTemplate()
        .update(
            """
            INSERT INTO submission_notices (file_received_at, submission_file_id, code, severity, row_number, column_name, found, expected, message_en, message_bn, fix_en)
            VALUES ('2026-02-05 10:00+06', ?, ?, ?, ?, ?, ?, ?, 'Not a number.', 'সংখ্যা নয়।', 'Write digits.')
            """,
            file,
            code,
            code.equals("normalized_value") ? "INFO" : row == null ? "FATAL" : "ERROR",
            row,
            column,
            found,
            expected);
  }

  private void quarantine(long file, int row, String raw) {
    jdbc.update(
        """
        INSERT INTO quarantined_rows (file_received_at, submission_file_id, feed, row_number, record_kind, code, raw, quarantined_at)
        VALUES ('2026-02-05 10:00+06', :file, 'subscribers', :row, 'ROW', 'not_a_number', :raw, now())
        """,
        Map.of("file", file, "row", row, "raw", raw));
  }
}
