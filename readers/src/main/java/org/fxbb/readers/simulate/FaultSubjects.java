package org.fxbb.readers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Who may get a fault. Every family of faults draws from its own deck, so that no ISP or PoP gets
 * two of one family; the decks start at different cards, so that small nations share as little as
 * they can.
 */
final class FaultSubjects {

  private static final int ISPS_PER_COPY = 20;
  private static final int MOST_COPIES = 8;

  private final NationPlan nation;
  private final SimulatedMonths months;
  private final List<IspProfile> isps;
  private final List<PopProfile> pops;

  FaultSubjects(NationPlan nation, SimulatedMonths months, Streams streams) {
    this.nation = nation;
    this.months = months;
    this.isps = shuffled(nation.isps(), streams.of("faults/isps"));
    this.pops = shuffled(nation.pops(), streams.of("faults/pops"));
  }

  NationPlan nation() {
    return nation;
  }

  SimulatedMonths months() {
    return months;
  }

  /** How many of each kind to plant. */
  int copies() {
    return Math.max(1, Math.min(MOST_COPIES, isps.size() / ISPS_PER_COPY));
  }

  /** The ISPs that fit, starting {@code part} of the way through the deck. */
  List<IspProfile> isps(double part, Predicate<IspProfile> fits) {
    return turned(isps, part).stream().filter(fits).toList();
  }

  /**
   * The PoPs of ISPs other than {@code without}, starting {@code part} of the way through the deck.
   */
  List<PopProfile> pops(double part, List<IspProfile> without) {
    return turned(pops, part).stream().filter(pop -> !without.contains(pop.isp())).toList();
  }

  private static <T> List<T> turned(List<T> cards, double part) {
    int start = (int) (cards.size() * part);
    List<T> turned = new ArrayList<>(cards.subList(start, cards.size()));
    turned.addAll(cards.subList(0, start));
    return turned;
  }

  private static <T> List<T> shuffled(List<T> cards, SplittableRandom random) {
    List<T> shuffled = new ArrayList<>(cards);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T held = shuffled.get(i);
      shuffled.set(i, shuffled.get(j));
      shuffled.set(j, held);
    }
    return shuffled;
  }
}
