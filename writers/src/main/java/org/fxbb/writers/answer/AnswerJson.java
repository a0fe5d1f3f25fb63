package org.fxbb.writers.answer;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fxbb.writers.answer.AnsweredFile.Counts;
import org.fxbb.writers.answer.AnsweredFile.Filing;
import org.fxbb.writers.answer.FileNotices.OfCode;
import org.fxbb.writers.answer.FileNotices.Told;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * How answers are written as JSON: indented, without members that say nothing. The shape is
 * described in the README of this module.
 */
final class AnswerJson {
  private static final JsonFactory JSON = new JsonFactory();

  private AnswerJson() {}

  static JsonGenerator open(OutputStream out) {
    return JSON.createGenerator(
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        },
        out,
        JsonEncoding.UTF8);
  }

  /** Writes {@code <name>.result.json}; memory does not grow with the number of notices. */
  static void write(Answer answer, OutputStream out) {
    try (JsonGenerator json = open(out)) {
      write(json, answer);
    }
  }

  private static void write(JsonGenerator json, Answer answer) {
    AnsweredFile file = answer.file();
    json.writeStartObject();
    string(json, "file", file.name());
    string(json, "state", file.state());
    string(json, "signal", answer.signal().name());
    if (answer.warnings() > 0) {
      number(json, "warnings", answer.warnings());
    }
    string(json, "summary_en", answer.text().summaryEn());
    string(json, "summary_bn", answer.text().summaryBn());
    string(json, "next_step_en", answer.text().nextEn());
    string(json, "next_step_bn", answer.text().nextBn());
    string(json, "sender", file.sender());
    string(json, "feed", file.feed());
    LocalDate period = file.period();
    string(json, "period", period == null ? null : period.toString().substring(0, 7));
    if (file.isTrial()) {
      json.writeName("trial");
      json.writeBoolean(true);
    }
    string(json, "received_at", time(file.receivedAt()));
    deadline(json, answer);
    number(json, "bytes", file.bytes());
    string(json, "sha256", file.sha256());
    string(json, "reason", file.reason());
    counts(json, "rows", file.rows());
    counts(json, "submissions", file.submissions());
    string(json, "rejected_rows", answer.rejectedRows());
    difference(json, answer.difference());
    codes(json, answer.notices().listCodes(file));
    json.writeName("notices");
    json.writeStartArray();
    answer.notices().forEach(file, notice -> notice(json, notice));
    json.writeEndArray();
    if (!answer.members().isEmpty()) {
      json.writeName("members");
      json.writeStartArray();
      answer.members().forEach(member -> write(json, member));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void deadline(JsonGenerator json, Answer answer) {
    Instant deadline = answer.deadline();
    if (deadline != null) {
      string(json, "deadline", time(deadline));
      if (answer.movedDays() > 0) {
        number(json, "deadline_moved_days", answer.movedDays());
      }
      json.writeName("received_in_time");
      json.writeBoolean(answer.file().receivedAt().isBefore(deadline));
    }
    Filing filing = answer.file().filing();
    if (filing != null) {
      string(json, "feed_state", filing.state());
      Integer late = filing.lateDays();
      if (late != null) {
        number(json, "late_days", late);
      }
      string(json, "in_force", filing.inForce() == null ? null : filing.inForce().name());
    }
  }

  private static void difference(JsonGenerator json, @Nullable Difference difference) {
    if (difference == null) {
      return;
    }
    json.writeName("since_previous");
    json.writeStartObject();
    string(json, "file", difference.previous().name());
    string(json, "received_at", time(difference.previous().receivedAt().toInstant()));
    number(json, "fixed", difference.fixed());
    number(json, "new", difference.added());
    number(json, "still_there", difference.still());
    json.writeName("codes");
    json.writeStartArray();
    for (Difference.OfCode code : difference.codes()) {
      json.writeStartObject();
      string(json, "code", code.code());
      number(json, "fixed", code.fixed());
      number(json, "new", code.added());
      number(json, "still_there", code.still());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void codes(JsonGenerator json, List<OfCode> codes) {
    json.writeName("notice_counts");
    json.writeStartArray();
    for (OfCode code : codes) {
      json.writeStartObject();
      string(json, "code", code.first().code());
      string(json, "severity", code.first().severity());
      number(json, "count", code.notices());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void notice(JsonGenerator json, Told notice) {
    json.writeStartObject();
    string(json, "code", notice.code());
    string(json, "severity", notice.severity());
    Long row = notice.rowNumber();
    if (row != null) {
      number(json, "row_number", row);
    }
    string(json, "column_name", notice.columnName());
    string(json, "found", notice.found());
    string(json, "expected", notice.expected());
    Boolean isNew = notice.isNew();
    if (isNew != null) {
      json.writeName("new");
      json.writeBoolean(isNew);
    }
    string(json, "message_en", notice.messageEn());
    string(json, "message_bn", notice.messageBn());
    string(json, "fix_en", notice.fixEn());
    string(json, "fix_bn", notice.fixBn());
    json.writeEndObject();
  }

  static void string(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeName(name);
      json.writeString(value);
    }
  }

  private static String time(Instant instant) {
    return instant.atZone(Bangla.DHAKA).toOffsetDateTime().toString();
  }

  private static void counts(JsonGenerator json, String name, @Nullable Counts counts) {
    if (counts != null) {
      json.writeName(name);
      json.writeStartObject();
      number(json, "received", counts.received());
      number(json, "loaded", counts.loaded());
      number(json, "quarantined", counts.quarantined());
      number(json, "duplicate", counts.duplicate());
      number(json, "rejected", counts.rejected());
      json.writeEndObject();
    }
  }

  private static void number(JsonGenerator json, String name, long value) {
    json.writeName(name);
    json.writeNumber(value);
  }
}
