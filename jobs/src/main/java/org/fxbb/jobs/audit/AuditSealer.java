package org.fxbb.jobs.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.fxbb.reports.pack.AuditSeal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Seals what has been written to the audit log since the newest seal.
 *
 * <p><b>Lifecycle</b>: on a connection and in a transaction of its own, whatever the caller's
 * transaction is. Two sealers at once wait for each other; writers never wait. Without new rows
 * nothing is written. Rows that a running transaction may still precede are left for the next call.
 *
 * <p><b>Source</b>: spec 3, "Audit".
 */
@Component
public class AuditSealer {
  private static final String SEAL = "SELECT fxbb_seal_audit()";
  private static final String NEWEST =
      "SELECT seal_no, sha256 FROM audit_seals ORDER BY seal_no DESC LIMIT 1";

  private final DataSource etl;

  /** Seals through a pool of the engine's role. */
  public AuditSealer(@Qualifier("etlDataSource") DataSource etl) {
    this.etl = etl;
  }

  /**
   * Seals, and returns the newest seal; empty while nothing has ever been logged.
   *
   * @throws DataAccessResourceFailureException when the database refuses
   */
  public Optional<AuditSeal> seal() {
    try (Connection connection = etl.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SEAL);
      try (ResultSet row = statement.executeQuery(NEWEST)) {
        return row.next()
            ? Optional.of(new AuditSeal(row.getLong("seal_no"), row.getString("sha256")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException(
          "Cannot seal the audit log: the database said \"%s\". What was not sealed now is sealed by the next run."
              .formatted(e.getMessage()),
          e);
    }
  }
}
