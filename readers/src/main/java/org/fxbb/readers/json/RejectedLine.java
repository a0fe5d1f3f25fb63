package org.fxbb.readers.json;

/**
 * A line of a dump that was quarantined.
 *
 * @param lineNumber from 1, blank lines counted
 * @param text the line, cut to {@link #LONGEST_TEXT} bytes
 * @param bytes its full length without the line end
 */
public record RejectedLine(long lineNumber, String text, long bytes) {

  /** The same without what stood in it. */
  RejectedLine withoutText() {
    return new RejectedLine(lineNumber, "{}", bytes);
  }

  /** Most bytes of a line or record that are kept for the quarantine. */
  public static final int LONGEST_TEXT = 64 << 10;
}
