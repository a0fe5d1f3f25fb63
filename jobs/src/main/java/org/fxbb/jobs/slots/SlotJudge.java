package org.fxbb.jobs.slots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.rollup.DayShare;
import org.fxbb.jobs.rollup.DayWindow;
import org.fxbb.jobs.rollup.DirtyMarks;
import org.fxbb.jobs.rollup.WitnessRollup;
import org.fxbb.jobs.run.Period;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Judges the quarter hours of PoPs and gathers the values of their days.
 *
 * <p><b>Lifecycle</b>: call inside a transaction. Whole PoP-days are replaced, so the result
 * depends on the rows that are there and on the clock alone, never on the order of arrival.
 *
 * <p><b>Source</b>: spec 5.2 and 5.3.
 */
public final class SlotJudge {
  private static final String SCRATCH = SqlText.of(SlotJudge.class, "scratch");
  private static final String MARK_DUE = SqlText.of(SlotJudge.class, "markDue");
  private static final String ALL_POPS = SqlText.of(SlotJudge.class, "allPops");
  private static final String CAPACITY = SqlText.of(SlotJudge.class, "upstreamCapacity");
  private static final List<String> GATHER =
      statements("dayPops", "busyHours", "excludedSlots", "dayTests");
  private static final String DRAFTS = SqlText.of(SlotJudge.class, "drafts");
  private static final List<String> JUDGE =
      statements(
          "witness",
          "deleteSlots",
          "insertSlots",
          "deletePopDays",
          "insertPopDays",
          "upstreamCapacity",
          "insertUtilisation",
          "markOutages");

  private final NamedParameterJdbcTemplate jdbc;
  private final DirtyMarks marks;
  private final Policies policies;
  private final Clock clock;

  /** Works through the given template; slots are judged up to the time of the clock. */
  public SlotJudge(NamedParameterJdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.marks = new DirtyMarks(jdbc);
    this.policies = new Policies(jdbc);
    this.clock = clock;
  }

  /** Judges the marked PoPs of one Dhaka day. */
  public void refresh(LocalDate day) {
    refresh(DayShare.whole(day));
  }

  /** Judges the marked PoPs of a share of a day; shares may run at once. */
  public void refresh(DayShare share) {
    marks.lockShared(WitnessRollup.REOPEN_LOCK);
    if (marks.take(DirtyMarks.SLOTS, share) == 0) {
      return;
    }
    Map<String, Object> parameters = parameters(new DayWindow(share.day()));
    jdbc.getJdbcOperations().execute(SCRATCH);
    GATHER.forEach(statement -> jdbc.update(statement, parameters));
    jdbc.getJdbcOperations().execute("ANALYZE day_pops, day_tests");
    jdbc.update(DRAFTS, parameters);
    jdbc.getJdbcOperations().execute("ANALYZE slot_drafts");
    JUDGE.forEach(statement -> jdbc.update(statement, parameters));
  }

  /**
   * Marks the PoP-days of the period that are due and not fully judged by now, or whose windows or
   * filed capacity may have changed.
   *
   * @return how many PoP-days were marked
   */
  public int markDue(Period period) {
    DayWindow window = new DayWindow(period.first());
    Map<String, Object> parameters = parameters(window);
    parameters.put("first", period.first());
    parameters.put("last", period.last());
    parameters.put("to", DayWindow.timestamp(period.end()));
    jdbc.getJdbcOperations().execute(SCRATCH);
    jdbc.update(ALL_POPS, parameters);
    jdbc.update(CAPACITY, parameters);
    return jdbc.update(MARK_DUE, parameters);
  }

  private Map<String, Object> parameters(DayWindow window) {
    Map<String, Object> parameters =
        new HashMap<>(window.parameters(policies.inForce(window.day()).parameters()));
    parameters.put("now", DayWindow.timestamp(clock.instant()));
    return parameters;
  }

  private static List<String> statements(String... names) {
    return List.of(names).stream().map(n -> SqlText.of(SlotJudge.class, n)).toList();
  }
}
