package org.fxbb.writers.partition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.writers.partition.PartitionArchive.Column;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One transaction in which values read the same whatever the session's settings were.
 *
 * <p><b>Lifecycle</b>: {@link #close} without {@link #commit} takes everything back. Not
 * thread-safe.
 */
final class ArchiveSession implements AutoCloseable {
  private static final String SETTINGS =
      """
      SET TRANSACTION ISOLATION LEVEL %s;
      SET LOCAL TimeZone = 'UTC';
      SET LOCAL DateStyle = 'ISO';
      SET LOCAL IntervalStyle = 'postgres';
      SET LOCAL extra_float_digits = 1;
      SET LOCAL bytea_output = 'hex';
      SET LOCAL work_mem = '64MB'
      """;

  private final Connection connection;
  private final JdbcClient sql;

  private ArchiveSession(Connection connection, String isolation) throws SQLException {
    this.connection = connection;
    this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    connection.setAutoCommit(false);
    execute(SETTINGS.formatted(isolation));
  }

  /** A transaction that sees what is committed when each statement begins. */
  static ArchiveSession begin(DataSource database) throws SQLException {
    return begin(database, "READ COMMITTED");
  }

  /** A transaction that sees one state of the database throughout. */
  static ArchiveSession beginSnapshot(DataSource database) throws SQLException {
    return begin(database, "REPEATABLE READ");
  }

  private static ArchiveSession begin(DataSource database, String isolation) throws SQLException {
    Connection connection = database.getConnection();
    try {
      return new ArchiveSession(connection, isolation);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** How many rows a table holds, and the checksum of its content. */
  record Content(long rows, String checksum) {}

  JdbcClient sql() {
    return sql;
  }

  void execute(String statement) throws SQLException {
    try (var each = connection.createStatement()) {
      each.execute(statement);
    }
  }

  /** The content of all columns of a table. */
  Content contentOf(String table) {
    return sql.sql("SELECT rows, checksum FROM fxbb_content_checksum(CAST(:table AS regclass))")
        .param("table", table)
        .query(Content.class)
        .single();
  }

  void copyOut(String query, OutputStream csv) throws SQLException, IOException {
    copier().copyOut("COPY (" + query + ") TO STDOUT (FORMAT csv, HEADER true)", csv);
  }

  /** The temporary table into which the file of an archive is read. */
  static String stage(PartitionArchive archive) {
    return "pg_temp.archived_rows_" + archive.id();
  }

  /** Reads a file into its temporary table, which the database makes anew. */
  void copyIn(PartitionArchive archive, InputStream csv) throws SQLException, IOException {
    String table =
        sql.sql("SELECT fxbb_stage_archive(:id)")
            .param("id", archive.id())
            .query(String.class)
            .single();
    copier()
        .copyIn(
            "COPY %s (%s) FROM STDIN (FORMAT csv, HEADER match)"
                .formatted(table, names(archive.columns())),
            csv);
  }

  private CopyManager copier() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Names of columns as SQL lists them. */
  static String names(List<Column> columns) {
    return columns.stream()
        .map(Column::name)
        .map(ArchiveSession::quoted)
        .collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
