package org.fxbb.writers.file;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One worker's share of the queued dumps: the agents in turns, each agent's files in the order of
 * their arrival and all with one worker, files of 64 MB and more after all others.
 *
 * <p><b>Shape</b>: the queue as it was when it was opened, without what was decided since; each
 * file with its twin. A page of it is in memory, whatever its length.
 *
 * <p><b>Lifecycle</b>: not thread-safe; close it.
 *
 * <p><b>Source</b>: spec 4.9; 8.2, "others are not delayed".
 */
public final class QueuedDumps implements Iterator<ReceivedFile>, AutoCloseable {
  /** A file from this size, in bytes, goes last. */
  public static final long LARGE = 64L << 20;

  private final JdbcClient database;
  private final PagedQuery<Long> ids;
  private Iterator<ReceivedFile> page = Collections.emptyIterator();
  private boolean ended;

  /**
   * Opens a share.
   *
   * @param worker which of the workers, from 0
   * @param pageSize how many files are in memory at most
   */
  public QueuedDumps(DataSource database, int worker, int workers, int pageSize) {
    this.database = JdbcClient.create(database);
    this.ids =
        PagedQuery.open(
            database,
            SqlText.of(QueuedDumps.class, "listQueuedDumps"),
            Map.of("worker", worker, "workers", workers, "large", LARGE),
            (row, i) -> row.getLong("id"),
            pageSize);
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && !ended) {
      List<Long> next = ids.next();
      ended = next.isEmpty();
      page = ended ? page : read(next);
    }
    return page.hasNext();
  }

  private Iterator<ReceivedFile> read(List<Long> next) {
    return database
        .sql(SqlText.of(QueuedDumps.class, "readQueuedDumps"))
        .param("ids", next.toArray(Long[]::new))
        .query((row, i) -> ReceivedFile.of(row))
        .list()
        .iterator();
  }

  @Override
  public ReceivedFile next() {
    if (!hasNext()) {
      throw new NoSuchElementException("Cannot take a dump: the share is at its end.");
    }
    return page.next();
  }

  @Override
  public void close() {
    ids.close();
  }
}
