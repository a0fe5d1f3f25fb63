package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fxbb.jobs.arrivals.FeedArrival;
import org.fxbb.jobs.arrivals.MonthArrivals;
import org.jspecify.annotations.Nullable;

/**
 * Who has filed everything, a part, or nothing of a month: a line per ISP.
 *
 * @param isps those that lack most first
 */
record StatusIsps(List<Line> isps) {

  /**
   * An ISP.
   *
   * @param owed mandatory feeds
   * @param inForce how many of them are in force
   * @param withErrors feeds in force with errors, optional ones included
   * @param late mandatory feeds in force that came after the deadline
   * @param optional optional feeds of which something came
   * @param newest when its newest file came; null without any
   * @param feeds the state of each mandatory feed, in words
   */
  record Line(
      String isp,
      long owed,
      long inForce,
      long withErrors,
      long late,
      long optional,
      @Nullable Instant newest,
      Map<String, String> feeds) {

    private static Line of(String isp, List<FeedArrival> all) {
      List<FeedArrival> owed = all.stream().filter(FeedArrival::mandatory).toList();
      Map<String, String> feeds = new LinkedHashMap<>();
      owed.forEach(feed -> feeds.put(feed.feed(), StatusArrivals.words(feed)));
      return new Line(
          isp,
          owed.size(),
          owed.stream().filter(feed -> feed.state().isInForce()).count(),
          all.stream().filter(FeedArrival::withErrors).count(),
          owed.stream().filter(feed -> feed.state() == FeedArrival.State.LATE).count(),
          all.stream().filter(feed -> !feed.mandatory() && feed.files() > 0).count(),
          all.stream()
              .map(FeedArrival::lastReceived)
              .filter(Objects::nonNull)
              .max(Comparator.naturalOrder())
              .orElse(null),
          feeds);
    }

    private boolean isComplete() {
      return inForce == owed;
    }

    /** Whether no file came, not even one that was refused. */
    private boolean isNothing() {
      return newest == null;
    }
  }

  /** The ISPs of a month. */
  static StatusIsps of(MonthArrivals month) {
    Map<String, List<FeedArrival>> byIsp =
        month.feeds().stream()
            .collect(
                Collectors.groupingBy(FeedArrival::isp, LinkedHashMap::new, Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    byIsp.forEach((isp, feeds) -> lines.add(Line.of(isp, feeds)));
    lines.sort(Comparator.comparing(Line::inForce).thenComparing(Line::isp));
    return new StatusIsps(List.copyOf(lines));
  }

  /** How many have filed what. */
  String sentence() {
    long complete = isps.stream().filter(Line::isComplete).count();
    long nothing = isps.stream().filter(line -> !line.isComplete() && line.isNothing()).count();
    long late = isps.stream().filter(line -> line.isComplete() && line.late() > 0).count();
    long errors = isps.stream().filter(line -> line.isComplete() && line.withErrors() > 0).count();
    return "%,d ISPs: %,d complete (%,d of them late, %,d with errors), %,d in part, %,d sent nothing. By ISP: --isps"
        .formatted(isps.size(), complete, late, errors, isps.size() - complete - nothing, nothing);
  }

  void print(PrintWriter writer) {
    writer.println("  " + sentence().replace(" By ISP: --isps", ""));
    List<String> feeds =
        isps.stream().flatMap(line -> line.feeds().keySet().stream()).distinct().toList();
    List<String> headings = new ArrayList<>(List.of("ISP", "in force"));
    headings.addAll(feeds);
    headings.addAll(List.of("optional", "newest file"));
    Output.fittedTable(
        writer,
        headings,
        isps.stream()
            .map(
                line -> {
                  List<String> row =
                      new ArrayList<>(List.of(line.isp(), line.inForce() + " of " + line.owed()));
                  feeds.forEach(feed -> row.add(line.feeds().getOrDefault(feed, "")));
                  row.add(line.optional() == 0 ? "" : Long.toString(line.optional()));
                  row.add(StatusArrivals.minutes(line.newest()));
                  return row;
                })
            .toList());
  }
}
