package org.fxbb.readers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The ISPs and PoPs of a simulated nation. About one ISP in twenty, at least one of eight, has no
 * PoP with agents; so have those for whom no PoP is left.
 *
 * @param isps all ISPs by number
 * @param pops all PoPs, those of one ISP together, in the order of the ISPs
 */
record NationPlan(List<IspProfile> isps, List<PopProfile> pops) {

  private static final int SMALLEST_WITH_UNMEASURED = 8;
  private static final int ONE_UNMEASURED_IN = 20;

  /** Invents the nation of {@code plan}. */
  static NationPlan of(SimulationPlan plan, Streams streams, Geography geography) {
    int[] popCounts = popCounts(plan);
    IspMaker isps = new IspMaker(streams, geography, plan.from());
    List<IspProfile> made = new ArrayList<>();
    List<PopProfile> pops = new ArrayList<>();
    PopMaker popMaker = new PopMaker(streams);
    for (int number = 1; number <= plan.isps(); number++) {
      IspProfile isp = isps.make(number, popCounts[number - 1]);
      made.add(isp);
      pops.addAll(popMaker.make(isp));
    }
    return new NationPlan(List.copyOf(made), List.copyOf(pops));
  }

  /** The PoPs of {@code isp}. */
  List<PopProfile> popsOf(IspProfile isp) {
    return pops.stream().filter(pop -> pop.isp().number() == isp.number()).toList();
  }

  /** One PoP for each measured ISP, the rest by the weight of its licence (highest averages). */
  private static int[] popCounts(SimulationPlan plan) {
    int unmeasured =
        plan.isps() >= SMALLEST_WITH_UNMEASURED
            ? Math.max(1, Math.round((float) plan.isps() / ONE_UNMEASURED_IN))
            : 0;
    int measured = Math.min(plan.isps() - unmeasured, plan.pops());
    int[] counts = new int[plan.isps()];
    PriorityQueue<Claim> claims = new PriorityQueue<>();
    for (int i = 0; i < measured; i++) {
      counts[i] = 1;
      claims.add(Claim.of(i, 1));
    }
    for (int left = plan.pops() - measured; left > 0; left--) {
      Claim next = claims.remove();
      counts[next.index()]++;
      claims.add(Claim.of(next.index(), counts[next.index()]));
    }
    return counts;
  }

  private record Claim(double strength, int index) implements Comparable<Claim> {

    static Claim of(int index, int held) {
      return new Claim(LicenceCategory.ofNumber(index + 1).popWeight / (held + 1), index);
    }

    @Override
    public int compareTo(Claim other) {
      int byStrength = Double.compare(other.strength, strength);
      return byStrength != 0 ? byStrength : Integer.compare(index, other.index);
    }
  }
}
