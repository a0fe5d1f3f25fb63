package org.fxbb.cron.doctor;

/**
 * A seal that does not hold.
 *
 * @param seal its number
 * @param fromSeq first number of the log that it covers
 * @param toSeq last number that it covers
 * @param kind in what way
 * @param expected by the seals
 * @param found in the database
 */
public record BrokenSeal(
    long seal, long fromSeq, long toSeq, Kind kind, String expected, String found) {

  /** In what way a seal does not hold. */
  public enum Kind {
    /** As many rows as sealed, but not the same. */
    ROW_CHANGED("a row was changed, replaced or moved"),
    /** Fewer rows than sealed. */
    ROW_MISSING("a row is missing"),
    /** More rows than sealed. */
    ROW_EXTRA("a row was added"),
    /** The seal's own hash does not fit its other columns. */
    SEAL_CHANGED("the seal itself was changed"),
    /** A number is left out in the row of seals. */
    SEAL_MISSING("the seal is missing"),
    /** The seal does not follow from the one before. */
    CHAIN_BROKEN("it was made over another seal than the one before it");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** One sentence for the operator. */
  public String sentence() {
    return "Seal %d (numbers %d to %d): %s. Expected %s, found %s."
        .formatted(seal, fromSeq, toSeq, kind.words, expected, found);
  }
}
