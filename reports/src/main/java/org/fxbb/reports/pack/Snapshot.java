package org.fxbb.reports.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.table.Table;
import org.fxbb.reports.table.TableLayout;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One unchanging view of the database, from which all tables of a pack are read.
 *
 * <p>Runs one read-only transaction at REPEATABLE READ, so that tables of one pack add up even
 * while loads go on.
 *
 * <p><b>Lifecycle</b>: one pack, one thread; closing ends the transaction.
 */
public final class Snapshot implements AutoCloseable {
  private final Connection connection;
  private final JdbcClient jdbc;
  private final ReportPeriod period;
  private final FigureBook book;

  /** Opens the view; the data source acts as {@code fxbb_report}. */
  public Snapshot(DataSource source, ReportPeriod period, FigureBook book) throws SQLException {
    this.period = period;
    this.book = book;
    connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  /** Rows of the query {@code <name>.sql} beside the class, columns by name. */
  public List<Map<String, @Nullable Object>> rows(Class<?> beside, String name) {
    return jdbc.sql(text(beside, name)).params(period.parameters()).query().listOfRows();
  }

  /** The table whose query is named as the layout is. */
  public Table table(Class<?> beside, TableLayout layout) {
    return layout.fill(rows(beside, layout.id()), book);
  }

  /**
   * Words that qualify every figure of the period: PROVISIONAL until months are closed, PARTIAL
   * MONTH where one was judged while it ran, INDICATIVE where a limit is not gazetted.
   */
  public String status() {
    Map<String, @Nullable Object> row = rows(Snapshot.class, "status").get(0);
    return "PROVISIONAL"
        + (Boolean.TRUE.equals(row.get("partial")) ? ", PARTIAL MONTH" : "")
        + (Boolean.TRUE.equals(row.get("gazetted")) ? "" : ", INDICATIVE");
  }

  /**
   * The tables of a layout split by a column of its query, in the order in which its values come.
   */
  public Map<String, Table> tablesBy(Class<?> beside, TableLayout layout, String column) {
    Map<String, List<Map<String, @Nullable Object>>> groups = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> row : rows(beside, layout.id())) {
      groups.computeIfAbsent(String.valueOf(row.get(column)), any -> new ArrayList<>()).add(row);
    }
    Map<String, Table> tables = new LinkedHashMap<>();
    groups.forEach((key, rows) -> tables.put(key, layout.fill(rows, book)));
    return tables;
  }

  private static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "No query %s.sql beside %s.".formatted(name, beside.getName()));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read query " + name + ".sql.", e);
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setReadOnly(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(true);
    }
  }
}
