package org.fxbb.writers.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads statements from {@code .sql} files beside the class that runs them. Thread-safe. */
public final class SqlText {
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private SqlText() {}

  /**
   * The text of {@code <name>.sql} in the package of a class.
   *
   * @throws IllegalStateException when there is no such file
   */
  public static String of(Class<?> beside, String name) {
    String path = "/" + beside.getPackageName().replace('.', '/') + "/" + name + ".sql";
    return KNOWN.computeIfAbsent(path, p -> read(beside, p));
  }

  private static String read(Class<?> beside, String path) {
    try (InputStream in = beside.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + path + " is not in the jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
