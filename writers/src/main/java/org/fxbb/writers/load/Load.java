package org.fxbb.writers.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fxbb.writers.copy.CopyRows;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One load: a connection with temporary staging tables and one transaction that leaves all or
 * nothing.
 *
 * <p>Staging tables are named {@code staged_<layout>}, made like {@code fxbb_staging.<layout>} once
 * per session and emptied when the next load begins. Row security refuses COPY on the tables
 * proper, so rows pass through here, or go into a partition.
 *
 * <p><b>Lifecycle</b>: fill, merge, {@link #commit}; {@link #close} without a commit rolls back.
 * Not thread-safe.
 *
 * <p><b>Source</b>: spec 2, "a load is one merge of a batch"; 3, roles and row-level security.
 */
public final class Load implements AutoCloseable {
  private static final int PAGE = 1_000;

  /** unique_violation and deadlock_detected. */
  private static final Set<String> CONTESTED = Set.of("23505", "40P01");

  private static final String BEGIN = "begin load";
  private static final long CUT_FROM_BYTES = 4 << 20;

  private final Connection connection;
  private final NamedParameterJdbcTemplate sql;
  private final NamedParameterJdbcTemplate streaming;
  private final long id;
  private final Instant now;
  private final WorkProfile profile;
  private boolean committed;

  private Load(Connection connection, List<String> layouts, Instant now, WorkProfile profile)
      throws SQLException {
    this.connection = connection;
    this.now = now;
    this.profile = profile;
    DataSource one = new SingleConnectionDataSource(connection, true);
    this.sql = new NamedParameterJdbcTemplate(new JdbcTemplate(one));
    JdbcTemplate inPages = new JdbcTemplate(one);
    inPages.setFetchSize(PAGE);
    this.streaming = new NamedParameterJdbcTemplate(inPages);
    connection.setAutoCommit(false);
    emptyTables(layouts);
    connection.commit();
    sql.getJdbcTemplate().execute("SET LOCAL work_mem = '64MB'; SET LOCAL jit = off");
    Long next = sql.getJdbcTemplate().queryForObject("SELECT nextval('load_id_seq')", Long.class);
    this.id = next == null ? 0 : next;
  }

  /**
   * Makes the staging tables that the session lacks and empties those that it has. Small ones are
   * emptied row by row: cutting a file costs more than a filing's rows.
   */
  private void emptyTables(List<String> layouts) {
    Map<String, Long> sizes = new HashMap<>();
    sql.query(
        SqlText.of(Load.class, "sessionTables"),
        row -> {
          sizes.put(row.getString("table_name"), row.getLong("bytes"));
        });
    for (String layout : layouts) {
      String table = "staged_" + layout;
      Long bytes = sizes.get(table);
      if (bytes == null) {
        execute(
            "CREATE TEMPORARY TABLE "
                + table
                + " (LIKE fxbb_staging."
                + layout
                + " INCLUDING DEFAULTS INCLUDING IDENTITY)");
      } else if (bytes > CUT_FROM_BYTES) {
        execute("TRUNCATE " + table);
      } else if (bytes > 0) {
        execute("DELETE FROM " + table);
      }
    }
  }

  private void execute(String statement) {
    sql.getJdbcTemplate().execute(statement);
  }

  /**
   * Opens a connection and begins.
   *
   * @param layouts names of tables in {@code fxbb_staging}
   * @param now the clock's instant, which stamps what is written
   * @param profile where the time of its statements is noted
   */
  public static Load begin(
      DataSource database, List<String> layouts, Instant now, WorkProfile profile) {
    Connection connection = null;
    profile.begin(BEGIN);
    try {
      connection = database.getConnection();
      return new Load(connection, layouts, now, profile);
    } catch (SQLException | RuntimeException e) {
      giveBack(connection);
      throw new IllegalStateException("Cannot begin a load: " + e.getMessage(), e);
    } finally {
      profile.end();
    }
  }

  /** Number of this load, from {@code load_id_seq}. */
  public long id() {
    return id;
  }

  /** When this load happens, by the injected clock. */
  public Instant now() {
    return now;
  }

  /** Where the time of this load is noted. */
  public WorkProfile profile() {
    return profile;
  }

  /** A writer of rows into a staging table. */
  public CopyTable copy(String layout, List<String> columns) {
    return new CopyTable(connection, "staged_" + layout, columns, profile);
  }

  /** Sends rows to a table. */
  public void send(CopyRows rows, String table) {
    try {
      rows.send(connection, table, profile);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot fill " + table + ": " + e.getMessage(), e);
    }
  }

  /**
   * Sends rows to a table unless it has a row with one of their keys, or they have one key twice:
   * then none of them is there, and the load goes on.
   *
   * @return whether they are there
   */
  public boolean sendIfNew(CopyRows rows, String table) {
    try {
      Savepoint before = connection.setSavepoint();
      try {
        rows.send(connection, table, profile);
        connection.releaseSavepoint(before);
        return true;
      } catch (SQLException e) {
        // A deadlock too means that somebody else is putting in the same keys.
        if (!CONTESTED.contains(String.valueOf(e.getSQLState()))) {
          throw e;
        }
        connection.rollback(before);
        return false;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot fill " + table + ": " + e.getMessage(), e);
    }
  }

  /**
   * Runs a statement and returns how many rows it touched.
   *
   * @param parameters by name; {@code :load_id} and {@code :now} are always there
   */
  public int run(String statement, Map<String, ?> parameters) {
    int rows =
        profile.measure(WorkProfile.MERGE, () -> sql.update(statement, complete(parameters)));
    profile.add(WorkProfile.MERGE, rows, 0);
    return rows;
  }

  /** Runs a query and returns all its rows. */
  public <T> List<T> query(String statement, Map<String, ?> parameters, RowMapper<T> mapper) {
    return profile.measure(
        WorkProfile.MERGE, () -> sql.query(statement, complete(parameters), mapper));
  }

  /** Runs a query and gives each row to a consumer, a thousand in memory at a time. */
  public void stream(String statement, Map<String, ?> parameters, RowCallbackHandler rows) {
    profile.begin(WorkProfile.MERGE);
    try {
      streaming.query(statement, complete(parameters), rows);
    } finally {
      profile.end();
    }
  }

  /** A block of 1,000 submission ids, of which the first is returned. */
  public long nextSubmissionIds() {
    Long first =
        sql.getJdbcTemplate()
            .queryForObject("SELECT nextval('api_submissions_id_seq')", Long.class);
    return first == null ? 0 : first;
  }

  /** Makes everything since the beginning durable at once. */
  public void commit() {
    profile.begin(WorkProfile.COMMIT);
    try {
      connection.commit();
      committed = true;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot commit load " + id + ": " + e.getMessage(), e);
    } finally {
      profile.end();
    }
  }

  /** Takes everything since the beginning back. */
  public void abandon() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot roll back load " + id + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      if (!committed) {
        abandon();
      }
    } finally {
      giveBack(connection);
    }
  }

  private Map<String, Object> complete(Map<String, ?> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("load_id", id);
    all.put("now", now.atOffset(ZoneOffset.UTC));
    return all;
  }

  private static void giveBack(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.setAutoCommit(true);
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot close a connection: " + e.getMessage(), e);
    }
  }
}
