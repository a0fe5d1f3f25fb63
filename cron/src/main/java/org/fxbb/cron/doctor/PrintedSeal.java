package org.fxbb.cron.doctor;

/**
 * A seal of the audit log as something outside the log states it.
 *
 * @param number of the seal; 0 where it cannot be told
 * @param sha256 of the seal, hexadecimal, lower case
 * @param where what states it: a manifest, the report library, or the command line
 */
public record PrintedSeal(long number, String sha256, String where) {

  /**
   * What became of it.
   *
   * @param printed the seal
   * @param state whether the database still has it
   */
  public record Compared(PrintedSeal printed, State state) {

    /** One sentence for the operator. */
    public String sentence() {
      return switch (state) {
        case FOUND -> "Seal %s of %s is there.".formatted(printed, printed.where());
        case DIFFERS ->
            "Seal %s of %s: the database has another seal %d. The log was rewritten, or this is another database."
                .formatted(printed, printed.where(), printed.number());
        case MISSING ->
            "Seal %s of %s: the database has no seal %d. The end of the log was cut off, or this is another database."
                .formatted(printed, printed.where(), printed.number());
        case UNREADABLE ->
            "The manifest %s cannot be read, expected its audit_seal. Render the pack again, or take the file away."
                .formatted(printed.where());
      };
    }
  }

  /** {@code <number>:<sha256>}. */
  @Override
  public String toString() {
    return number + ":" + sha256;
  }

  /** Whether the database still has a printed seal. */
  public enum State {
    /** The same seal is there. */
    FOUND,
    /** The number is there with another SHA-256. */
    DIFFERS,
    /** There is no seal of this number. */
    MISSING,
    /** The manifest that should state it cannot be read. */
    UNREADABLE
  }
}
