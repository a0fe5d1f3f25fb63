package org.fxbb.writers.file;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The result of a query, held and ordered by the server and fetched page by page, so that a million
 * rows cost no memory here and no transaction stays open there.
 *
 * <p><b>Shape</b>: the rows as they were when it was opened.
 *
 * <p><b>Lifecycle</b>: open, {@link #next} until a page is empty, close. Holds one connection. Not
 * thread-safe.
 *
 * @param <T> a row
 */
public final class PagedQuery<T> implements AutoCloseable {
  private final Connection connection;
  private final JdbcTemplate sql;
  private final RowMapper<T> mapper;
  private final int rows;

  private PagedQuery(Connection connection, RowMapper<T> mapper, int rows) {
    this.connection = connection;
    this.sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    this.mapper = mapper;
    this.rows = rows;
  }

  /**
   * Runs a query.
   *
   * @param parameters by name
   * @param rows how many rows a page has at most
   * @throws IllegalStateException when the query fails
   */
  public static <T> PagedQuery<T> open(
      DataSource database, String query, Map<String, ?> parameters, RowMapper<T> mapper, int rows) {
    try {
      PagedQuery<T> paged = new PagedQuery<>(database.getConnection(), mapper, rows);
      try {
        new NamedParameterJdbcTemplate(paged.sql)
            .update("DECLARE paged NO SCROLL CURSOR WITH HOLD FOR " + query, parameters);
        return paged;
      } catch (RuntimeException e) {
        paged.connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot open a query: " + e.getMessage(), e);
    }
  }

  /** The next rows; none when all were fetched. */
  public List<T> next() {
    return sql.query("FETCH " + rows + " FROM paged", mapper);
  }

  @Override
  public void close() {
    try (connection) {
      sql.execute("CLOSE paged");
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot close a query: " + e.getMessage(), e);
    }
  }
}
