package org.fxbb.jobs.verdict;

/**
 * One PoP, parameter and day.
 *
 * @param day day of the month, from 0
 * @param busy samples inside busy hours
 * @param other samples outside them
 * @param judged counts of the hours that are judged
 * @param whole counts of the whole day
 */
public record PopDay(int day, Samples busy, Samples other, Counts judged, Counts whole) {

  /**
   * Counts beside the samples.
   *
   * @param tests tests that entered; of availability judged slots
   * @param due tests that were due
   * @param hits of a ratio: what is counted (packets lost, slots in service)
   * @param trials of a ratio: out of so many (packets sent, slots judged)
   * @param unknown of availability: UNKNOWN slots
   * @param left tests left out, by {@link Left}
   */
  public record Counts(long tests, long due, double hits, double trials, long unknown, Left left) {

    /** Nothing. */
    public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, Left.ZERO);

    /** Both together. */
    public Counts plus(Counts more) {
      return new Counts(
          tests + more.tests,
          due + more.due,
          hits + more.hits,
          trials + more.trials,
          unknown + more.unknown,
          left.plus(more.left));
    }
  }

  /**
   * Tests that were left out, and why.
   *
   * @param agentFault the agent was at fault
   * @param targetDown the target was down
   * @param slot the slot is OUTAGE or EXCLUDED
   * @param noReference the agent has no reference speed
   */
  public record Left(long agentFault, long targetDown, long slot, long noReference) {

    /** None. */
    public static final Left ZERO = new Left(0, 0, 0, 0);

    Left plus(Left more) {
      return new Left(
          agentFault + more.agentFault,
          targetDown + more.targetDown,
          slot + more.slot,
          noReference + more.noReference);
    }
  }
}
