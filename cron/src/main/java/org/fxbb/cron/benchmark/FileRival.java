package org.fxbb.cron.benchmark;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A rival that loads files into tables of its own database.
 *
 * @param name as the table names it
 * @param program that must be installed; empty where the loader runs in this JVM
 * @param whole what the engine is given
 * @param task what this rival is given: all of it, or the first rows
 * @param loader does it
 */
record FileRival(String name, String program, RivalTask whole, RivalTask task, Loader loader)
    implements Contender {

  /** Loads the files of a task. */
  @FunctionalInterface
  interface Loader {
    /** Peak resident memory of the processes that did it; 0 when it ran in this JVM. */
    long load(RivalTask task);
  }

  @Override
  public String note() {
    return task.total() == whole.total() ? "" : "only the first %,d rows".formatted(task.total());
  }

  @Override
  public Optional<String> missing() {
    return program.isEmpty() || RivalProcess.isInstalled(program)
        ? Optional.empty()
        : Optional.of("not installed");
  }

  @Override
  public void prepare() {
    task.prepare();
  }

  @Override
  public Work run() {
    return new Work(task.total(), loader.load(task));
  }

  @Override
  public List<CheckedRows> rows() {
    return task.rows();
  }

  @Override
  public DataSource database() {
    return task.database();
  }
}
