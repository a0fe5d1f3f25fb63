package org.fxbb.readers.simulate;

/**
 * Told how far the simulation has come. <b>Lifecycle</b>: {@link #start} once, then {@link #add}
 * from any thread, then {@link #done} once.
 */
public interface ProgressListener {

  /** A listener that does nothing. */
  ProgressListener SILENT =
      new ProgressListener() {
        @Override
        public void start(String what, long total, String unit) {}

        @Override
        public void add(long n) {}

        @Override
        public void done() {}
      };

  /**
   * The work begins.
   *
   * @param what what is being written, for people
   * @param total how many units there will be
   * @param unit what is counted, in the plural
   */
  void start(String what, long total, String unit);

  /** {@code n} more units are written; may be called from several threads. */
  void add(long n);

  /** Everything is written. */
  void done();
}
