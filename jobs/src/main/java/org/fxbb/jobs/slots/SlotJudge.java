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
import org.fxbb.jobs.run.ProfiledSql;
import org.fxbb.writers.profile.WorkProfile;
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
  private static final List<String> GATHER =
      List.of("dayPops", "busyHours", "excludedSlots", "dayTests");
  private static final List<String> JUDGE =
      List.of(
          "witness",
          "deleteSlots",
          "insertSlots",
          "deletePopDays",
          "insertPopDays",
          "upstreamCapacity",
          "insertUtilisation",
          "markOutages");

  private final ProfiledSql sql;
  private final DirtyMarks marks;
  private final Policies policies;
  private final Clock clock;

  /**
   * Works through the given template and notes where its time goes; slots are judged up to the time
   * of the clock.
   */
  public SlotJudge(NamedParameterJdbcTemplate jdbc, Clock clock, WorkProfile profile) {
    this.sql = new ProfiledSql(SlotJudge.class, jdbc, profile);
    this.marks = new DirtyMarks(jdbc, profile);
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
    sql.make("scratch");
    GATHER.forEach(statement -> sql.update(statement, parameters));
    sql.analyze("day_pops, day_tests");
    sql.update("drafts", parameters);
    sql.analyze("slot_drafts");
    JUDGE.forEach(statement -> sql.update(statement, parameters));
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
    sql.make("scratch");
    sql.update("allPops", parameters);
    sql.update("upstreamCapacity", parameters);
    return sql.update("markDue", parameters);
  }

  private Map<String, Object> parameters(DayWindow window) {
    Map<String, Object> parameters =
        new HashMap<>(window.parameters(policies.inForce(window.day()).parameters()));
    parameters.put("now", DayWindow.timestamp(clock.instant()));
    return parameters;
  }
}
