package org.fxbb.writers.series;

import org.fxbb.readers.json.RejectedLine;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON for the quarantine, cut to the length that is kept there. Thread-safe. */
public final class RecordText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RecordText() {}

  /** A record of the readers as JSON. */
  public static String of(Object value) {
    String text = JSON.writeValueAsString(value);
    return text.length() <= RejectedLine.LONGEST_TEXT
        ? text
        : text.substring(0, RejectedLine.LONGEST_TEXT);
  }
}
