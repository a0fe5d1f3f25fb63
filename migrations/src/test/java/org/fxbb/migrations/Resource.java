package org.fxbb.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files beside the tests. */
final class Resource {
  private Resource() {}

  /** The text of a file beside this class, without comment lines (#). */
  static String text(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No test resource " + name + ".");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return String.join("\n", text.lines().filter(line -> !line.startsWith("#")).toList()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
