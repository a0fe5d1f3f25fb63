package org.fxbb.cron.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Turns, ratios and refusals, with contenders that only move a clock. */
final class RaceTest {
  private static final long SECOND = 1_000_000_000;

  private final List<String> happened = new ArrayList<>();
  private long now;

  /** Takes the given seconds for 100 rows, one run after the other. */
  private final class Runner implements Contender {
    private final String name;
    private final Deque<Long> seconds;

    Runner(String name, Long... seconds) {
      this.name = name;
      this.seconds = new ArrayDeque<>(List.of(seconds));
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<String> missing() {
      return seconds.isEmpty() ? Optional.of("not installed") : Optional.empty();
    }

    @Override
    public void prepare() {
      now += 17 * SECOND;
      happened.add("prepare " + name);
    }

    @Override
    public Work run() {
      long took = seconds.remove();
      if (took == 0) {
        throw new IllegalStateException(name + " fell");
      }
      seconds.add(took);
      now += took * SECOND;
      happened.add("run " + name);
      return new Work(100, 0);
    }

    @Override
    public void finish() {
      now += 23 * SECOND;
      happened.add("finish " + name);
    }

    @Override
    public List<CheckedRows> rows() {
      return List.of();
    }

    @Override
    public DataSource database() {
      return new PGSimpleDataSource();
    }
  }

  private Race race() {
    return new Race(
        () -> now,
        () -> happened.add("settle"),
        (name, engine, rival) -> happened.add("check " + rival.name()),
        line -> {});
  }

  @Test
  void contendersTakeTurnsAndEachRivalIsCheckedAgainstTheEngine() {
    race().run("load", 2, new Runner("engine", 1L), List.of(new Runner("rival", 2L)));

    List<String> round =
        List.of(
            "prepare engine",
            "settle",
            "run engine",
            "finish engine",
            "prepare rival",
            "settle",
            "run rival",
            "finish rival",
            "check rival");
    assertThat(happened).startsWith(round.toArray(String[]::new)).hasSize(2 * round.size());
    assertThat(happened.subList(round.size(), 2 * round.size())).isEqualTo(round);
  }

  @Test
  void ratesAndRatiosAreThoseOfTheRunsAloneRoundByRound() {
    RaceResult result =
        race()
            .run(
                "load",
                3,
                new Runner("engine", 1L, 2L, 4L),
                List.of(new Runner("rival", 8L, 2L, 2L)));

    assertThat(result.lines().get(0).rowsPerSecond()).isEqualTo(new Spread(25, 50, 100));
    assertThat(result.lines().get(0).ratio()).isNull();
    assertThat(result.lines().get(1).rowsPerSecond()).isEqualTo(new Spread(12.5, 50, 50));
    assertThat(result.lines().get(1).ratio()).isEqualTo(new Spread(0.5, 1, 8));
  }

  @Test
  void aRivalThatIsNotInstalledIsListedAndNotRun() {
    RaceResult result =
        race().run("load", 1, new Runner("engine", 1L), List.of(new Runner("absent")));

    RaceResult.Line line = result.lines().get(1);
    assertThat(line.contender()).isEqualTo("absent");
    assertThat(line.note()).isEqualTo("not installed");
    assertThat(line.rowsPerSecond()).isNull();
    assertThat(happened).noneMatch(event -> event.contains("absent"));
  }

  @Test
  void aRunThatFailsIsFinishedAndTold() {
    Race race = race();
    assertThatThrownBy(
            () -> race.run("load", 1, new Runner("engine", 0L), List.of(new Runner("rival", 1L))))
        .hasMessage("engine fell");
    assertThat(happened).containsExactly("prepare engine", "settle", "finish engine");
  }

  @Test
  void otherRowsStopTheRace() {
    Race race =
        new Race(
            () -> now,
            () -> {},
            (name, engine, rival) -> {
              throw new EngineFailure(name + ": rows differ");
            },
            line -> {});
    assertThatThrownBy(
            () -> race.run("load", 2, new Runner("engine", 1L), List.of(new Runner("rival", 1L))))
        .hasMessage("load: rows differ");
    assertThat(happened).doesNotContain("settle").filteredOn("run engine"::equals).hasSize(1);
  }
}
