package org.fxbb.jobs.run;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether something failed because the database is away. Then no other file can be loaded either,
 * and each would wait for a connection in vain: the step ends, and the next run goes on where it
 * stopped.
 */
public final class LostDatabase {
  private static final String CONNECTION_EXCEPTION = "08";

  /** admin_shutdown, crash_shutdown, cannot_connect_now. */
  private static final Set<String> ENDING = Set.of("57P01", "57P02", "57P03");

  private LostDatabase() {}

  /** Looks at the causes of a failure. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && isOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(@Nullable String state) {
    return state != null && (state.startsWith(CONNECTION_EXCEPTION) || ENDING.contains(state));
  }
}
