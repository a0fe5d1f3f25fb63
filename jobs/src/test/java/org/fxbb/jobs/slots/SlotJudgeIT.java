package org.fxbb.jobs.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.fxbb.jobs.judge.TestNation;
import org.fxbb.jobs.rollup.DayWindow;
import org.fxbb.jobs.rollup.TargetDown;
import org.fxbb.jobs.rollup.WitnessRollup;
import org.fxbb.writers.profile.WorkProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spec 5.3: what a quarter hour is, by tests and by the other witness. */
final class SlotJudgeIT {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final Clock NEXT_NIGHT =
      Clock.fixed(Instant.parse("2026-01-31T19:00:00Z"), ZoneOffset.UTC);

  private TestNation nation = new TestNation();
  private long isp;
  private long pop;
  private long agent;

  @BeforeEach
  void aNationOfOnePop() {
    nation = new TestNation();
    nation.partitions(LocalDate.of(2025, 12, 25), LocalDate.of(2026, 2, 2));
    isp = nation.isp("isp-0001");
    pop = nation.pop(isp, "dhk-1", "3026", START);
    agent = nation.qosAgent(pop, START);
  }

  private void judge() {
    judge(DAY);
  }

  private void judge(LocalDate day) {
    nation.commit(() -> new WitnessRollup(nation.jdbc, new WorkProfile()).refresh(day));
    nation.commit(() -> new TargetDown(nation.jdbc, new WorkProfile()).refresh(day));
    nation.commit(() -> new SlotJudge(nation.jdbc, NEXT_NIGHT, new WorkProfile()).refresh(day));
    nation.commit(() -> new Outages(nation.jdbc, new WorkProfile()).refresh(day));
  }

  private String statuses() {
    return nation
        .texts(
            """
            SELECT coalesce(string_agg(status || coalesce(' ' || nullif(reason, ''), '') || ' ' || n, ', ' ORDER BY status, reason), '')
            FROM (SELECT status, reason, count(*) AS n FROM availability_slots GROUP BY status, reason) s
            """)
        .get(0);
  }

  @Test
  void theCheckOfTheSpecificationHolds() {
    nation.tests(pop, agent, DAY, 0, 80, "GOOD");
    nation.tests(pop, agent, DAY, 80, 10, "SLOW");
    nation.tests(pop, agent, DAY, 90, 4, "BAD");
    nation.tests(pop, agent, DAY, 94, 2, "FAILED");

    judge();

    assertThat(statuses()).isEqualTo("AVAILABLE 80, DEGRADED 10, OUTAGE SINGLE_WITNESS 2, POOR 4");
    assertThat(
            nation.texts(
                """
                SELECT round(100.0 * count(*) FILTER (WHERE status <> 'OUTAGE') / count(*), 2)
                  || ' ' || round(100 * sum(slot_value) / count(*), 2)
                FROM availability_slots
                """))
        .containsExactly("97.92 89.58");
    assertThat(
            nation.texts(
                "SELECT started_at AT TIME ZONE 'Asia/Dhaka' || ' ' || slots || ' ' || is_open || ' ' || witness FROM outages"))
        .containsExactly("2026-01-31 23:30:00 2 true SINGLE_WITNESS");
  }

  @Test
  void aSilentAgentBesideNothingIsUnknown() {
    nation.mark("availability_slots", pop, DAY);

    judge();

    assertThat(statuses()).isEqualTo("UNKNOWN 96");
  }

  @Test
  void aSilentAgentBesideHealthyTrafficIsNotMeasured() {
    nation.polls(pop, nation.target(pop, "DOWNSTREAM", ""), DAY, 0, 96, 500_000_000, "UP");

    judge();

    assertThat(statuses()).isEqualTo("NOT_MEASURED AGENT_SILENT 96");
  }

  @Test
  void aSilentAgentBesideADeadInterfaceIsAnOutage() {
    long target = nation.target(pop, "DOWNSTREAM", "");
    nation.polls(pop, target, DAY, 0, 40, 500_000_000, "UP");
    nation.polls(pop, target, DAY, 40, 8, 0, "DOWN");
    nation.polls(pop, target, DAY, 48, 48, 500_000_000, "UP");
    nation.tests(pop, agent, DAY, 0, 40, "GOOD");
    nation.tests(pop, agent, DAY, 48, 48, "GOOD");

    judge();

    assertThat(statuses()).isEqualTo("AVAILABLE 88, OUTAGE INTERFACE_DOWN 8");
    assertThat(nation.texts("SELECT minutes || ' ' || is_open || ' ' || witness FROM outages"))
        .containsExactly("120 false CORROBORATED");
  }

  @Test
  void trafficIsHeldAgainstTheUsualOfTheSameQuarterHour() {
    long target = nation.target(pop, "DOWNSTREAM", "");
    nation.polls(pop, target, DAY.minusDays(1), 0, 96, 1_000, "UP");
    nation.polls(pop, target, DAY.minusDays(2), 0, 96, 1_000, "UP");
    nation.polls(pop, target, DAY, 0, 48, 200, "UP");
    nation.polls(pop, target, DAY, 48, 48, 199, "UP");

    judge();

    assertThat(statuses()).isEqualTo("NOT_MEASURED AGENT_SILENT 48, UNKNOWN 48");
  }

  @Test
  void lateWitnessRowsOfADayBeforeReopenWhatTheyDecide() {
    long target = nation.target(pop, "DOWNSTREAM", "");
    nation.polls(pop, target, DAY, 0, 96, 199, "UP");
    judge();
    assertThat(statuses()).isEqualTo("NOT_MEASURED AGENT_SILENT 96");

    nation.polls(pop, target, DAY.minusDays(1), 0, 96, 1_000, "UP");
    nation.commit(
        () -> new WitnessRollup(nation.jdbc, new WorkProfile()).refresh(DAY.minusDays(1)));
    judge();

    assertThat(statuses()).isEqualTo("UNKNOWN 96");
  }

  @Test
  void sessionsBelowATenthOfUsualAreAnOutage() {
    nation.sessions(isp, "bras-1", DAY.minusDays(1), 0, 96, 1_000);
    nation.sessions(isp, "bras-1", DAY, 0, 48, 100);
    nation.sessions(isp, "bras-1", DAY, 48, 48, 99);

    judge();

    assertThat(statuses()).isEqualTo("OUTAGE SESSIONS_LOST 48, UNKNOWN 48");
  }

  @Test
  void aDeviceThatRestartedInsideTheGapWasDown() {
    long target = nation.target(pop, "DOWNSTREAM", "");
    nation.tests(pop, agent, DAY, 0, 40, "GOOD");
    nation.tests(pop, agent, DAY, 44, 52, "GOOD");
    nation.polls(pop, target, DAY, 0, 40, 500, "UP");
    nation.polls(pop, target, DAY, 44, 52, 500, "UP");
    nation.run(
        "UPDATE ts_interface_metrics SET restarted = true WHERE time = :at",
        Map.of("at", DayWindow.midnight(DAY).plusHours(11)));

    judge();

    assertThat(statuses()).isEqualTo("AVAILABLE 92, OUTAGE DEVICE_RESTARTED 4");
  }

  @Test
  void anAgentThatSaysItIsInErrorMeasuresNothing() {
    nation.tests(pop, agent, DAY, 0, 96, "FAILED");
    nation.run(
        """
        INSERT INTO api_submissions (id, originator, submission_uuid, pop_id, period_start, submission_time, content_hash, agent_status, submission_file_id, line_number)
        VALUES (1, 'QOS_AGENT', gen_random_uuid(), :pop, :at, :at, 1, 'ERROR', 1, 1)
        """,
        Map.of("pop", pop, "at", DayWindow.midnight(DAY)));

    judge();

    assertThat(statuses()).isEqualTo("NOT_MEASURED AGENT_FAULT 96");
  }

  @Test
  void aPlannedWindowCountsOnlyAnnouncedThreeDaysAheadAndOutsideBusyHours() {
    nation.tests(pop, agent, DAY, 0, 96, "GOOD");
    window("PLANNED", 2, 4, 72);
    window("PLANNED", 5, 6, 71);
    window("PLANNED", 18, 20, 100);
    window("CALAMITY", 12, 13, 0);

    judge();

    assertThat(statuses()).isEqualTo("AVAILABLE 80, EXCLUDED CALAMITY 4, EXCLUDED PLANNED 12");
  }

  @Test
  void aMonthExcludesEightPlannedHoursAtMost() {
    nation.tests(pop, agent, DAY, 0, 96, "GOOD");
    window("PLANNED", 0, 9, 100);

    judge();

    assertThat(statuses()).isEqualTo("AVAILABLE 64, EXCLUDED PLANNED 32");
  }

  @Test
  void aSlotIsJudgedThirtyMinutesAfterItsEnd() {
    nation.tests(pop, agent, DAY, 0, 96, "GOOD");
    Clock noon = Clock.fixed(DayWindow.midnight(DAY).plusHours(12).toInstant(), ZoneOffset.UTC);
    nation.commit(() -> new TargetDown(nation.jdbc, new WorkProfile()).refresh(DAY));
    nation.commit(() -> new SlotJudge(nation.jdbc, noon, new WorkProfile()).refresh(DAY));

    assertThat(
            nation.texts(
                "SELECT max(slot_start) AT TIME ZONE 'Asia/Dhaka' || '' FROM availability_slots"))
        .containsExactly("2026-01-31 11:15:00");
  }

  @Test
  void valuesOfADayHoldEverySampleAndWhatWasDue() {
    nation.tests(pop, agent, DAY, 0, 76, "GOOD");
    nation.tests(pop, agent, DAY, 76, 4, "SLOW");
    nation.tests(pop, agent, DAY, 80, 4, "FAILED");
    nation.polls(pop, nation.target(pop, "DOWNSTREAM", ""), DAY, 0, 96, 500, "UP");

    judge();

    assertThat(
            nation.texts(
                """
                SELECT parameter_code || ' ' || cardinality(samples) || '/' || tests || '/' || due || ' ' || samples[1] || ' ' || coalesce(numerator, 0)
                FROM qos_pop_day_values WHERE busy AND cardinality(samples) > 0 ORDER BY parameter_code
                """))
        .containsExactly(
            "DNS 12/8/16 900 0",
            "DOWNLOAD_SPEED 8/8/16 0 0",
            "HTTP_REACHABILITY 8/8/16 0 0",
            "JITTER 8/8/16 2 0",
            "LATENCY_INTERNATIONAL 8/8/16 120 0",
            "LATENCY_IX 8/8/16 9 0",
            "LATENCY_NATIONAL 8/8/16 12 0",
            "PACKET_LOSS 8/8/16 0 400",
            "UPLOAD_SPEED 8/8/16 0 0");
  }

  private void window(String kind, int fromHour, int toHour, int announcedHoursAhead) {
    var from = DayWindow.midnight(DAY).plusHours(fromHour);
    nation.run(
        """
        INSERT INTO maintenance_windows (isp_id, pop_id, kind, starts_at, ends_at, announced_at, approved_at, approved_by, document_reference)
        VALUES (:isp, :pop, :kind, :from, :to, :announced, :announced, 'officer', 'doc')
        """,
        Map.of(
            "isp", isp,
            "pop", pop,
            "kind", kind,
            "from", from,
            "to", DayWindow.midnight(DAY).plusHours(toHour),
            "announced", from.minusHours(announcedHoursAhead)));
  }
}
