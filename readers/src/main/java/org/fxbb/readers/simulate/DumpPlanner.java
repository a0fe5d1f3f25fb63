package org.fxbb.readers.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plants dumps that come twice, late, damaged, or from a stranger.
 *
 * <p>None of them changes a measured value: damaged lines stand beside their whole selves, what
 * comes twice is known already, and of two values for one test the earlier one stays, which is the
 * healthy one. They keep away from the days on which the same PoP has another fault, and from
 * interrupted ISPs.
 */
final class DumpPlanner {

  private static final int LEAST_DAYS = 4;

  private final FaultSubjects subjects;
  private final FaultPlan faults;
  private final Streams streams;
  private final SplittableRandom random;

  DumpPlanner(FaultSubjects subjects, FaultPlan faults, Streams streams) {
    this.subjects = subjects;
    this.faults = faults;
    this.streams = streams;
    this.random = streams.of("faults/dumps");
  }

  /** Plants at PoPs of ISPs other than {@code interrupted}. */
  void plant(List<IspProfile> interrupted) {
    SimulatedMonths months = subjects.months();
    List<PopProfile> deck = subjects.pops(0.6, interrupted);
    if (months.mainDays() < LEAST_DAYS || deck.isEmpty()) {
      return;
    }
    int next = 0;
    for (int copy = 0; copy < subjects.copies(); copy++) {
      for (DumpFault fault : DumpFault.values()) {
        PopProfile pop = deck.get(next++ % deck.size());
        PopScript script = faults.change(pop);
        LocalDate day = months.mainFirst().plusDays(1 + random.nextInt(months.mainDays() - 1));
        for (int tries = 0; script.eventOn(day) && tries < months.mainDays(); tries++) {
          day = day.isBefore(months.mainLast()) ? day.plusDays(1) : months.mainFirst().plusDays(1);
        }
        if (!script.spoiledOn(day) && !script.eventOn(day)) {
          script.spoil(fault, day);
        }
      }
      PopProfile host = deck.get(next % deck.size());
      faults
          .strangers()
          .add(
              new FaultPlan.Stranger(
                  streams.uuid("stranger/" + copy), host, months.mainFirst().plusDays(1 + copy)));
    }
  }
}
