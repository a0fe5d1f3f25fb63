package org.fxbb.writers.answer;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxbb.writers.answer.AnsweredFile.Counts;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Tells every sender what became of its files.
 *
 * <p><b>Shape</b>: filings and registry files get {@code <name>.result.json}, and {@code
 * <name>.rejected.csv} where rows failed; an agent gets one {@code <date>.result.json} for each
 * Dhaka day on which files arrived, and one per refused file. Every notice is listed.
 *
 * <p><b>Lifecycle</b>: call inside one transaction. An answer is due while {@code answered_state}
 * differs from {@code state}; a crash leaves it due, and writing it again changes nothing. Rows are
 * streamed: memory does not grow with the number of notices.
 *
 * <p><b>Source</b>: specification 4.10.
 */
public final class Answers {
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
  private static final JsonFactory JSON = new JsonFactory();
  private static final String DUE = SqlText.of(Answers.class, "dueFiles");
  private static final String NOTICES = SqlText.of(Answers.class, "notices");
  private static final String AGENT_DAY = SqlText.of(Answers.class, "agentDay");
  private static final String MARK = SqlText.of(Answers.class, "markAnswered");

  private final NamedParameterJdbcTemplate jdbc;
  private final Outbox outbox;
  private final RejectedRows rejectedRows;

  /** Answers into the outboxes of a drop area. */
  public Answers(NamedParameterJdbcTemplate jdbc, Path dropArea) {
    this.jdbc = jdbc;
    this.jdbc.getJdbcTemplate().setFetchSize(1_000);
    this.outbox = new Outbox(dropArea);
    this.rejectedRows = new RejectedRows(jdbc);
  }

  /**
   * Writes every answer that is due.
   *
   * @param eachFile told after each file, for progress
   * @return how many files were answered
   */
  public int writeDue(Runnable eachFile) {
    List<AnsweredFile> due = jdbc.query(DUE, Map.of(), (row, i) -> AnsweredFile.of(row));
    Set<AgentDay> agentDays = new LinkedHashSet<>();
    for (AnsweredFile file : due) {
      boolean agent = file.inbox().equals("AGENT");
      if (agent) {
        agentDays.add(new AgentDay(file.sender(), dayOf(file.receivedAt())));
      }
      if (!agent || file.state().equals("REJECTED")) {
        answer(file);
      }
      eachFile.run();
    }
    agentDays.forEach(this::answer);
    if (!due.isEmpty()) {
      jdbc.update(
          MARK,
          Map.of(
              "ids", due.stream().map(AnsweredFile::id).toArray(Long[]::new),
              "states", due.stream().map(AnsweredFile::state).toArray(String[]::new)));
    }
    return due.size();
  }

  private record AgentDay(String agent, LocalDate day) {}

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, DHAKA);
  }

  private void answer(AnsweredFile file) {
    Path folder = outbox.of(file.inbox(), file.sender());
    boolean rows = hasRejectedRows(file);
    if (rows) {
      outbox.write(folder, RejectedRows.nameOf(file.name()), out -> rejectedRows.write(file, out));
    } else {
      outbox.retire(folder, RejectedRows.nameOf(file.name()));
    }
    outbox.write(folder, Outbox.stem(file.name()) + ".result.json", out -> result(file, rows, out));
  }

  private boolean hasRejectedRows(AnsweredFile file) {
    return !file.inbox().equals("AGENT")
        && Boolean.TRUE.equals(
            jdbc.queryForObject(
                SqlText.of(Answers.class, "hasRejectedRows"),
                file.noticeParameters(),
                Boolean.class));
  }

  private void result(AnsweredFile file, boolean rejected, OutputStream out) {
    AnswerText text = AnswerText.of(file);
    try (JsonGenerator json = open(out)) {
      json.writeStartObject();
      string(json, "file", file.name());
      string(json, "state", file.state());
      string(json, "summary_en", text.summaryEn());
      string(json, "summary_bn", text.summaryBn());
      string(json, "next_step_en", text.nextEn());
      string(json, "next_step_bn", text.nextBn());
      string(json, "sender", file.sender());
      string(json, "feed", file.feed());
      LocalDate period = file.period();
      string(json, "period", period == null ? null : period.toString().substring(0, 7));
      string(json, "received_at", file.receivedAt().atZone(DHAKA).toOffsetDateTime().toString());
      string(json, "sha256", file.sha256());
      string(json, "reason", file.reason());
      counts(json, "rows", file.rows());
      counts(json, "submissions", file.submissions());
      string(json, "rejected_rows", rejected ? RejectedRows.nameOf(file.name()) : null);
      json.writeName("notices");
      json.writeStartArray();
      jdbc.query(
          NOTICES,
          file.noticeParameters(),
          row -> {
            json.writeStartObject();
            string(json, "code", row.getString("code"));
            string(json, "severity", row.getString("severity"));
            long number = row.getLong("row_number");
            if (!row.wasNull()) {
              json.writeName("row_number");
              json.writeNumber(number);
            }
            for (String column :
                List.of("column_name", "found", "expected", "message_en", "message_bn", "fix_en")) {
              string(json, column, row.getString(column));
            }
            json.writeEndObject();
          });
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void answer(AgentDay due) {
    outbox.write(
        outbox.of("AGENT", due.agent()),
        due.day() + ".result.json",
        out -> {
          try (JsonGenerator json = open(out)) {
            json.writeStartObject();
            string(json, "agent", due.agent());
            string(json, "day", due.day().toString());
            json.writeName("files");
            json.writeStartArray();
            for (Object file : agentFiles(due)) {
              json.writeRawValue(file.toString());
            }
            json.writeEndArray();
            json.writeEndObject();
          }
        });
  }

  /** One JSON object per file, made by the query. */
  private List<String> agentFiles(AgentDay due) {
    return new ArrayList<>(
        jdbc.queryForList(
            AGENT_DAY,
            Map.of(
                "agent", due.agent(),
                "from", due.day().atStartOfDay(DHAKA).toOffsetDateTime(),
                "to", due.day().plusDays(1).atStartOfDay(DHAKA).toOffsetDateTime()),
            String.class));
  }

  private static JsonGenerator open(OutputStream out) {
    return JSON.createGenerator(
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
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

  private static void string(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeName(name);
      json.writeString(value);
    }
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
