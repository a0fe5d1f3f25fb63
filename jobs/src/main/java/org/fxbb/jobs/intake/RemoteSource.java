package org.fxbb.jobs.intake;

/**
 * Somewhere else that files are fetched from, into the inboxes, before these are looked through.
 *
 * <p><b>Lifecycle</b>: repeatable: a file is fetched once, whatever was cut off before.
 *
 * <p><b>Source</b>: spec 7.4, the third way in.
 */
@FunctionalInterface
public interface RemoteSource {

  /**
   * Fetches what is there, and returns how many files.
   *
   * @throws java.io.IOException in words for the operator; the files that are here already are
   *     loaded nevertheless
   */
  long fetch() throws java.io.IOException, InterruptedException;
}
