package org.fxbb.cron.benchmark;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One way to do the work of a race: the engine's or a rival's.
 *
 * <p><b>Lifecycle</b>: {@code prepare}, {@code run}, {@code finish}, again for each round; only
 * {@code run} is timed. What it left can be read until {@code prepare} of the next round.
 */
public interface Contender {

  /** As the table names it. */
  String name();

  /** What a reader of its figures must know, such as a limit; empty when nothing. */
  default String note() {
    return "";
  }

  /** Why it cannot run here, such as {@code not installed}; nothing when it can. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** Makes the state from which the work starts. */
  void prepare();

  /** Does the work. */
  Work run();

  /** Lets go of what the run held. */
  default void finish() {}

  /** What the run must have left, table by table, in the same order for every contender. */
  List<CheckedRows> rows();

  /** Where it left it. */
  DataSource database();

  /**
   * What was done.
   *
   * @param rows how many
   * @param processRssBytes peak resident memory of the rival's process; 0 when it ran in this JVM
   */
  record Work(long rows, long processRssBytes) {}
}
