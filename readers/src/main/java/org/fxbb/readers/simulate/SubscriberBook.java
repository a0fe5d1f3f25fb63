package org.fxbb.readers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What an ISP's subscribers did in each month, by package and location. Months roll forward
 * exactly: opening + new - churned = current, and the opening of a month is the current of the one
 * before. In the first month new equals churned, so that its opening is its current.
 *
 * <p>Opening and current always differ by an even number: the mean of both, which revenue is made
 * of, is a whole number of subscribers.
 */
final class SubscriberBook {

  /** Share of all subscribers that an ISP files outside its licence where that fault is planted. */
  static final double OUTSIDE_SHARE = 0.02;

  /**
   * One month of one package in one location.
   *
   * @param offer the package
   * @param place the location
   * @param opening subscribers at the start of the month
   * @param joined new subscribers
   * @param churned subscribers who left
   * @param suspended subscribers who are suspended at the end of the month, part of current
   */
  record Line(
      PackageOffer offer, Place place, int opening, int joined, int churned, int suspended) {

    int current() {
      return opening + joined - churned;
    }

    /** Subscribers who paid: the mean of opening and current, less the suspended. */
    int paying() {
      return (opening + current()) / 2 - suspended;
    }
  }

  private final List<List<Line>> months = new ArrayList<>();

  /** The book of {@code isp} over {@code monthCount} months. */
  SubscriberBook(IspProfile isp, int monthCount, Streams streams) {
    SplittableRandom random = streams.of("subscribers/" + isp.code());
    List<Line> lines = openingMonth(isp, random);
    months.add(lines);
    for (int month = 1; month < monthCount; month++) {
      List<Line> next = new ArrayList<>();
      for (Line line : lines) {
        next.add(nextMonth(line, next.isEmpty(), random));
      }
      lines = List.copyOf(next);
      months.add(lines);
    }
  }

  /** The lines of a month, 0 the first. */
  List<Line> month(int index) {
    return months.get(index);
  }

  /** Current less suspended subscribers of packages that show as BRAS sessions. */
  long activeInSessions(int index) {
    return month(index).stream()
        .filter(line -> line.offer().sessionBased())
        .mapToLong(line -> line.current() - line.suspended())
        .sum();
  }

  /**
   * Adds subscribers of the first package at {@code place} from month {@code from} on, all of them
   * new in that month and none after it.
   */
  void addOutsideLicence(Place place, int from) {
    long all = month(from).stream().mapToLong(Line::current).sum();
    int added = 2 * (int) Math.max(1, Math.round(all * OUTSIDE_SHARE / 2));
    for (int month = from; month < months.size(); month++) {
      PackageOffer offer = month(month).get(0).offer();
      boolean first = month == from;
      List<Line> lines = new ArrayList<>(month(month));
      lines.add(new Line(offer, place, first ? 0 : added, first ? added : 0, 0, 0));
      months.set(month, List.copyOf(lines));
    }
  }

  private static List<Line> openingMonth(IspProfile isp, SplittableRandom random) {
    int places = isp.locations().size();
    double[] weights = new double[places];
    double sum = 0;
    for (int i = 0; i < places; i++) {
      boolean atPop = i < Math.max(1, isp.popPlaces().size());
      weights[i] = atPop ? Streams.between(random, 0.8, 1.2) : Streams.between(random, 0.1, 0.3);
      sum += weights[i];
    }
    double offers = isp.packages().stream().mapToDouble(PackageOffer::weight).sum();
    List<Line> lines = new ArrayList<>();
    for (PackageOffer offer : isp.packages()) {
      for (int i = 0; i < places; i++) {
        double part = weights[i] / sum * offer.weight() / offers;
        int current = Math.max(4, (int) Math.round(isp.subscribers() * part));
        int moved = (int) (current * Streams.between(random, 0.01, 0.02));
        lines.add(
            new Line(
                offer, isp.locations().get(i), current, moved, moved, suspended(current, random)));
      }
    }
    return List.copyOf(lines);
  }

  private static Line nextMonth(Line last, boolean mustGrow, SplittableRandom random) {
    int opening = last.current();
    int churned = (int) (opening * Streams.between(random, 0.008, 0.015));
    int joined = (int) (opening * Streams.between(random, 0.015, 0.028));
    if ((joined - churned) % 2 != 0) {
      joined++;
    }
    if (mustGrow && joined <= churned) {
      joined = churned + 2;
    }
    int current = opening + joined - churned;
    return new Line(
        last.offer(), last.place(), opening, joined, churned, suspended(current, random));
  }

  private static int suspended(int current, SplittableRandom random) {
    return (int) (current * Streams.between(random, 0.002, 0.012));
  }
}
