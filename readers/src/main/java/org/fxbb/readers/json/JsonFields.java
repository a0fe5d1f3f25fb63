package org.fxbb.readers.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.fxbb.readers.notice.AgentNotice.InvalidFieldNotice;
import org.fxbb.readers.notice.AgentNotice.MissingFieldNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads typed values from the stream of one line. Every method stands on the first token of a value
 * and leaves the parser on its last; a value of the wrong kind adds {@code invalid_field} and reads
 * as absent; JSON null is absent without a notice. Not thread-safe.
 */
public final class JsonFields {

  /** Most characters of a text; longer ones are invalid. */
  public static final int LONGEST_TEXT = 500;

  /** Most records and notices of one line, together; a quarter hour of a large PoP has hundreds. */
  static final int MOST_OF_A_LINE = 20_000;

  private static final int UUID_LENGTH = 36;

  private final JsonParser parser;
  private final byte[] bytes;
  private final int from;
  private final long line;
  private final boolean ofPersons;
  private List<Notice> notices = new ArrayList<>();
  private int made;

  JsonFields(JsonParser parser, byte[] bytes, int from, long line, boolean ofPersons) {
    this.parser = parser;
    this.bytes = bytes;
    this.from = from;
    this.line = line;
    this.ofPersons = ofPersons;
  }

  /** The line number, from 1. */
  public long line() {
    return line;
  }

  /** The notices since the last {@link #takeNotices}. */
  public List<Notice> takeNotices() {
    List<Notice> taken = notices;
    notices = new ArrayList<>();
    return taken;
  }

  /** Adds a notice. */
  public void add(Notice notice) {
    notices.add(notice);
    countOne();
  }

  /** A line makes so many records and notices and no more, so that its memory stays bounded. */
  private void countOne() {
    made++;
    if (made > MOST_OF_A_LINE) {
      throw new StreamConstraintsException(
          "more than " + MOST_OF_A_LINE + " records and errors on one line");
    }
  }

  /** Whether one of the notices costs what they are about. */
  public static boolean isBad(List<Notice> notices) {
    for (Notice notice : notices) {
      if (notice.severity().compareTo(Severity.ERROR) <= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Steps to the next field of the object the parser is in; null at its end. Stands on the value.
   */
  public @Nullable String nextField() {
    String name = parser.nextName();
    if (name != null) {
      parser.nextToken();
    }
    return name;
  }

  /** Whether an object begins here; anything else but null is skipped and invalid. */
  public boolean beginsObject() {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      invalid("an object");
    }
    return false;
  }

  /** Whether an array begins here; anything else but null is skipped and invalid. */
  public boolean beginsArray() {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return true;
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      invalid("an array");
    }
    return false;
  }

  /** Steps to the next element of the array the parser is in; false at its end. */
  public boolean nextElement() {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  /** Whether the value is an object. */
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** Whether the value is an array. */
  public boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Passes over the value. */
  public void skip() {
    parser.skipChildren();
  }

  /** Text, or a number as written. */
  public @Nullable String text() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      String text = parser.getString();
      if (text.length() > LONGEST_TEXT || !isStorable(text)) {
        return invalid(
            "text of at most " + LONGEST_TEXT + " characters without NUL or half a character");
      }
      return text.isEmpty() ? null : text;
    }
    return token == JsonToken.VALUE_NULL ? null : invalid("text");
  }

  /** Whether a text can be stored: no NUL, and no half of a pair, which JSON can escape alone. */
  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** One of some words, whatever its case. */
  public @Nullable String oneOf(List<String> words) {
    String text = text();
    if (text == null || words.contains(text)) {
      return text;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    return words.contains(upper) ? upper : invalid("one of " + String.join(", ", words));
  }

  /** A number within bounds, both inclusive; NaN where absent. */
  public double number(double min, double max) {
    JsonToken token = parser.currentToken();
    if (token.isNumeric()) {
      double value = parser.getDoubleValue();
      if (value >= min && value <= max) {
        return value;
      }
    } else if (token == JsonToken.VALUE_NULL) {
      return Double.NaN;
    }
    invalid("a number from " + plain(min) + " to " + plain(max));
    return Double.NaN;
  }

  private static String plain(double bound) {
    return new BigDecimal(bound).toPlainString();
  }

  /** A whole number within bounds, both inclusive; {@code 12.0} is one. */
  public @Nullable Long whole(long min, long max) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isNumeric()) {
      boolean exact =
          token == JsonToken.VALUE_NUMBER_INT
              && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
      double value = exact ? 0 : parser.getDoubleValue();
      if (exact || (value == Math.rint(value) && Math.abs(value) <= 1L << 53)) {
        long whole = exact ? parser.getLongValue() : (long) value;
        if (whole >= min && whole <= max) {
          return whole;
        }
      }
    }
    return invalid("a whole number from " + min + " to " + max);
  }

  /** A counter of 64 bits, unsigned: values from 2^63 on come as negative numbers. */
  public @Nullable Long counter() {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      BigInteger value = parser.getBigIntegerValue();
      if (value.signum() >= 0 && value.bitLength() <= Long.SIZE) {
        return value.longValue();
      }
    } else if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    return invalid("a counter from 0 to 2^64 - 1");
  }

  /** True or false. */
  public @Nullable Boolean bool() {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> invalid("true or false");
    };
  }

  /** A time as {@link IsoInstant} reads it. */
  public @Nullable Instant time() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    Instant time =
        token == JsonToken.VALUE_STRING
            ? IsoInstant.parse(
                parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())
            : null;
    return time == null ? invalid("a time such as 2026-01-31T12:30:00Z") : time;
  }

  /** A UUID of 36 characters. */
  public @Nullable UUID uuid() {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING
        && parser.getStringLength() == UUID_LENGTH) {
      try {
        return UUID.fromString(parser.getString());
      } catch (IllegalArgumentException e) {
        return invalid("a UUID");
      }
    }
    return invalid("a UUID");
  }

  /**
   * Adds {@code invalid_field} about the value the parser stands on and passes over it. Always
   * null, so that it can stand in for a value of any type.
   */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T> @Nullable T invalid(String expected) {
    String found =
        parser.currentToken().isStructStart() ? "an object or array" : parser.getString();
    String told = ofPersons ? "a value of " + found.length() + " characters" : shorten(found);
    add(new InvalidFieldNotice(line, path(), told, expected));
    parser.skipChildren();
    return null;
  }

  /** Adds {@code missing_field}. */
  public void missing(String field) {
    add(new MissingFieldNotice(line, field));
  }

  /**
   * Reads the records of an array, or the one record that stands there alone. An element that is no
   * object becomes a record whose notices say so.
   *
   * @param name how the array is called in paths
   * @param taker reads one field into a draft, or skips it
   */
  public <D> List<Draft<D>> records(String name, Supplier<D> make, FieldTaker<D> taker) {
    List<Draft<D>> records = new ArrayList<>();
    if (isObject()) {
      records.add(record(name, make.get(), taker));
    } else if (beginsArray()) {
      while (nextElement()) {
        records.add(record(name + "[" + records.size() + "]", make.get(), taker));
      }
    }
    return records;
  }

  private <D> Draft<D> record(String path, D draft, FieldTaker<D> taker) {
    countOne();
    final List<Notice> outer = takeNotices();
    int start = from + (int) parser.currentTokenLocation().getByteOffset();
    if (isObject()) {
      for (String field = nextField(); field != null; field = nextField()) {
        taker.take(draft, field, this);
      }
    } else {
      invalid("an object");
    }
    int end = from + (int) parser.currentLocation().getByteOffset();
    Draft<D> record = new Draft<>(draft, path, start, end, takeNotices());
    notices = outer;
    return record;
  }

  /** Reads one field of a draft. */
  @FunctionalInterface
  public interface FieldTaker<D> {
    /** Stands on the value of the field and leaves the parser on its last token. */
    void take(D draft, String field, JsonFields fields);
  }

  /**
   * A record as far as it was read.
   *
   * @param path where it is in the submission
   * @param start its first byte in the buffer of the line
   * @param end behind its last byte
   * @param notices what was found while reading it; more may be added
   */
  public record Draft<D>(D draft, String path, int start, int end, List<Notice> notices) {}

  /** A record that cannot be loaded, with its text. */
  public RejectedRecord reject(Draft<?> record) {
    String text = DumpLines.text(bytes, record.start(), record.end() - record.start());
    return new RejectedRecord(record.path(), text, record.notices());
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (TokenStreamContext c = parser.streamReadContext(); c != null; c = c.getParent()) {
      if (c.inObject() && c.currentName() != null) {
        path.insert(
            0, path.isEmpty() || path.charAt(0) == '[' ? c.currentName() : c.currentName() + ".");
      } else if (c.inArray()) {
        path.insert(
            0, path.isEmpty() ? "[" + c.getCurrentIndex() + "]" : "[" + c.getCurrentIndex() + "].");
      }
    }
    return path.toString();
  }

  private static String shorten(String text) {
    return String.valueOf(NoticeCatalogue.shorten(text));
  }
}
