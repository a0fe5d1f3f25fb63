package org.fxbb.cron.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A pool waits once for a server that takes no connections. */
final class RolePoolIT {
  private final TestDatabase database = TestDatabase.createEmpty();

  @Test
  void onlyTheFirstWaitsWhileNoConnectionIsTakenAndTheNextWorksWhenOneIs() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.login());
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(500);

    try (RolePool pool = new RolePool(config, database.login());
        Connection held = pool.getConnection()) {
      allow(0);
      assertThatThrownBy(pool::getConnection).hasMessageContaining("timed out");
      assertThatThrownBy(pool::getConnection).hasMessageContaining("too many connections");
      assertThatThrownBy(pool::getConnection).hasMessageContaining("too many connections");
      allow(-1);
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.isValid(0)).isTrue();
        assertThat(held.isValid(0)).isTrue();
      }
    }
  }

  private void allow(int connections) {
    JdbcTemplate superuser = new JdbcTemplate(database.superuser());
    String name = superuser.queryForObject("SELECT current_database()", String.class);
    superuser.execute("ALTER DATABASE %s CONNECTION LIMIT %d".formatted(name, connections));
  }
}
