package org.fxbb.readers.simulate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Plants service that is bad all month: five parameters in busy hours, and availability.
 *
 * <p>Each fault takes a whole ISP, all of its PoPs, for the whole main month, so that the ISP
 * breaches for certain and each PoP shows as its child. Of at least seven days of busy hours the
 * day-clustered interval is far on the wrong side of the limit; shorter months get none of these
 * faults.
 *
 * <p>Availability: three hours down on five days of six, never in busy hours, so the tests that
 * busy-hour parameters need are all there. The hour changes from day to day: the usual traffic of
 * any one slot is then that of a healthy day, and a dead interface can never look like usual
 * traffic. All other slot faults keep away from these ISPs.
 */
final class ServicePlanner {

  private static final int LEAST_DAYS = 7;
  private static final int OUTAGE_SLOTS = 12;
  private static final int[] OUTAGE_STARTS = {4, 16, 28, 40, 52};

  private final FaultSubjects subjects;
  private final FaultPlan faults;
  private final SimulatedMonths months;

  ServicePlanner(FaultSubjects subjects, FaultPlan faults) {
    this.subjects = subjects;
    this.faults = faults;
    this.months = subjects.months();
  }

  /** Plants, and returns the ISPs whose availability breaches. */
  List<IspProfile> plant() {
    List<IspProfile> interrupted = new ArrayList<>();
    if (months.mainDays() < LEAST_DAYS) {
      return interrupted;
    }
    int next = 0;
    List<IspProfile> deck = subjects.isps(0, IspProfile::measured);
    for (int copy = 0; copy < subjects.copies(); copy++) {
      for (ServiceFault fault : ServiceFault.values()) {
        if (next < deck.size()) {
          plant(fault, deck.get(next++));
        }
      }
      if (next < deck.size()) {
        interrupted.add(deck.get(next));
        interrupt(deck.get(next++));
      }
    }
    return interrupted;
  }

  private void plant(ServiceFault fault, IspProfile isp) {
    YearMonth month = months.mainMonth();
    Planted breach =
        Planted.of(fault.kind, isp, month, "sla_violations", fault.parameter)
            .with("verdict", "BREACHES")
            .saying("At every PoP of the ISP " + fault.detail + ".");
    faults.key().add(breach.with("level", "ISP").with("severity", fault.severity));
    for (PopProfile pop : subjects.nation().popsOf(isp)) {
      faults.change(pop).serve(fault, months.mainFirst(), months.mainLast());
      faults.key().add(breach.at(pop).with("level", "POP"));
    }
  }

  private void interrupt(IspProfile isp) {
    YearMonth month = months.mainMonth();
    Planted breach =
        Planted.of("availability_breach", isp, month, "sla_violations", "AVAILABILITY")
            .with("verdict", "BREACHES")
            .saying("Every PoP of the ISP is down for three hours on five days of six.");
    faults.key().add(breach.with("level", "ISP"));
    for (PopProfile pop : subjects.nation().popsOf(isp)) {
      faults.key().add(breach.at(pop).with("level", "POP"));
      for (int i = 0; i < months.mainDays(); i++) {
        if (i % 6 != 5) {
          LocalDate day = months.mainFirst().plusDays(i);
          int first = OUTAGE_STARTS[i % OUTAGE_STARTS.length];
          SlotEffect effect = i % 2 == 0 ? SlotEffect.DOWN_REPORTED : SlotEffect.DOWN_SILENT;
          faults.change(pop).add(new PopScript.SlotEvent(effect, day, first, OUTAGE_SLOTS));
          faults
              .key()
              .add(SlotPlanner.outage("availability_breach", pop, month, day, first, OUTAGE_SLOTS));
        }
      }
    }
  }
}
