package org.fxbb.jobs.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A statement in a {@code .sql} file that lies beside the class that runs it. */
public final class QueryFile {

  private QueryFile() {}

  /**
   * Reads {@code <name>.sql} from the package of {@code owner}.
   *
   * @throws IllegalStateException when the file is not in the jar
   */
  public static String read(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException(
            "Cannot find the statement %s.sql beside %s: the jar is incomplete."
                .formatted(name, owner.getName()));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
