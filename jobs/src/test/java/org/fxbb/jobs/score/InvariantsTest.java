package org.fxbb.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.fxbb.jobs.policy.Policy;
import org.fxbb.jobs.verdict.Isp;
import org.fxbb.jobs.verdict.MonthJudge;
import org.fxbb.jobs.verdict.Pop;
import org.fxbb.jobs.verdict.PopDay;
import org.fxbb.jobs.verdict.PopMonth;
import org.fxbb.jobs.verdict.Reason;
import org.fxbb.jobs.verdict.Samples;
import org.fxbb.jobs.verdict.Severity;
import org.fxbb.jobs.verdict.Subject.Level;
import org.fxbb.jobs.verdict.Subscribers;
import org.fxbb.jobs.verdict.Threshold;
import org.fxbb.jobs.verdict.Verdict;
import org.fxbb.jobs.verdict.VerdictRow;
import org.junit.jupiter.api.Test;

/** Spec 5.6: what a score must not depend on. */
final class InvariantsTest {
  private static final int DAYS = 31;
  private static final Isp ISP = new Isp(1, "isp-0001", "NATIONWIDE");
  private static final Threshold SPEED =
      new Threshold(1, "DOWNLOAD_SPEED", "", true, 80, Threshold.Statistic.SHARE, 0.8, true, 100);
  private static final Threshold AVAILABILITY =
      new Threshold(
          2, "AVAILABILITY", "", true, 99.5, Threshold.Statistic.RATIO, 0.995, false, 100);
  private static final Policy POLICY = policy();

  private static Policy policy() {
    Map<String, BigDecimal> numbers = new HashMap<>();
    Map.of(
            "interval.confidence", 95,
            "evidence.represented", 50,
            "evidence.day-share", 50,
            "evidence.days", 20,
            "evidence.partial-days", 10,
            "evidence.coverage", 75,
            "evidence.coverage-availability", 95,
            "points.reporting-cap", 15,
            "score.min-represented", 50,
            "score.min-judged-weight", 70)
        .forEach((name, value) -> numbers.put(name, BigDecimal.valueOf(value)));
    Map.of(
            "evidence.partial-days-share", 66.6666667,
            "severity.DOWNLOAD_SPEED.MEDIUM", 70.0,
            "severity.DOWNLOAD_SPEED.HIGH", 60.0,
            "severity.DOWNLOAD_SPEED.CRITICAL", 40.0,
            "severity.AVAILABILITY.MEDIUM", 99.0,
            "severity.AVAILABILITY.HIGH", 98.0,
            "severity.AVAILABILITY.CRITICAL", 95.0,
            "score.availability-zero", 95.0)
        .forEach((name, value) -> numbers.put(name, BigDecimal.valueOf(value)));
    Map.of(
            "points.LOW", 2,
            "points.MEDIUM", 5,
            "points.HIGH", 10,
            "points.CRITICAL", 15,
            "tier.EXCELLENT", 95,
            "tier.GOOD", 85,
            "tier.SATISFACTORY", 70,
            "tier.NEEDS_IMPROVEMENT", 50)
        .forEach((name, value) -> numbers.put(name, BigDecimal.valueOf(value)));
    numbers.put("reporting-score.on-time", BigDecimal.valueOf(25));
    numbers.put("reporting-score.late", BigDecimal.valueOf(12.5));
    return new Policy("test", numbers, Map.of("score-unit", "WEIGHTED"));
  }

  private static Pop pop(long id) {
    return new Pop(id, 1, "isp-0001", "pop-" + id, "3026", "30", 1, true);
  }

  /** A month of speed tests, 16 a day, whose share of good ones differs from day to day. */
  private static List<float[]> speeds(Random random, double share) {
    List<float[]> days = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      float[] samples = new float[16];
      double ofDay = Math.min(1, Math.max(0, share + 0.1 * random.nextGaussian()));
      for (int i = 0; i < samples.length; i++) {
        samples[i] = random.nextDouble() < ofDay ? 95 : 50 + random.nextInt(25);
      }
      Arrays.sort(samples);
      days.add(samples);
    }
    return days;
  }

  private static PopMonth speedMonth(long pop, List<float[]> samples) {
    List<PopDay> days = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      int tests = samples.get(day).length;
      PopDay.Counts counts = new PopDay.Counts(tests, 16, 0, 0, 0, PopDay.Left.ZERO);
      days.add(
          new PopDay(day, Samples.ofAscending(samples.get(day)), Samples.NONE, counts, counts));
    }
    return new PopMonth(pop(pop), DAYS, days);
  }

  /** Slots of a month: so many OUTAGE, so many without a judgement, the rest in service. */
  private static PopMonth slotMonth(long pop, int[] outage, int[] missing) {
    List<PopDay> days = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      int judged = 96 - missing[day];
      PopDay.Counts counts =
          new PopDay.Counts(
              judged, 96, judged - outage[day], judged, missing[day], PopDay.Left.ZERO);
      days.add(new PopDay(day, Samples.NONE, Samples.NONE, counts, counts));
    }
    return new PopMonth(pop(pop), DAYS, days);
  }

  private static VerdictRow judge(Threshold threshold, List<PopMonth> pops) {
    MonthJudge judge =
        new MonthJudge(
            POLICY,
            new Subscribers(Map.of(1L, Map.of("3026", 5_000L))),
            Map.of("3026", "30"),
            false);
    return judge.judge(threshold.parameter(), Map.of("", threshold), List.of(ISP), pops).stream()
        .filter(row -> row.subject().level() == Level.ISP)
        .findFirst()
        .orElseThrow();
  }

  private static Score score(VerdictRow speed, VerdictRow availability) {
    List<Breach> breaches = new ArrayList<>();
    for (VerdictRow row : List.of(speed, availability)) {
      if (row.verdict() == Verdict.BREACHES) {
        Severity severity = Objects.requireNonNull(row.severity());
        breaches.add(new Breach(row.parameter(), severity, false, 0, false, false));
      }
    }
    return new Scoring(POLICY)
        .score(
            new IspMonth(
                1,
                List.of(
                    result("SPEED", 20, speed, SPEED),
                    result("AVAILABILITY", 20, availability, AVAILABILITY)),
                breaches,
                List.of(),
                100,
                new IspMonth.Feeds(4, 0, true)));
  }

  private static ParameterResult result(
      String category, double weight, VerdictRow row, Threshold threshold) {
    return new ParameterResult(
        row.parameter(),
        category,
        weight,
        true,
        row.verdict(),
        row.reason(),
        row.attained(),
        threshold.required());
  }

  private static int[] outages(int slots) {
    int[] outage = new int[DAYS];
    for (int slot = 0; slot < slots; slot++) {
      outage[slot % DAYS]++;
    }
    return outage;
  }

  @Test
  void cloningThePopsOfAnIspLeavesItsScore() {
    for (double share : new double[] {0.95, 0.7, 0.5, 0.2}) {
      List<float[]> speeds = speeds(new Random(7), share);
      int[] outage = outages(40);
      int[] none = new int[DAYS];
      Score one =
          score(
              judge(SPEED, List.of(speedMonth(1, speeds))),
              judge(AVAILABILITY, List.of(slotMonth(1, outage, none))));
      Score three =
          score(
              judge(
                  SPEED,
                  List.of(speedMonth(1, speeds), speedMonth(2, speeds), speedMonth(3, speeds))),
              judge(
                  AVAILABILITY,
                  List.of(
                      slotMonth(1, outage, none),
                      slotMonth(2, outage, none),
                      slotMonth(3, outage, none))));

      assertThat(three.overall()).as("share %s", share).isEqualTo(one.overall());
      assertThat(three.tier()).isEqualTo(one.tier());
    }
  }

  @Test
  void permutingTheDaysLeavesEverything() {
    Random random = new Random(11);
    List<float[]> speeds = speeds(random, 0.72);
    VerdictRow before = judge(SPEED, List.of(speedMonth(1, speeds)));
    Collections.shuffle(speeds, random);
    VerdictRow after = judge(SPEED, List.of(speedMonth(1, speeds)));

    assertThat(after.verdict()).isEqualTo(before.verdict());
    assertThat(after.severity()).isEqualTo(before.severity());
    assertThat(after.attained()).isEqualTo(before.attained());
    assertThat(after.statistic()).isEqualTo(before.statistic());
    assertThat((float) after.interval().low()).isEqualTo((float) before.interval().low());
    assertThat((float) after.interval().high()).isEqualTo((float) before.interval().high());
  }

  @Test
  void droppingFivePercentOfTheSlotsAtRandomMakesNoBreach() {
    Random random = new Random(13);
    for (int round = 0; round < 200; round++) {
      int[] outage = outages(14);
      int[] missing = new int[DAYS];
      for (int slot = 0; slot < DAYS * 96; slot++) {
        if (random.nextDouble() < 0.05) {
          int day = slot / 96;
          missing[day]++;
          outage[day] -= random.nextInt(96) < outage[day] ? 1 : 0;
        }
      }

      assertThat(judge(AVAILABILITY, List.of(slotMonth(1, outage, missing))).verdict())
          .isNotEqualTo(Verdict.BREACHES);
    }
  }

  @Test
  void droppingTheWorstFivePercentDoesNotTurnABreachIntoMeets() {
    int dropped = (int) Math.ceil(DAYS * 96 * 0.05);
    assertThat(
            judge(AVAILABILITY, List.of(slotMonth(1, outages(dropped), new int[DAYS]))).verdict())
        .isEqualTo(Verdict.BREACHES);

    VerdictRow without =
        judge(AVAILABILITY, List.of(slotMonth(1, new int[DAYS], outages(dropped))));

    assertThat(without.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(without.reason()).isEqualTo(Reason.LOW_COVERAGE);
  }

  @Test
  void aSpeedOnTheLimitMeetsAndOneBelowIsNotYetProven() {
    List<float[]> onTheLimit = new ArrayList<>();
    List<float[]> below = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      onTheLimit.add(new float[] {50, 80, 80, 80, 80, 50, 80, 80, 80, 80});
      below.add(new float[] {50, 80, 80, 80, 80, 50, 80, 80, 80, day == 0 ? 79.99f : 80});
    }
    onTheLimit.forEach(Arrays::sort);
    below.forEach(Arrays::sort);

    assertThat(judge(SPEED, List.of(speedMonth(1, onTheLimit))).reason())
        .isEqualTo(Reason.LOW_COVERAGE);
    assertThat(judge(SPEED, List.of(speedMonth(1, twice(onTheLimit)))).verdict())
        .isEqualTo(Verdict.MEETS);
    assertThat(judge(SPEED, List.of(speedMonth(1, twice(below)))).reason())
        .isEqualTo(Reason.BELOW_NOT_PROVEN);
  }

  private static List<float[]> twice(List<float[]> days) {
    return days.stream()
        .map(
            day -> {
              float[] both = Arrays.copyOf(day, 2 * day.length);
              System.arraycopy(day, 0, both, day.length, day.length);
              Arrays.sort(both);
              return both;
            })
        .toList();
  }
}
