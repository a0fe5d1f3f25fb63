package org.fxbb.cron.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions in which Spring Batch notes how far a run is, a dozen for each step: they do not
 * wait for the disk.
 *
 * <p>A crash of the server may lose the newest of them, of at most about a second, but none that
 * stands before the commit of a load: PostgreSQL keeps the order of commits. To a step that is not
 * noted as done a crash looks the same as one that came a moment earlier, and every step can be
 * repeated. A note inside the transaction of a step is as durable as that step.
 *
 * <p><b>Source</b>: PostgreSQL, "Asynchronous Commit".
 */
final class RunRecordTransactions extends JdbcTransactionManager {
  private static final long serialVersionUID = 1;

  RunRecordTransactions(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL synchronous_commit TO off");
    }
  }
}
