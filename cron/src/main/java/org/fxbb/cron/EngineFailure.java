package org.fxbb.cron;

import org.jspecify.annotations.Nullable;

/**
 * Something that stopped a command, told in one sentence for the person who typed it: what could
 * not be done, where, what was expected, what was found, what to do.
 *
 * <p><b>Errors</b>: the command line prints the message and ends with exit code 1; the stack trace
 * appears with {@code -v} and in the log only.
 */
public final class EngineFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure without a deeper cause. */
  public EngineFailure(String sentence) {
    this(sentence, null);
  }

  /** A failure that something else caused. */
  public EngineFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /**
   * Whether the same work may succeed when it is started again: not after a wrong argument, such as
   * an ISP that does not exist, nor after a pack whose sums do not add up.
   */
  public static boolean mayPassNextTime(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IllegalArgumentException || isRefusedPack(t)) {
        return false;
      }
    }
    return true;
  }

  /** By its sentence, because only jobs know the classes of reports. */
  private static boolean isRefusedPack(Throwable t) {
    return t.getMessage() != null && t.getMessage().startsWith("Cannot release ");
  }
}
