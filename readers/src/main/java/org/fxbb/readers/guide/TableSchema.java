package org.fxbb.readers.guide;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.ColumnType;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * A feed as a Frictionless Table Schema, for programs that make or check its files.
 *
 * <p><b>Shape</b>: columns may come in any order, optional ones may be left out. The reader accepts
 * more than the schema tells, such as Bangla digits, and says so in a notice.
 *
 * <p><b>Source</b>: spec 4.4; Data Package 2.0, Table Schema.
 */
public final class TableSchema {
  private static final JsonFactory JSON = new JsonFactory();

  private TableSchema() {}

  /** The schema as JSON. */
  public static String of(Feed feed) {
    FeedText text = FeedText.of(feed);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
    schema.put("name", feed.name());
    schema.put("title", text.feed().titleEn());
    schema.put("title_bn", text.feed().titleBn());
    schema.put("description", text.feed().meaningEn());
    schema.put("description_bn", text.feed().meaningBn());
    schema.put("fieldsMatch", "superset");
    schema.put("missingValues", List.of(""));
    schema.put("fields", feed.columns().stream().map(c -> field(c, text.of(c))).toList());
    boolean isPrimary =
        feed.key().stream().allMatch(name -> feed.columns().get(feed.indexOf(name)).required());
    schema.put(
        isPrimary ? "primaryKey" : "uniqueKeys", isPrimary ? feed.key() : List.of(feed.key()));
    return write(schema);
  }

  private static Map<String, Object> field(Column column, FeedText.Text text) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", type(column.type()));
    field.put("title", text.titleEn());
    field.put("title_bn", text.titleBn());
    field.put("description", text.meaningEn());
    field.put("description_bn", text.meaningBn());
    if (!text.examples().get(0).isEmpty()) {
      field.put("example", text.examples().get(0));
    }
    switch (column.type()) {
      case INSTANT -> field.put("format", "any");
      case UUID -> field.put("format", "uuid");
      case BOOLEAN -> {
        field.put("trueValues", List.of("true", "yes", "1", "হ্যাঁ"));
        field.put("falseValues", List.of("false", "no", "0", "না"));
      }
      default -> {}
    }
    Map<String, Object> constraints = constraints(column);
    if (!constraints.isEmpty()) {
      field.put("constraints", constraints);
    }
    return field;
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case TEXT, ENUM, RATIO, UUID, LOCATION -> "string";
      case DECIMAL -> "number";
      case INTEGER -> "integer";
      case DATE -> "date";
      case INSTANT -> "datetime";
      case BOOLEAN -> "boolean";
      case PERIOD -> "yearmonth";
    };
  }

  private static Map<String, Object> constraints(Column column) {
    Map<String, Object> constraints = new LinkedHashMap<>();
    if (column.required()) {
      constraints.put("required", true);
    }
    switch (column.type()) {
      case TEXT -> constraints.put("maxLength", column.maxLength());
      case ENUM -> constraints.put("enum", column.values());
      case RATIO -> constraints.put("pattern", "1:[0-9]+");
      case DECIMAL, INTEGER -> {
        BigDecimal min = column.min();
        if (min != null) {
          constraints.put(column.minExclusive() ? "exclusiveMinimum" : "minimum", min);
        }
        BigDecimal max = column.max();
        if (max != null) {
          constraints.put("maximum", max);
        }
      }
      default -> {}
    }
    return constraints;
  }

  private static String write(Map<String, Object> document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        JSON.createGenerator(
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
            text)) {
      write(json, document);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Object value) {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      object.forEach(
          (name, member) -> {
            json.writeName(String.valueOf(name));
            write(json, member);
          });
      json.writeEndObject();
    } else if (value instanceof List<?> array) {
      json.writeStartArray();
      array.forEach(element -> write(json, element));
      json.writeEndArray();
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(value.toString());
    }
  }
}
