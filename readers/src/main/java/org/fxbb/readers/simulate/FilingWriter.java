package org.fxbb.readers.simulate;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes the filings of one ISP for all months into its inbox, between the second and the ninth day
 * of the month after, save where its script says otherwise.
 */
final class FilingWriter {

  private static final Duration LATE_LOW = Duration.ofHours(60);
  private static final Duration LATE_MEDIUM = Duration.ofHours(180);

  private final DropArea area;
  private final NationPlan nation;
  private final SimulatedMonths months;
  private final Streams streams;
  private final IspProfile isp;
  private final IspScript script;
  private final AnswerKey key;

  FilingWriter(
      DropArea area,
      NationPlan nation,
      FaultPlan faults,
      SimulatedMonths months,
      Streams streams,
      IspProfile isp) {
    this.area = area;
    this.nation = nation;
    this.months = months;
    this.streams = streams;
    this.isp = isp;
    this.script = faults.of(isp);
    this.key = faults.key();
  }

  /** Writes every month that {@code book} tells of. */
  void write(SubscriberBook book) throws IOException {
    for (int month = 0; month < months.months().size(); month++) {
      boolean main = month == months.main();
      FilingTables tables =
          new FilingTables(isp, nation.popsOf(isp), book, script, months, month, key);
      YearMonth period = months.months().get(month);
      packages(tables, period, main);
      subscribers(tables, period, main);
      revenue(tables, period, main);
      pops(tables, period, main);
    }
  }

  private boolean has(boolean main, FilingFault fault) {
    return main && script.has(fault);
  }

  private void packages(FilingTables tables, YearMonth period, boolean main) throws IOException {
    CsvTable.Dialect dialect = CsvTable.Dialect.PLAIN;
    if (has(main, FilingFault.SPREADSHEET)) {
      dialect = CsvTable.Dialect.SEMICOLON_BANGLA;
    } else if (has(main, FilingFault.UTF16)) {
      dialect = CsvTable.Dialect.TAB_UTF16;
    }
    String name = name("packages", period, 0);
    area.filing(isp.code(), name, tables.packages().bytes(dialect), arrival("packages", period));
    if (dialect != CsvTable.Dialect.PLAIN) {
      key.add(
          Planted.of(kind(dialect), isp, period, "submission_files", "ACCEPTED")
              .in(name)
              .with("state", "ACCEPTED")
              .with("may_raise", List.of("normalized_value"))
              .saying("An odd way to write a filing that is accepted as it is."));
    }
  }

  private static String kind(CsvTable.Dialect dialect) {
    return dialect == CsvTable.Dialect.TAB_UTF16 ? "utf16_filing" : "spreadsheet_filing";
  }

  private void subscribers(FilingTables tables, YearMonth period, boolean main) throws IOException {
    CsvTable table = tables.subscribers();
    String name = name("subscribers", period, 0);
    if (has(main, FilingFault.BROKEN_ROWS)) {
      breakRows(table, period, name);
    }
    file(name, table, arrival("subscribers", period));
  }

  /** Adds rows that cannot be loaded; what can be loaded stays as it was. */
  private void breakRows(CsvTable table, YearMonth period, String name) {
    int more = Math.max(1, Math.min(3, table.size() / 20));
    String place = isp.locations().get(0).code();
    for (int i = 0; i < more; i++) {
      String code;
      long row;
      switch ((isp.number() + i) % 3) {
        case 0 -> {
          code = "unknown_package";
          row = table.add("P0000-GONE-5", place, "10", "0", "0", "0");
        }
        case 1 -> {
          code = "unknown_location";
          row = table.add(isp.packages().get(0).code(), "999999", "10", "0", "0", "0");
        }
        default -> {
          code = "not_a_number";
          String district = isp.headquarters().district();
          row = table.add(isp.packages().get(0).code(), district, "twelve", "0", "0", "0");
        }
      }
      key.add(
          Planted.of("broken_rows", isp, period, "quarantined_rows", code)
              .in(name)
              .with("row_number", row)
              .with("count", 1)
              .saying("A row too many that cannot be loaded."));
    }
    key.add(
        Planted.of("broken_rows", isp, period, "submission_files", "ACCEPTED_WITH_ERRORS")
            .in(name)
            .with("state", "ACCEPTED_WITH_ERRORS")
            .with("count", more)
            .saying("So few rows are broken that the others are loaded."));
  }

  private void revenue(FilingTables tables, YearMonth period, boolean main) throws IOException {
    CsvTable table = tables.revenue();
    if (!has(main, FilingFault.CORRECTED)) {
      file(name("revenue", period, 0), table, arrival("revenue", period));
      return;
    }
    Instant second = inTime(period, 3);
    file(name("revenue", period, 1), table, second.plus(Duration.ofDays(2)));
    int broken = Math.max(2, table.size() / 3);
    int column = table.column("subscriber_revenue_bdt");
    for (int i = 0; i < broken; i++) {
      table.row(i + 2L).set(column, "n/a");
    }
    String name = name("revenue", period, 0);
    file(name, table, second);
    Planted rejected =
        Planted.of("rejected_then_corrected", isp, period, "submission_files", "REJECTED");
    key.add(
        rejected
            .in(name)
            .with("state", "REJECTED")
            .with("count", broken)
            .with("may_raise", List.of("not_a_number", "too_many_errors"))
            .saying("A third of the rows is broken: nothing of it is loaded."));
    key.add(
        Planted.of("rejected_then_corrected", isp, period, "submission_files", "ACCEPTED")
            .in(name("revenue", period, 1))
            .with("state", "ACCEPTED")
            .saying("The resubmission is right and in time, so nothing is late."));
  }

  private void pops(FilingTables tables, YearMonth period, boolean main) throws IOException {
    CsvTable table = tables.pops(1);
    String name = name("pops", period, 0);
    if (has(main, FilingFault.MISSING)) {
      reporting("missing_filing", period, null, "MISSING", "HIGH", "pops was never filed.");
    } else if (has(main, FilingFault.LATE_LOW)) {
      file(name, table, deadline(period).plus(LATE_LOW));
      reporting("late_filing_low", period, name, "LATE", "LOW", "pops came 2.5 days late.");
    } else if (has(main, FilingFault.LATE_MEDIUM)) {
      file(name, table, deadline(period).plus(LATE_MEDIUM));
      reporting("late_filing_medium", period, name, "LATE", "MEDIUM", "pops came 7.5 days late.");
    } else if (has(main, FilingFault.RESUBMITTED)) {
      resubmit(tables, table, period, name);
    } else {
      file(name, table, arrival("pops", period));
    }
    if (has(main, FilingFault.WRONG_SENDER)) {
      IspProfile other = nation.isps().get(isp.number() % nation.isps().size());
      String foreign = "%s_pops_%s.csv".formatted(other.code(), period);
      file(foreign, tables.pops(0.9), inTime(period, 4));
      refused("wrong_sender", period, foreign, "sender_mismatch", "It is named for another ISP.");
    }
    if (has(main, FilingFault.UNKNOWN_NAME)) {
      String copy = "Copy of " + name;
      file(copy, tables.pops(0.8), inTime(period, 4));
      refused(
          "unknown_file_name", period, copy, "unknown_file_name", "A copy left by a file manager.");
    }
  }

  private void resubmit(FilingTables tables, CsvTable right, YearMonth period, String name)
      throws IOException {
    Instant first = inTime(period, 3);
    file(name, tables.pops(0.5), first);
    file(name("pops", period, 1), right, first.plus(Duration.ofDays(3)));
    key.add(
        Planted.of("resubmission", isp, period, "submission_files", "SUPERSEDED")
            .in(name)
            .with("state", "SUPERSEDED")
            .saying("A later revision is in force."));
    key.add(
        Planted.of("resubmission", isp, period, "submission_files", "ACCEPTED")
            .in(name("pops", period, 1))
            .with("state", "ACCEPTED")
            .saying("The revision in force has other capacities."));
  }

  private void reporting(
      String kind,
      YearMonth period,
      @Nullable String file,
      String state,
      String severity,
      String detail) {
    Planted filing = Planted.of(kind, isp, period, "filing_feeds", state).saying(detail);
    Planted violation =
        Planted.of(kind, isp, period, "sla_violations", "FILING_POPS").saying(detail);
    if (file != null) {
      filing = filing.in(file);
      violation = violation.in(file);
    }
    key.add(filing.with("feed", "pops").with("state", state));
    key.add(violation.with("feed", "pops").with("severity", severity));
  }

  private void refused(String kind, YearMonth period, String file, String code, String detail) {
    key.add(
        Planted.of(kind, isp, period, "submission_notices", code)
            .in(file)
            .with("state", "REJECTED")
            .with("count", 1)
            .saying(detail));
  }

  private void file(String name, CsvTable table, Instant arrival) throws IOException {
    area.filing(isp.code(), name, table.bytes(CsvTable.Dialect.PLAIN), arrival);
  }

  private String name(String feed, YearMonth period, int revision) {
    String suffix = revision == 0 ? "" : "_r" + revision;
    return "%s_%s_%s%s.csv".formatted(isp.code(), feed, period, suffix);
  }

  /** An office hour between the second and the ninth. */
  private Instant arrival(String feed, YearMonth period) {
    SplittableRandom random = streams.of("arrival/" + isp.code() + "/" + feed + "/" + period);
    return inTime(period, 2 + random.nextInt(7)).plusSeconds(random.nextInt(8 * 3_600));
  }

  private static Instant inTime(YearMonth period, int dayOfNextMonth) {
    LocalDate day = period.plusMonths(1).atDay(dayOfNextMonth);
    return SimulatedMonths.startOf(day).plus(Duration.ofHours(9));
  }

  /**
   * Midnight after the 10th or, where that is a Friday or Saturday, after the next Sunday. Other
   * holidays may move the real deadline by a day or two: late filings are so late that they stay
   * what they are.
   */
  static Instant deadline(YearMonth period) {
    LocalDate day = period.plusMonths(1).atDay(10);
    while (day.getDayOfWeek() == DayOfWeek.FRIDAY || day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      day = day.plusDays(1);
    }
    return SimulatedMonths.startOf(day.plusDays(1));
  }
}
