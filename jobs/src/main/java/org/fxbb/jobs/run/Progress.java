package org.fxbb.jobs.run;

/**
 * Where a job says how far it is, so that a person who waits can see it.
 *
 * <p><b>Lifecycle</b>: one piece of work at a time: {@link #start}, any number of {@link #add},
 * {@link #done}. A second start ends the first. Safe to call from several threads; cheap enough to
 * call per batch, not per row.
 *
 * <p><b>Source</b>: spec 7.2, a bar on a terminal and plain lines otherwise.
 */
public interface Progress {

  /**
   * Begins a piece of work.
   *
   * @param what the work as a person would name it, for example {@code "Loading filings"}
   * @param total how many units there are, 0 when nobody knows yet
   * @param unit the plural of what is counted, for example {@code "files"}
   */
  void start(String what, long total, String unit);

  /** Says that this many more units are finished. */
  void add(long units);

  /** Ends the piece of work; does nothing when none was begun. */
  void done();

  /** A listener that nobody reads, for tests and for runs without a person in front. */
  static Progress none() {
    return new Progress() {
      @Override
      public void start(String what, long total, String unit) {}

      @Override
      public void add(long units) {}

      @Override
      public void done() {}
    };
  }
}
