package org.fxbb.writers.answer;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.fxbb.writers.answer.FileNotices.Told;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the answers to single files: {@code <name>.result.json}, and {@code <name>.rejected.csv}
 * where rows failed.
 */
final class FileAnswers {
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

  private final NamedParameterJdbcTemplate jdbc;
  private final Outbox outbox;
  private final RejectedRows rejectedRows;

  FileAnswers(NamedParameterJdbcTemplate jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.rejectedRows = new RejectedRows(jdbc);
  }

  /** Answers some files, with two statements for all of them and one for each with many errors. */
  void write(List<AnsweredFile> files) {
    FileNotices notices = FileNotices.of(jdbc, files);
    for (AnsweredFile file : files) {
      Path folder = outbox.of(file.inbox(), file.sender());
      boolean rows = !file.inbox().equals("AGENT") && notices.hasRejectedRows(file);
      if (rows) {
        outbox.write(
            folder, RejectedRows.nameOf(file.name()), out -> rejectedRows.write(file, out));
      } else {
        outbox.retire(folder, RejectedRows.nameOf(file.name()));
      }
      outbox.write(
          folder,
          Outbox.stem(file.name()) + ".result.json",
          out -> result(file, notices, rows, out));
    }
  }

  private void result(AnsweredFile file, FileNotices notices, boolean rejected, OutputStream out) {
    AnswerText text = AnswerText.of(file);
    try (JsonGenerator json = AnswerJson.open(out)) {
      json.writeStartObject();
      AnswerJson.string(json, "file", file.name());
      AnswerJson.string(json, "state", file.state());
      AnswerJson.string(json, "summary_en", text.summaryEn());
      AnswerJson.string(json, "summary_bn", text.summaryBn());
      AnswerJson.string(json, "next_step_en", text.nextEn());
      AnswerJson.string(json, "next_step_bn", text.nextBn());
      AnswerJson.string(json, "sender", file.sender());
      AnswerJson.string(json, "feed", file.feed());
      LocalDate period = file.period();
      AnswerJson.string(json, "period", period == null ? null : period.toString().substring(0, 7));
      AnswerJson.string(
          json, "received_at", file.receivedAt().atZone(DHAKA).toOffsetDateTime().toString());
      AnswerJson.string(json, "sha256", file.sha256());
      AnswerJson.string(json, "reason", file.reason());
      AnswerJson.counts(json, "rows", file.rows());
      AnswerJson.counts(json, "submissions", file.submissions());
      AnswerJson.string(json, "rejected_rows", rejected ? RejectedRows.nameOf(file.name()) : null);
      json.writeName("notices");
      json.writeStartArray();
      notices.forEach(file, notice -> write(json, notice));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Told notice) {
    json.writeStartObject();
    AnswerJson.string(json, "code", notice.code());
    AnswerJson.string(json, "severity", notice.severity());
    Long row = notice.rowNumber();
    if (row != null) {
      json.writeName("row_number");
      json.writeNumber(row);
    }
    AnswerJson.string(json, "column_name", notice.columnName());
    AnswerJson.string(json, "found", notice.found());
    AnswerJson.string(json, "expected", notice.expected());
    AnswerJson.string(json, "message_en", notice.messageEn());
    AnswerJson.string(json, "message_bn", notice.messageBn());
    AnswerJson.string(json, "fix_en", notice.fixEn());
    json.writeEndObject();
  }
}
