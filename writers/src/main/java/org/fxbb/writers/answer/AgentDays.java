package org.fxbb.writers.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fxbb.writers.answer.Outbox.UnwrittenAnswerException;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.JsonGenerator;

/** Writes {@code <date>.result.json} for an agent: every file that arrived on that Dhaka day. */
final class AgentDays {
  private final NamedParameterJdbcTemplate jdbc;
  private final Outbox outbox;

  AgentDays(NamedParameterJdbcTemplate jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** An agent and a day on which it delivered something that is to be told. */
  record AgentDay(String agent, LocalDate day) {

    private OffsetDateTime starts() {
      return day.atStartOfDay(Bangla.DHAKA).toOffsetDateTime();
    }

    private OffsetDateTime ends() {
      return day.plusDays(1).atStartOfDay(Bangla.DHAKA).toOffsetDateTime();
    }
  }

  /**
   * Writes some days with one statement, adding the files that had not been told to the marks and
   * days that could not be written to the failures. A day's answer only grows, so no earlier one is
   * kept.
   */
  void write(List<AgentDay> days, Marks marks, List<String> failures) {
    jdbc.query(
        SqlText.of(AgentDays.class, "agentDays"),
        Map.of(
            "agents", days.stream().map(AgentDay::agent).toArray(String[]::new),
            "froms", days.stream().map(day -> day.starts().toString()).toArray(String[]::new),
            "tos", days.stream().map(day -> day.ends().toString()).toArray(String[]::new),
            "first",
                days.stream().map(AgentDay::starts).min(Comparator.naturalOrder()).orElseThrow(),
            "last", days.stream().map(AgentDay::ends).max(Comparator.naturalOrder()).orElseThrow()),
        (ResultSet row) -> {
          boolean[] more = {row.next()};
          while (more[0]) {
            long place = row.getLong("place");
            AgentDay day = days.get((int) place - 1);
            Marks ofDay = new Marks();
            try {
              outbox.replace(
                  outbox.of("AGENT", day.agent()),
                  day.day() + ".result.json",
                  out -> write(day, place, row, more, ofDay, out));
              marks.addAll(ofDay);
            } catch (UnwrittenAnswerException e) {
              failures.add(String.valueOf(e.getMessage()));
            }
            while (more[0] && row.getLong("place") == place) {
              more[0] = row.next();
            }
          }
          return true;
        });
  }

  /** Writes the rows of one day, and leaves the cursor on the next day's first row, if any. */
  private static void write(
      AgentDay day, long place, ResultSet row, boolean[] more, Marks marks, OutputStream out)
      throws IOException {
    try (JsonGenerator json = AnswerJson.open(out)) {
      json.writeStartObject();
      AnswerJson.string(json, "agent", day.agent());
      AnswerJson.string(json, "day", day.day().toString());
      json.writeName("files");
      json.writeStartArray();
      while (more[0] && row.getLong("place") == place) {
        json.writeRawValue(row.getString("told"));
        if (row.getBoolean("is_due")) {
          marks.add(row.getLong("id"), row.getString("state"));
        }
        more[0] = row.next();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read the files of agent " + day.agent(), e);
    }
  }
}
