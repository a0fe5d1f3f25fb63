package org.fxbb.writers.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.NoticeRule;
import org.fxbb.writers.answer.Answers.Written;
import org.fxbb.writers.load.Partitions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A database with what was received and found, and the drop area that answers go to. */
final class Desk {
  static final String NAME = "isp-0001_subscribers_2026-01.csv";
  static final String AT = "2026-02-05T04:00:00Z";

  /** By how many days our own down-time moved the deadline. */
  int downDays = 0;

  private final FilingDeadlines deadlines =
      new FilingDeadlines() {
        @Override
        public Instant deadline(LocalDate month) {
          return Instant.parse("2026-02-10T18:00:00Z");
        }

        @Override
        public int downDays(LocalDate month) {
          return downDays;
        }

        @Override
        public Instant correctionDeadline(Instant received) {
          return Instant.parse("2026-02-11T18:00:00Z");
        }
      };

  final Path dropArea;
  final DataSource source = TestDatabase.create().etl();
  final NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(source);
  Clock clock = Clock.fixed(Instant.parse("2026-02-05T04:05:00Z"), ZoneOffset.UTC);

  Desk(Path dropArea) {
    this.dropArea = dropArea;
    new Partitions(source).makeLedgers(LocalDate.of(2026, 2, 5));
  }

  Answers answers() {
    return new Answers(source, dropArea, clock, deadlines);
  }

  Written write() {
    return answers().writeDue(files -> {});
  }

  Path outbox() {
    return dropArea.resolve("isps/isp-0001/outbox");
  }

  String answer(String name) {
    return answerOf("isp-0001", name);
  }

  String answerOf(String isp, String name) {
    try {
      return Files.readString(
          dropArea.resolve("isps").resolve(isp).resolve("outbox").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a zip of a file, and its members of others. */
  void zip(long zip, Long... members) {
    jdbc.update(
        "UPDATE submission_files SET feed = NULL, period = NULL, revision = NULL, header_line = NULL, rows_received = NULL, rows_loaded = NULL, rows_quarantined = NULL, rows_duplicate = NULL, rows_rejected = NULL WHERE id = :zip",
        Map.of("zip", zip));
    jdbc.update(
        "UPDATE submission_files SET container_id = :zip WHERE id = ANY (:members)",
        Map.of("zip", zip, "members", members));
  }

  /** A file of which one row, where it has any, is quarantined or the whole rejected. */
  void file(long id, String inbox, String sender, String name, String state, long rows) {
    file(id, inbox, sender, name, state, rows, AT);
  }

  void file(
      long id,
      String inbox,
      String sender,
      String name,
      String state,
      long rows,
      String receivedAt) {
    boolean rejected = state.equals("REJECTED");
    Map<String, String> reasons =
        Map.of(
            "REJECTED", "too_many_errors",
            "WAITING", "the packages filing of isp-0001",
            "DUPLICATE", "duplicate_file");
    jdbc.update(
        """
        INSERT INTO submission_files (id, sender, inbox, feed, period, revision, file_name, sha256, bytes, received_at, state,
          state_reason, state_at, archive_path, header_line, rows_received, rows_loaded, rows_quarantined, rows_duplicate, rows_rejected)
        OVERRIDING SYSTEM VALUE
        VALUES (:id, :sender, :inbox, 'subscribers', '2026-01-01', coalesce(substring(:name FROM '_r(\\d+)[.]')::integer, 0), :name, 'ab', 10, CAST(:at AS timestamptz), :state, nullif(:reason, ''),
          now(), 'x', 'package_code,location,current_count', :rows, :rows - :bad - :rejected, :bad, 0, :rejected)
        """,
        Map.of(
            "id", id,
            "sender", sender,
            "inbox", inbox,
            "name", name,
            "at", receivedAt,
            "state", state,
            "reason", reasons.getOrDefault(state, ""),
            "rows", rows,
            "bad", state.equals("ACCEPTED_WITH_ERRORS") ? 1 : 0,
            "rejected", rejected ? rows : 0));
  }

  void notice(
      long file,
      @Nullable Integer row,
      String code,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    Long number = row == null ? null : Long.valueOf(row);
    NoticeRule rule = NoticeCatalogue.findByCode(code).orElseThrow();
    jdbc.getJdbcTemplate()
        .update(
            """
            INSERT INTO submission_notices (file_received_at, submission_file_id, code, severity, row_number, column_name, found, expected, message_en, message_bn, fix_en)
            SELECT received_at, id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM submission_files WHERE id = ?
            """,
            code,
            rule.severity().name(),
            row,
            column,
            found,
            expected,
            rule.message(number, column, found, expected),
            rule.messageBn(number, column, found, expected),
            rule.fix(number, column, found, expected),
            file);
  }

  void quarantine(long file, int row, String raw) {
    jdbc.update(
        """
        INSERT INTO quarantined_rows (file_received_at, submission_file_id, feed, row_number, record_kind, code, raw, quarantined_at)
        SELECT received_at, id, 'subscribers', :row, 'ROW', 'not_a_number', :raw, now() FROM submission_files WHERE id = :file
        """,
        Map.of("file", file, "row", row, "raw", raw));
  }
}
