package org.fxbb.writers.partition;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the database said when it refused, as a sentence for the operator. */
final class ServerSentence {
  private ServerSentence() {}

  /**
   * The owner's functions speak in sentences of their own; what the server itself says is put into
   * one.
   *
   * @param what could not be done, such as {@code "drop partition x"}
   * @param consequence what happens now
   */
  static String of(Throwable failure, String what, String consequence) {
    ServerErrorMessage said = find(failure);
    String message =
        said == null ? String.valueOf(failure.getMessage()) : String.valueOf(said.getMessage());
    return message.startsWith("Cannot ")
        ? message
        : "Cannot %s: %s. %s".formatted(what, message, consequence);
  }

  /** Whether the database refused with this SQLSTATE. */
  static boolean hasState(Throwable failure, String state) {
    ServerErrorMessage said = find(failure);
    return said != null && state.equals(said.getSQLState());
  }

  private static @Nullable ServerErrorMessage find(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof PSQLException said) {
        return said.getServerErrorMessage();
      }
    }
    return null;
  }
}
