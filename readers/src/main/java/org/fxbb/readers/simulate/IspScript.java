package org.fxbb.readers.simulate;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the filings of one ISP in the main month. An empty script is a careful clerk.
 *
 * <p><b>Lifecycle</b>: written while faults are planned, only read afterwards.
 */
final class IspScript {

  private final Set<FilingFault> filing = EnumSet.noneOf(FilingFault.class);
  private final Set<Misreport> misreports = EnumSet.noneOf(Misreport.class);
  private @Nullable Place outside;

  void add(FilingFault fault) {
    filing.add(fault);
  }

  void add(Misreport misreport) {
    misreports.add(misreport);
  }

  /** Files subscribers at {@code place}, which the licence does not cover. */
  void reachOutside(Place place) {
    misreports.add(Misreport.OUTSIDE_LICENCE);
    outside = place;
  }

  boolean has(FilingFault fault) {
    return filing.contains(fault);
  }

  boolean has(Misreport misreport) {
    return misreports.contains(misreport);
  }

  @Nullable Place outside() {
    return outside;
  }
}
