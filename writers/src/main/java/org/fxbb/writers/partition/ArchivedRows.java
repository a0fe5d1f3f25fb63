package org.fxbb.writers.partition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.writers.load.SqlText;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Rows that are in archives only, put beside those in the database so that both can be checked.
 *
 * <p><b>Lifecycle</b>: files are streamed; the rows are in a temporary table until the transaction
 * ends.
 *
 * <p><b>Source</b>: spec 7.8.
 */
public final class ArchivedRows {
  private final ArchiveFile files;

  /**
   * Reads from a folder.
   *
   * @param folder the archive folder, {@code fxbb.archive}
   */
  public ArchivedRows(Path folder) {
    this.files = new ArchiveFile(folder);
  }

  /**
   * A file that cannot speak for its rows.
   *
   * @param range the partition that it should hold
   * @param sentence what was expected and found
   */
  public record Unreadable(PartitionRange range, String sentence) {}

  /**
   * Makes {@code pg_temp.archived_<table>}, which has the columns of the table, and fills it with
   * the rows of every dropped partition that the database does not hold again. A file counts only
   * when it is there with the SHA-256 that is listed.
   *
   * @param connection within a transaction
   * @return the files that do not count, in order of time
   */
  public List<Unreadable> load(Connection connection, String table) throws SQLException {
    String temporary = "archived_" + table;
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE %s (LIKE %s) ON COMMIT DROP"
              .formatted(ArchiveSession.quoted(temporary), ArchiveSession.quoted(table)));
    }
    List<PartitionArchive> archives =
        JdbcClient.create(new SingleConnectionDataSource(connection, true))
            .sql(SqlText.of(ArchivedRows.class, "goneArchives"))
            .param("table", table)
            .query((row, i) -> ArchiveListing.map(row))
            .list();
    List<Unreadable> unreadable = new ArrayList<>();
    for (PartitionArchive archive : archives) {
      try {
        files.check(archive);
        copyIn(connection, archive, temporary);
      } catch (DamagedArchiveException e) {
        unreadable.add(new Unreadable(archive.range(), String.valueOf(e.getMessage())));
      }
    }
    return unreadable;
  }

  private void copyIn(Connection connection, PartitionArchive archive, String temporary)
      throws SQLException {
    try (InputStream csv = files.open(archive)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY pg_temp.%s (%s) FROM STDIN (FORMAT csv, HEADER match)"
                  .formatted(
                      ArchiveSession.quoted(temporary), ArchiveSession.names(archive.columns())),
              csv);
    } catch (IOException e) {
      throw files.damaged(archive, "rows that can be read", String.valueOf(e.getMessage()), e);
    }
  }
}
