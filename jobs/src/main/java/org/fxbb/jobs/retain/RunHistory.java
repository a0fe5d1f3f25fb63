package org.fxbb.jobs.retain;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets runs of jobs that ended more than 90 days ago.
 *
 * <p><b>Source</b>: specification 7.1.
 */
final class RunHistory {
  private static final int DAYS = 90;

  private final JdbcClient database;
  private final Clock clock;

  RunHistory(DataSource database, Clock clock) {
    this.database = JdbcClient.create(database);
    this.clock = clock;
  }

  /** Returns how many runs were forgotten. Spring Batch's times are those of the machine's zone. */
  long forget() {
    LocalDateTime before = LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    return database
        .sql(SqlText.of(RunHistory.class, "forgetRuns"))
        .param("before", before.minusDays(DAYS))
        .query(Long.class)
        .single();
  }
}
