package org.fxbb.writers.answer;

import java.io.OutputStream;
import org.fxbb.writers.answer.AnsweredFile.Counts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** How answers are written as JSON: indented, without members that say nothing. */
final class AnswerJson {
  private static final JsonFactory JSON = new JsonFactory();

  private AnswerJson() {}

  static JsonGenerator open(OutputStream out) {
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

  static void string(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeName(name);
      json.writeString(value);
    }
  }

  static void counts(JsonGenerator json, String name, @Nullable Counts counts) {
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
