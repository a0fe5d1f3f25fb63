package org.fxbb.cron.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.postgresql.PGConnection;

/**
 * A CSV file that fits a table: a header, one record per line, columns in the order of the table.
 *
 * @param table where its rows go
 * @param path the file
 * @param columns of the table that it has
 * @param rows how many, without the header
 */
record RowsFile(String table, Path path, List<TableColumn> columns, long rows) {

  /** Writes what a query finds. */
  static long write(DataSource database, String query, Path path) {
    try (Connection connection = database.getConnection();
        OutputStream out = Files.newOutputStream(path)) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY (%s) TO STDOUT (FORMAT csv, HEADER)".formatted(query), out);
    } catch (SQLException | IOException e) {
      throw new EngineFailure(
          "Cannot write the benchmark's data to %s: %s. It needs room for about 400 bytes a row."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** Loads it by the same COPY as psql. */
  void load(DataSource database) {
    try (Connection connection = database.getConnection();
        InputStream in = Files.newInputStream(path)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY %s (%s) FROM STDIN (FORMAT csv, HEADER)"
                  .formatted(table, String.join(", ", TableColumn.names(columns))),
              in);
    } catch (SQLException | IOException e) {
      throw new EngineFailure(
          "Cannot finish the benchmark: COPY of %s failed with \"%s\"."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** The file itself when it is short enough, else a file of its first rows beside it. */
  RowsFile first(long most) {
    return rows <= most ? this : part("first", 0, most);
  }

  /** A file beside it of some of its rows: there must be so many. */
  RowsFile part(String name, long skipped, long taken) {
    Path part = path.resolveSibling(name + "-" + path.getFileName());
    try (BufferedReader reader = Files.newBufferedReader(path);
        BufferedWriter writer = Files.newBufferedWriter(part)) {
      writer.write(reader.readLine());
      writer.newLine();
      for (long row = 0; row < skipped + taken; row++) {
        String line = reader.readLine();
        if (row >= skipped) {
          writer.write(line);
          writer.newLine();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RowsFile(table, part, columns, taken);
  }
}
