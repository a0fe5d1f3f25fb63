package org.fxbb.readers.simulate;

import java.time.LocalDate;

/**
 * What to simulate. The same plan always makes the same bytes.
 *
 * <p><b>Shape</b>: {@code isps} licensed ISPs share {@code pops} points of presence, each with one
 * SNMP and one QoS agent; {@code pops} is at least 1, {@code isps} at least 1 and at most 9,999.
 * <b>Units</b>: {@code from} is the first day in Asia/Dhaka and {@code days} counts from it, both
 * ends included; {@code days} is 1 to 366. <b>Errors</b>: {@link IllegalArgumentException} when a
 * number is outside these bounds.
 *
 * @param isps number of licensed ISPs in the registry
 * @param pops number of points of presence with agents
 * @param from first day of measurements, Asia/Dhaka
 * @param days number of days of measurements
 * @param seed source of every random choice
 * @param faults whether faults are planted and written to the answer key
 * @param dumpFiles what one dump file of an agent covers
 */
public record SimulationPlan(
    int isps, int pops, LocalDate from, int days, long seed, boolean faults, DumpFiles dumpFiles) {

  /** What one dump file of an agent covers; the submissions in them are the same. */
  public enum DumpFiles {
    /** A Dhaka day: 96 submissions. */
    DAY,
    /** A quarter hour: one submission. */
    QUARTER_HOUR
  }

  /** A plan with a dump file per agent and day. */
  public SimulationPlan(int isps, int pops, LocalDate from, int days, long seed, boolean faults) {
    this(isps, pops, from, days, seed, faults, DumpFiles.DAY);
  }

  /** Checks the bounds. */
  public SimulationPlan {
    requireBetween("isps", isps, 1, 9_999);
    requireBetween("pops", pops, 1, 99_999);
    requireBetween("days", days, 1, 366);
  }

  private static void requireBetween(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "Cannot simulate: expected %s between %,d and %,d, found \"%d\"."
              .formatted(name, least, most, value));
    }
  }
}
