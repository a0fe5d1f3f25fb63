package org.fxbb.jobs.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fxbb.jobs.run.Period;
import org.fxbb.writers.partition.ArchivedRows;
import org.fxbb.writers.partition.ArchivedRows.Unreadable;

/**
 * The months of the audit log that are in archives only.
 *
 * <p><b>Source</b>: spec 3, "Audit"; spec 7.8.
 */
public final class ArchivedLog {
  private final ArchivedRows archives;

  /**
   * Reads from a folder.
   *
   * @param folder the archive folder, {@code fxbb.archive}
   */
  public ArchivedLog(Path folder) {
    this.archives = new ArchivedRows(folder);
  }

  /**
   * A month that cannot be checked, since its file is missing or not the one that is listed.
   *
   * @param from inclusive
   * @param to exclusive
   * @param sentence which file, what was expected and found
   */
  public record LostMonth(Instant from, Instant to, String sentence) {}

  /**
   * Puts the rows of archived months into {@code pg_temp.archived_audit_logs}, until the
   * transaction ends.
   *
   * @return the months whose rows are not there, in order
   */
  public List<LostMonth> load(Connection connection) throws SQLException {
    List<Unreadable> unreadable = archives.load(connection, "audit_logs");
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE pg_temp.archived_audit_logs");
    }
    return unreadable.stream()
        .map(
            archive ->
                new LostMonth(
                    midnight(archive.range().from()),
                    midnight(archive.range().to()),
                    archive.sentence()))
        .toList();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(Period.DHAKA).toInstant();
  }
}
