package org.fxbb.cron;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the statements that stand beside a class, as {@code <name>.sql} in its package. */
public final class Resources {

  private Resources() {}

  /** The text of {@code <name>.sql} beside this class. */
  public static String sql(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException(
            "Resource %s.sql beside %s is not in the jar.".formatted(name, owner.getName()));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
