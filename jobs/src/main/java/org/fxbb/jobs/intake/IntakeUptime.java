package org.fxbb.jobs.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.fxbb.jobs.ingest.IntakePolicy;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the record of when intake ran, {@code intake_uptime}: cycles that follow each other are one
 * stretch, and what lies between two stretches is down-time, by which deadlines move.
 *
 * <p>Only the schedule promises that intake runs, so only its engine keeps the record: a run by
 * hand, perhaps with another day's clock, says nothing about the hours around it. The record is of
 * every cycle that could take files, and lasts from its start to its end, however long that takes.
 *
 * <p><b>Lifecycle</b>: one cycle at a time; a cycle that is killed counts with its start.
 *
 * <p><b>Source</b>: spec 4.4, plus one day for each day intake was down over 2 h.
 */
public final class IntakeUptime {
  private static final String RECORD = SqlText.of(IntakeUptime.class, "recordUptime");

  private final DataSource database;
  private final Clock clock;
  private final boolean recorded;
  private volatile Instant start = Instant.EPOCH;

  /**
   * A record in this database.
   *
   * @param recorded whether this engine keeps it, because it runs the schedule
   */
  public IntakeUptime(DataSource database, Clock clock, boolean recorded) {
    this.database = database;
    this.clock = clock;
    this.recorded = recorded;
  }

  /** A cycle has taken what there was. */
  void begun() {
    Instant now = clock.instant();
    start = now;
    record(now, now);
  }

  /** The cycle that has begun comes to its end. */
  void ended() {
    record(start, clock.instant());
  }

  private void record(Instant from, Instant to) {
    if (recorded) {
      JdbcClient.create(database)
          .sql(RECORD)
          .param("from", from.atOffset(ZoneOffset.UTC))
          .param("to", to.atOffset(ZoneOffset.UTC))
          .param("gap", IntakePolicy.read(database, clock).number("intake.gap-minutes"))
          .update();
    }
  }
}
