package org.fxbb.readers.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The small comma-separated tables beside this class: a header, then rows without quotes. */
final class ResourceTable {

  private ResourceTable() {}

  /** The rows of {@code name} without the header, each with all its cells. */
  static List<String[]> rows(String name) {
    try (InputStream in = ResourceTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "Cannot simulate: the program lacks its own table " + name + ". Build it again.");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
