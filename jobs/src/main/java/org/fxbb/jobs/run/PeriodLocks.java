package org.fxbb.jobs.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * One lock in the database per job and period, so that two processes never run the same work.
 *
 * <p><b>Lifecycle</b>: an advisory lock of one database session. It ends with {@link
 * PeriodLock#close}, and by itself when the process or its connection dies: whoever gets the lock
 * knows that nobody else works on that period. Thread-safe.
 *
 * <p><b>Source</b>: spec 7.1, "one lock per (job, period) in the database".
 */
public final class PeriodLocks {
  /** Stands for the period of work of which one run at a time is right. */
  public static final String ANY_PERIOD = "any";

  private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(hashtextextended(?, 7001))";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtextextended(?, 7001))";

  private final DataSource dataSource;

  /** Locks in the database of this pool; each held lock keeps one of its connections. */
  public PeriodLocks(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Takes the lock when nobody holds it, without waiting.
   *
   * @param job the job's name
   * @param period the text of its period
   */
  public Optional<PeriodLock> tryLock(String job, String period) {
    String key = "fxbb/" + job + "/" + period;
    Connection connection = null;
    try {
      connection = dataSource.getConnection();
      if (ask(connection, TRY_LOCK, key)) {
        return Optional.of(new PeriodLock(connection, key));
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException(
          "Cannot take the lock of job %s for period %s: the database said \"%s\"."
              .formatted(job, period, e.getMessage()),
          e);
    }
  }

  private static boolean ask(Connection connection, String sql, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** A held lock. */
  public static final class PeriodLock implements AutoCloseable {
    private final Connection connection;
    private final String key;

    private PeriodLock(Connection connection, String key) {
      this.connection = connection;
      this.key = key;
    }

    /** Gives the lock back. */
    @Override
    public void close() {
      try (connection) {
        if (!connection.isClosed()) {
          ask(connection, UNLOCK, key);
        }
      } catch (SQLException e) {
        throw new DataAccessResourceFailureException(
            "Cannot give back the lock %s: the database said \"%s\"."
                .formatted(key, e.getMessage()),
            e);
      }
    }
  }
}
