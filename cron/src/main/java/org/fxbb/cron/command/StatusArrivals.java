package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxbb.jobs.arrivals.FeedArrival;
import org.fxbb.jobs.arrivals.FeedArrival.State;
import org.fxbb.jobs.arrivals.MonthArrivals;
import org.fxbb.jobs.arrivals.SilentAgent;
import org.fxbb.jobs.run.Period;
import org.jspecify.annotations.Nullable;

/**
 * Who has filed and who has not, and which agents are silent, as {@code fxbb status} tells it.
 *
 * @param months the months that are told, the one that is due first
 * @param silent agents that are silent, the longest silent first
 * @param now the clock
 */
record StatusArrivals(List<MonthArrivals> months, List<SilentAgent> silent, Instant now) {
  private static final int SHOWN = 20;

  /** What of it is asked for; null is everything. */
  record Asked(@Nullable String isp, @Nullable String feed, boolean all, boolean byIsp) {
    private boolean fits(FeedArrival arrival) {
      return (isp == null || isp.equals(arrival.isp()))
          && (feed == null || feed.equals(arrival.feed()));
    }
  }

  /** The same with only the ISP and feed that are asked for. */
  StatusArrivals only(Asked asked) {
    return new StatusArrivals(
        months.stream()
            .map(
                month ->
                    new MonthArrivals(
                        month.month(),
                        month.deadline(),
                        month.lastDay(),
                        month.downDays(),
                        month.feeds().stream().filter(asked::fits).toList()))
            .toList(),
        silent.stream().filter(a -> asked.isp() == null || asked.isp().equals(a.isp())).toList(),
        now);
  }

  /** All of it, for machines. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "filings",
        months.stream()
            .map(
                month -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("month", month.month().text());
                  one.put("deadline", month.deadline());
                  one.put("lastDay", month.lastDay());
                  one.put("downDays", month.downDays());
                  one.put("isps", StatusIsps.of(month).isps());
                  one.put("feeds", month.feeds());
                  return one;
                })
            .toList());
    document.put("silentAgents", silent);
    return document;
  }

  /** What somebody should look at, one sentence each. */
  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    for (MonthArrivals month : months) {
      List<FeedArrival> overdue = month.feeds().stream().filter(FeedArrival::overdue).toList();
      if (!overdue.isEmpty()) {
        troubles.add(
            "%,d mandatory feeds of %,d ISPs for %s are overdue since %s. See: fxbb status --period %s --all"
                .formatted(
                    overdue.size(),
                    overdue.stream().map(FeedArrival::isp).distinct().count(),
                    month.month(),
                    month.lastDay().plusDays(1),
                    month.month()));
      }
    }
    if (!silent.isEmpty()) {
      troubles.add("%,d agents are silent. See: fxbb status --all".formatted(silent.size()));
    }
    return troubles;
  }

  void print(PrintWriter writer, Asked asked) {
    for (MonthArrivals month : months) {
      print(writer, month, asked);
    }
    if (!silent.isEmpty() && !asked.byIsp()) {
      writer.println("Silent agents: %,d".formatted(silent.size()));
      Output.fittedTable(
          writer,
          List.of("ISP", "agent", "type", "last heard", "windows missed"),
          shown(silent, asked.all())
              .map(
                  a ->
                      List.of(
                          a.isp(),
                          a.agent(),
                          a.type(),
                          a.lastSeen() == null ? "never" : Output.time(a.lastSeen()),
                          "%,d".formatted(a.windowsMissed())))
              .toList());
      sayRest(writer, silent.size(), asked.all());
    }
  }

  private void print(PrintWriter writer, MonthArrivals month, Asked asked) {
    writer.println("Filings of %s, %s".formatted(month.month(), due(month)));
    if (!month.downDays().isEmpty()) {
      writer.println(
          "  Intake was down on %s: the deadline moved by %d %s."
              .formatted(
                  month.downDays().stream()
                      .map(LocalDate::toString)
                      .collect(Collectors.joining(", ")),
                  month.downDays().size(),
                  month.downDays().size() == 1 ? "day" : "days"));
    }
    StatusIsps isps = StatusIsps.of(month);
    if (asked.byIsp()) {
      isps.print(writer);
      return;
    }
    writer.println("  " + isps.sentence());
    printCounts(writer, month);
    Predicate<FeedArrival> told = asked.isp() != null ? feed -> true : StatusArrivals::needsLooking;
    List<FeedArrival> listed = month.feeds().stream().filter(told).toList();
    if (!listed.isEmpty()) {
      writer.println(asked.isp() != null ? "  Its feeds" : "  Late, refused, waiting or missing");
      Output.fittedTable(
          writer,
          List.of("ISP", "feed", "state", "days late", "trials", "newest received", "why"),
          shown(listed, asked.all() || asked.isp() != null).map(StatusArrivals::row).toList());
      sayRest(writer, listed.size(), asked.all() || asked.isp() != null);
    }
  }

  private String due(MonthArrivals month) {
    long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, Period.DHAKA), month.lastDay());
    return days < 0
        ? "due by %s, which is past".formatted(month.lastDay())
        : "due by %s: %s"
            .formatted(
                month.lastDay(),
                days == 0 ? "today" : days == 1 ? "1 day left" : days + " days left");
  }

  private static void printCounts(PrintWriter writer, MonthArrivals month) {
    Map<String, List<FeedArrival>> feeds =
        month.feeds().stream()
            .collect(
                Collectors.groupingBy(FeedArrival::feed, LinkedHashMap::new, Collectors.toList()));
    feeds
        .values()
        .removeIf(arrivals -> arrivals.stream().allMatch(a -> a.state() == State.NOT_FILED));
    List<String> present =
        month.feeds().stream()
            .sorted(Comparator.comparing(FeedArrival::state).thenComparing(FeedArrival::withErrors))
            .map(StatusArrivals::words)
            .distinct()
            .toList();
    List<List<String>> rows = new ArrayList<>();
    feeds.forEach(
        (feed, arrivals) -> {
          List<String> row = new ArrayList<>();
          row.add(arrivals.get(0).mandatory() ? feed : feed + " (optional)");
          for (String state : present) {
            long count = arrivals.stream().filter(a -> words(a).equals(state)).count();
            row.add(count == 0 ? "" : "%,d".formatted(count));
          }
          rows.add(row);
        });
    Output.fittedTable(writer, Stream.concat(Stream.of("feed"), present.stream()).toList(), rows);
  }

  private static boolean needsLooking(FeedArrival feed) {
    return switch (feed.state()) {
      case LATE, REJECTED, WAITING, MISSING -> true;
      case ACCEPTED, WITH_ERRORS, DUE, NOT_FILED -> false;
    };
  }

  private static List<String> row(FeedArrival feed) {
    return List.of(
        feed.isp(),
        feed.feed(),
        words(feed),
        feed.daysLate() == null ? "" : feed.daysLate().toString(),
        feed.tries() == 0 ? "" : Long.toString(feed.tries()),
        minutes(feed.lastReceived()),
        feed.reason() == null ? "" : feed.reason());
  }

  static String minutes(@Nullable Instant instant) {
    String time = Output.time(instant);
    return time.substring(0, Math.max(0, time.length() - ":00".length()));
  }

  /** A state as a table shows it; late does not hide errors. */
  static String words(FeedArrival feed) {
    return switch (feed.state()) {
      case ACCEPTED -> "accepted";
      case WITH_ERRORS -> "with errors";
      case LATE -> feed.withErrors() ? "late, with errors" : "late";
      case REJECTED -> "refused";
      case WAITING -> "waiting";
      case MISSING -> "missing";
      case DUE -> "due";
      case NOT_FILED -> "not owed, none";
    };
  }

  private static <T> Stream<T> shown(List<T> rows, boolean all) {
    return all ? rows.stream() : rows.stream().limit(SHOWN);
  }

  private static void sayRest(PrintWriter writer, int rows, boolean all) {
    if (!all && rows > SHOWN) {
      writer.println("  and %,d more: --all shows them".formatted(rows - SHOWN));
    }
  }
}
