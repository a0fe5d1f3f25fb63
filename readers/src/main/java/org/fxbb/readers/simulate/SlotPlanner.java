package org.fxbb.readers.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plants what happens once at one PoP: a lone outage, silent or overloaded agents, a restarted
 * device, and interruptions that are excused.
 *
 * <p>Each takes a PoP of its own, on the fourth day or later, so that the usual traffic of its
 * slots is known. All last so few slots that coverage stays above 95 % of seven days and
 * availability, though the estimate may sink below its limit, is not proven to breach: one day is
 * one cluster. An overloaded agent fails all its tests, so its slots have nothing that could be
 * judged; the traffic of the PoP then makes them NOT_MEASURED and not an OUTAGE. Excused
 * interruptions are real outages inside their window: were the exclusion missed, an outage that is
 * not in the key would show.
 */
final class SlotPlanner {

  private static final int LEAST_DAYS = 5;
  private static final int FIRST_DAY = 3;

  private enum Kind {
    LONE_OUTAGE,
    SILENT_QOS,
    SILENT_BOTH,
    RESTART,
    AGENT_FAULT,
    MAINTENANCE,
    CALAMITY
  }

  private final FaultSubjects subjects;
  private final FaultPlan faults;
  private final SplittableRandom random;
  private final YearMonth month;

  SlotPlanner(FaultSubjects subjects, FaultPlan faults, Streams streams) {
    this.subjects = subjects;
    this.faults = faults;
    this.random = streams.of("faults/slots");
    this.month = subjects.months().mainMonth();
  }

  /** Plants at PoPs of ISPs other than {@code interrupted}. */
  void plant(List<IspProfile> interrupted) {
    List<PopProfile> deck = subjects.pops(0, interrupted);
    int next = 0;
    for (int copy = 0; copy < subjects.copies(); copy++) {
      for (Kind kind : Kind.values()) {
        LocalDate day = day();
        if (next < deck.size() && subjects.months().mainDays() >= LEAST_DAYS) {
          plant(kind, copy, deck.get(next++), day);
        }
      }
    }
  }

  private LocalDate day() {
    int span = Math.max(1, subjects.months().mainDays() - FIRST_DAY);
    return subjects.months().mainFirst().plusDays(FIRST_DAY + random.nextInt(span));
  }

  private void plant(Kind kind, int copy, PopProfile pop, LocalDate day) {
    switch (kind) {
      case LONE_OUTAGE -> loneOutage(pop, day, copy % 2 == 0);
      case SILENT_QOS ->
          slots(
              pop,
              day,
              "silent_qos_agent",
              SlotEffect.QOS_SILENT,
              36,
              12,
              "NOT_MEASURED",
              "The QoS agent is silent for three hours beside healthy SNMP data.");
      case SILENT_BOTH ->
          slots(
              pop,
              day,
              "silent_both_agents",
              SlotEffect.BOTH_SILENT,
              44,
              8,
              "UNKNOWN",
              "Both agents are silent for two hours.");
      case RESTART -> restart(pop, day);
      case AGENT_FAULT ->
          slots(
              pop,
              day,
              "agent_fault",
              SlotEffect.AGENT_FAULT,
              80,
              8,
              "NOT_MEASURED",
              "The QoS agent's processor is at 97.5 % for two busy hours and all its tests fail.");
      case MAINTENANCE -> excused(pop, day, "maintenance", "PLANNED", 8, 12);
      case CALAMITY -> excused(pop, day, "calamity", "CALAMITY", 52, 16);
    }
  }

  private void loneOutage(PopProfile pop, LocalDate day, boolean reported) {
    SlotEffect effect = reported ? SlotEffect.DOWN_REPORTED : SlotEffect.DOWN_SILENT;
    int slots = subjects.months().mainDays() < 20 ? 3 : 4;
    faults.change(pop).add(new PopScript.SlotEvent(effect, day, 40, slots));
    faults.key().add(outage("single_outage", pop, month, day, 40, slots));
    faults
        .key()
        .add(slotsOf("single_outage", pop, day, 40, slots, "OUTAGE", "The PoP is down once."));
  }

  private void slots(
      PopProfile pop,
      LocalDate day,
      String kind,
      SlotEffect effect,
      int first,
      int slots,
      String status,
      String detail) {
    faults.change(pop).add(new PopScript.SlotEvent(effect, day, first, slots));
    faults.key().add(slotsOf(kind, pop, day, first, slots, status, detail));
  }

  private void restart(PopProfile pop, LocalDate day) {
    faults.change(pop).restart(day, 60);
    Instant time = SimulatedMonths.slotStart(day, 60).plusSeconds(60);
    faults
        .key()
        .add(
            Planted.of("counter_reset", pop.isp(), month, "ts_interface_metrics", "RESET")
                .at(pop)
                .with("time", time)
                .with("count", 2)
                .with("may_raise", List.of("counter_reset"))
                .saying(
                    "The gateway restarts: the counters of two interfaces start again at zero."));
  }

  private void excused(
      PopProfile pop, LocalDate day, String kind, String windowKind, int first, int slots) {
    Instant start = SimulatedMonths.slotStart(day, first);
    Instant end = start.plusSeconds(slots * 900L);
    boolean planned = windowKind.equals("PLANNED");
    Instant announced = planned ? start.minus(Duration.ofDays(5)) : start.plusSeconds(3_600);
    Instant approved = planned ? start.minus(Duration.ofDays(2)) : end.plus(Duration.ofHours(20));
    faults.windows().add(new MaintenanceWindow(pop, windowKind, start, end, announced, approved));
    faults.change(pop).add(new PopScript.SlotEvent(SlotEffect.DOWN_SILENT, day, first, slots));
    faults
        .key()
        .add(
            slotsOf(
                kind,
                pop,
                day,
                first,
                slots,
                "EXCLUDED",
                "The PoP is down inside an approved window of kind " + windowKind + "."));
  }

  private Planted slotsOf(
      String kind,
      PopProfile pop,
      LocalDate day,
      int first,
      int slots,
      String status,
      String detail) {
    return stretch(
            Planted.of(kind, pop.isp(), month, "availability_slots", status), day, first, slots)
        .at(pop)
        .with("count", slots)
        .saying(detail);
  }

  /** The outage of {@code slots} slots from {@code first} on. */
  static Planted outage(
      String kind, PopProfile pop, YearMonth month, LocalDate day, int first, int slots) {
    return stretch(Planted.of(kind, pop.isp(), month, "outages", "OUTAGE"), day, first, slots)
        .at(pop)
        .with("minutes", slots * 15)
        .saying("The downstream interface is down and the sessions are gone.");
  }

  private static Planted stretch(Planted entry, LocalDate day, int first, int slots) {
    return entry
        .with("started_at", SimulatedMonths.slotStart(day, first))
        .with("ended_at", SimulatedMonths.slotStart(day, first + slots));
  }
}
