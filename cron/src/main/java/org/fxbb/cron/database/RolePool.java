package org.fxbb.cron.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/**
 * A pool that is patient once. A server that restarts is waited for; while it stays away, whatever
 * else asks is refused soon, so that a run without a database ends, instead of each of its last
 * records waiting in vain for as long as the first.
 *
 * <p><b>Lifecycle</b>: the first connection that succeeds makes it patient again.
 */
final class RolePool extends HikariDataSource {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WHILE_AWAY = Duration.ofMillis(500);

  RolePool(HikariConfig config) {
    super(config);
    setConnectionTimeout(PATIENCE.toMillis());
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      Connection connection = super.getConnection();
      waitFor(PATIENCE);
      return connection;
    } catch (SQLTransientConnectionException e) {
      if (getHikariPoolMXBean().getTotalConnections() == 0) {
        waitFor(WHILE_AWAY);
      }
      throw e;
    }
  }

  private void waitFor(Duration time) {
    if (getConnectionTimeout() != time.toMillis()) {
      setConnectionTimeout(time.toMillis());
    }
  }
}
