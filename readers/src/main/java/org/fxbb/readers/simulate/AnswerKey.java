package org.fxbb.readers.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Everything that was planted, with what the engine must find because of it.
 *
 * <p><b>Lifecycle</b>: thread-safe; what is written does not depend on the order of planting.
 */
final class AnswerKey {

  private final List<Planted> planted = new ArrayList<>();

  /** Notes one consequence. */
  synchronized void add(Planted entry) {
    planted.add(entry);
  }

  synchronized int size() {
    return planted.size();
  }

  /** Writes the key of {@code plan}, one entry per line, sorted. */
  synchronized void write(SimulationPlan plan, Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("{\"seed\":").append(plan.seed());
    text.append(",\"from\":\"").append(plan.from());
    text.append("\",\"days\":").append(plan.days());
    text.append(",\"isps\":").append(plan.isps());
    text.append(",\"pops\":").append(plan.pops());
    text.append(",\"faults\":[");
    String separator = "\n";
    for (String line : planted.stream().map(AnswerKey::line).sorted().toList()) {
      text.append(separator).append(line);
      separator = ",\n";
    }
    text.append(planted.isEmpty() ? "]}\n" : "\n]}\n");
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String line(Planted entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      text(json, "kind", entry.kind());
      text(json, "isp", entry.isp());
      text(json, "pop", entry.pop());
      text(json, "period", entry.period());
      text(json, "file", entry.file());
      json.writeName("expect");
      json.writeStartObject();
      for (Map.Entry<String, Object> field : entry.expect().entrySet()) {
        value(json, field.getKey(), field.getValue());
      }
      json.writeEndObject();
      text(json, "detail", entry.detail());
      json.writeEndObject();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void value(JsonGenerator json, String name, Object value) {
    if (value instanceof Number number) {
      json.writeName(name);
      json.writeNumber(number.longValue());
    } else if (value instanceof List<?> list) {
      json.writeName(name);
      json.writeStartArray();
      list.forEach(item -> json.writeString(item.toString()));
      json.writeEndArray();
    } else {
      text(json, name, value.toString());
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value);
    }
  }
}
