package org.fxbb.writers.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the partitions that a load needs, each in a transaction of its own so that no load waits
 * for another's merge.
 *
 * <p><b>Lifecycle</b>: thread-safe; remembers what it made. The owner's function does the work, as
 * the engine's role owns no table.
 *
 * <p><b>Source</b>: spec 3, "made on demand by a load for an old day within the window".
 */
public final class Partitions {
  private static final List<String> LEDGERS =
      List.of("submission_notices", "quarantined_rows", "data_provenance");

  private final JdbcClient database;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** Makes partitions in this database. */
  public Partitions(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Makes sure that the ledgers can take rows about files that arrive on a Dhaka day. */
  public void makeLedgers(LocalDate arrival) {
    for (String ledger : LEDGERS) {
      make(ledger, arrival.withDayOfMonth(1));
    }
  }

  /** Makes sure that a table can take rows of a Dhaka day. */
  public void make(String table, LocalDate day) {
    String key = table + " " + day;
    if (!known.contains(key)) {
      database
          .sql(SqlText.of(Partitions.class, "makePartition"))
          .param("table", table)
          .param("day", day)
          .query(Integer.class)
          .single();
      known.add(key);
    }
  }
}
