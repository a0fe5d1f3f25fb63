package org.fxbb.readers.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that goes wrong in the nation, by ISP and PoP. With faults off it is empty.
 *
 * <p><b>Lifecycle</b>: filled by one thread before anything is written; scripts are only read
 * afterwards.
 */
final class FaultPlan {

  /**
   * An agent that nobody registered and the day it delivers a dump, as if it stood at {@code pop}.
   */
  record Stranger(UUID agent, PopProfile pop, LocalDate day) {}

  private static final PopScript HEALTHY = new PopScript();
  private static final IspScript CAREFUL = new IspScript();

  private final Map<String, PopScript> pops = new HashMap<>();
  private final Map<String, IspScript> isps = new HashMap<>();
  private final List<MaintenanceWindow> windows = new ArrayList<>();
  private final List<Stranger> strangers = new ArrayList<>();
  private final AnswerKey key = new AnswerKey();

  /** The plan of {@code plan}. */
  static FaultPlan of(
      SimulationPlan plan,
      NationPlan nation,
      SimulatedMonths months,
      Geography geography,
      Streams streams) {
    FaultPlan faults = new FaultPlan();
    if (plan.faults()) {
      FaultSubjects subjects = new FaultSubjects(nation, months, streams);
      List<IspProfile> interrupted = new ServicePlanner(subjects, faults).plant();
      new SlotPlanner(subjects, faults, streams).plant(interrupted);
      new DumpPlanner(subjects, faults, streams).plant(interrupted);
      new FilingPlanner(subjects, faults, geography).plant();
    }
    return faults;
  }

  AnswerKey key() {
    return key;
  }

  /** What happens at {@code pop}; for reading. */
  PopScript of(PopProfile pop) {
    return pops.getOrDefault(pop.code(), HEALTHY);
  }

  /** What {@code isp} files wrongly; for reading. */
  IspScript of(IspProfile isp) {
    return isps.getOrDefault(isp.code(), CAREFUL);
  }

  /** The script of {@code pop} to write to. */
  PopScript change(PopProfile pop) {
    return pops.computeIfAbsent(pop.code(), code -> new PopScript());
  }

  /** The script of {@code isp} to write to. */
  IspScript change(IspProfile isp) {
    return isps.computeIfAbsent(isp.code(), code -> new IspScript());
  }

  List<MaintenanceWindow> windows() {
    return windows;
  }

  List<Stranger> strangers() {
    return strangers;
  }
}
