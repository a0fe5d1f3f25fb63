package org.fxbb.readers.notice;

/** How much a notice costs the sender. Source: spec 4.11. */
public enum Severity {
  /** The whole file is refused. */
  FATAL,
  /** The row, record or line is not loaded; the rest of the file is. */
  ERROR,
  /** Loaded as it is, but somebody should look at it. */
  WARNING,
  /** Loaded; tells what was done to a value, or why nothing had to be done. */
  INFO
}
