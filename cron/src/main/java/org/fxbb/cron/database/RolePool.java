package org.fxbb.cron.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

/**
 * A pool that is patient once. A server that restarts is waited for; while it stays away, whatever
 * else asks is refused at once, so that a run without a database ends, instead of each of its last
 * records waiting in vain for as long as the first.
 *
 * <p>Where all connections were merely in use, one login more is the price of the next request.
 *
 * <p><b>Lifecycle</b>: patient again as soon as the server takes a login.
 */
final class RolePool extends HikariDataSource {
  private final DataSource login;
  private volatile boolean away;

  /**
   * Makes the pool; its connection timeout is how long it waits the first time.
   *
   * @param login opens a connection to the same database without a pool
   */
  RolePool(HikariConfig config, DataSource login) {
    super(config);
    this.login = login;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (away) {
      login.getConnection().close();
    }
    try {
      Connection connection = super.getConnection();
      away = false;
      return connection;
    } catch (SQLTransientConnectionException e) {
      away = true;
      throw e;
    }
  }
}
