package org.fxbb.jobs.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes what is no change of a row, such as a refused login, into the audit log.
 *
 * <p><b>Errors</b>: those of the database.
 *
 * <p><b>Lifecycle</b>: thread-safe; the events of one call are one transaction.
 *
 * <p><b>Source</b>: spec 3, "Audit", and 7.4.
 */
public final class AuditEvents {
  private final JdbcTemplate jdbc;

  /** Writes through a pool of the engine's role. */
  public AuditEvents(DataSource etl) {
    this.jdbc = new JdbcTemplate(etl);
  }

  /**
   * Something that happened.
   *
   * @param event what, such as sftp.login
   * @param subject to whom or what, such as isp-0001
   * @param detail a JSON object without secrets, or null
   */
  public record AuditEvent(String event, String subject, @Nullable String detail) {}

  /** Writes these, in this order. */
  public void write(List<AuditEvent> events) {
    jdbc.execute(
        (Connection connection) -> {
          try (PreparedStatement statement =
              connection.prepareStatement(SqlText.of(AuditEvents.class, "writeEvents"))) {
            statement.setArray(1, texts(connection, events, AuditEvent::event));
            statement.setArray(2, texts(connection, events, AuditEvent::subject));
            statement.setArray(3, texts(connection, events, AuditEvent::detail));
            return statement.execute();
          }
        });
  }

  private static Array texts(
      Connection connection, List<AuditEvent> events, Function<AuditEvent, @Nullable String> column)
      throws SQLException {
    return connection.createArrayOf("text", events.stream().map(column).toArray());
  }
}
