package org.fxbb.jobs.retain;

import java.util.List;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Progress;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statistics and indexes of the tables, through the owner's functions.
 *
 * <p><b>Lifecycle</b>: what is fresh is left alone, so a second run does nothing.
 */
final class TableCare {
  private final JdbcClient database;
  private final Progress progress;

  TableCare(DataSource database, Progress progress) {
    this.database = JdbcClient.create(database);
    this.progress = progress;
  }

  /**
   * ANALYZE of each partitioned table, and so of its partitions, of which any partition changed:
   * the server by itself never looks at the whole. Returns how many.
   */
  long analyze() {
    List<String> tables =
        database.sql(SqlText.of(TableCare.class, "changedTables")).query(String.class).list();
    return each("Analysing tables", "tables", tables, "SELECT fxbb_analyze(:name)::text");
  }

  /** Builds indexes anew that are mostly air. Returns how many. */
  long reindex() {
    List<String> indexes = database.sql("SELECT fxbb_bloated_indexes()").query(String.class).list();
    return each("Rebuilding indexes", "indexes", indexes, "SELECT fxbb_reindex(:name)::text");
  }

  private long each(String what, String unit, List<String> names, String statement) {
    if (names.isEmpty()) {
      return 0;
    }
    progress.start(what, names.size(), unit);
    for (String name : names) {
      database.sql(statement).param("name", name).query(String.class).list();
      progress.add(1);
    }
    progress.done();
    return names.size();
  }
}
