package org.fxbb.cron.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fxbb.cron.EngineFailure;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a login without the right to make roles is told; the rest is tried by the commands. */
final class IspLoginsIT {
  private final TestDatabase database = TestDatabase.create();

  @Test
  void aLoginThatMayMakeNoRolesIsToldWhatItLacks() {
    JdbcTemplate superuser = new JdbcTemplate(database.superuser());
    superuser.execute("CREATE ROLE plain_login LOGIN PASSWORD 'test' IN ROLE fxbb_etl");
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setUrl(database.url());
    plain.setUser("plain_login");
    plain.setPassword("test");

    assertThatThrownBy(() -> new IspLogins(plain, "the test").add(1, "isp-7102", "a password"))
        .isInstanceOf(EngineFailure.class)
        .hasMessageStartingWith("Cannot make the database login fxbb_isp_7102: expected that")
        .hasMessageContaining("ALTER ROLE <login> CREATEROLE")
        .hasMessageNotContaining("a password");
  }
}
