package org.fxbb.readers.simulate;

/**
 * What is wrong with the delivery of a QoS agent's dump of one day. None of them leads to a
 * finding.
 */
enum DumpFault {
  /**
   * Three lines are cut in the middle, each beside its whole self: quarantined, nothing is lost.
   */
  BROKEN_LINES,
  /** The file comes again under the name of the next second: a DUPLICATE file. */
  REPEATED_FILE,
  /** The file starts with the last submission of the day before: counted as duplicate. */
  REPEATED_SUBMISSION,
  /** A later submission states another speed for a test that is already there: quarantined. */
  CONFLICTING_DUPLICATE,
  /** The file comes three days late: loaded as if it had been in time. */
  LATE
}
