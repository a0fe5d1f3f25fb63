package org.fxbb.cron.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fxbb.jobs.arrivals.FeedArrival;
import org.fxbb.jobs.arrivals.FeedArrival.State;
import org.fxbb.jobs.arrivals.MonthArrivals;
import org.fxbb.jobs.run.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has filed what of a month, as an operator reads it. */
final class StatusIspsTest {
  private static final Instant CAME = Instant.parse("2026-02-11T04:05:06Z");

  private static FeedArrival feed(
      String isp, String feed, boolean mandatory, State state, boolean withErrors) {
    boolean came = state != State.DUE && state != State.MISSING && state != State.NOT_FILED;
    @Nullable Instant received = came ? CAME : null;
    return new FeedArrival(
        isp,
        feed,
        mandatory,
        state,
        state == State.MISSING,
        null,
        withErrors,
        came ? 1 : 0,
        0,
        received,
        received,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static final MonthArrivals MONTH =
      new MonthArrivals(
          Period.parse("2026-01"),
          Instant.parse("2026-02-10T18:00:00Z"),
          LocalDate.of(2026, 2, 10),
          List.of(),
          List.of(
              feed("isp-0001", "packages", true, State.ACCEPTED, false),
              feed("isp-0001", "pops", true, State.LATE, true),
              feed("isp-0001", "bandwidth", false, State.NOT_FILED, false),
              feed("isp-0002", "packages", true, State.MISSING, false),
              feed("isp-0002", "pops", true, State.MISSING, false),
              feed("isp-0002", "bandwidth", false, State.NOT_FILED, false),
              feed("isp-0003", "packages", true, State.WITH_ERRORS, true),
              feed("isp-0003", "pops", true, State.REJECTED, false),
              feed("isp-0003", "bandwidth", false, State.LATE, false)));

  private static List<String> print(StatusArrivals.Asked asked) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    new StatusArrivals(List.of(MONTH), List.of(), CAME).print(writer, asked);
    writer.flush();
    return out.toString().lines().toList();
  }

  @Test
  void aLinePerIspThoseThatLackMostFirst() {
    assertThat(print(new StatusArrivals.Asked(null, null, false, true)))
        .containsExactly(
            "Filings of 2026-01, due by 2026-02-10, which is past",
            "  3 ISPs: 1 complete (1 of them late, 1 with errors), 1 in part, 1 sent nothing.",
            "  ISP       in force  packages     pops               optional  newest file",
            "  isp-0002    0 of 2  missing      missing",
            "  isp-0003    1 of 2  with errors  refused                   1  2026-02-11 10:05",
            "  isp-0001    2 of 2  accepted     late, with errors            2026-02-11 10:05");
  }

  @Test
  void lateDoesNotHideErrorsAndWhatIsNotOwedIsNotCalledMissing() {
    assertThat(print(new StatusArrivals.Asked(null, null, false, false)))
        .anyMatch(line -> line.endsWith("1 sent nothing. By ISP: --isps"))
        .anyMatch(
            line ->
                line.matches(
                    " +feed +accepted +with errors +late +late, with errors +refused +missing +not owed, none"))
        .anyMatch(line -> line.matches(" +isp-0001 +pops +late, with errors .*"));
  }
}
