package org.fxbb.cron.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fxbb.cron.benchmark.BenchmarkOptions.RivalName;
import org.fxbb.cron.benchmark.BenchmarkOptions.WorkloadName;
import org.fxbb.cron.config.EngineSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A very small benchmark of everything: who is listed, never how fast. */
final class BenchmarkIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void aWorkloadListsTheEngineAndEveryRivalAndNothingStays() {
    List<RaceResult> results = run(EnumSet.of(WorkloadName.DUMPS), false);

    assertThat(names(results))
        .containsExactly(
            "dumps: engine",
            "dumps: psql \\copy",
            "dumps: psql \\copy, 2 sessions",
            "dumps: Spring Batch");
    assertAllRan(results);
  }

  @Test
  @Tag("proof")
  void everyWorkloadListsTheEngineAndEveryRivalAndNothingStays() {
    List<RaceResult> results = run(EnumSet.allOf(WorkloadName.class), true);

    assertThat(names(results))
        .containsExactly(
            "history interfaces: engine",
            "history interfaces: psql \\copy",
            "history interfaces: psql \\copy, 2 sessions",
            "history interfaces: Spring Batch",
            "history interfaces: pgloader",
            "history interfaces, days hold 10 x: engine",
            "history interfaces, days hold 10 x: psql \\copy",
            "history interfaces, days hold 10 x: psql \\copy, 2 sessions",
            "history interfaces, days hold 10 x: Spring Batch",
            "history interfaces, days hold 10 x: pgloader",
            "history qos: engine",
            "history qos: psql \\copy",
            "history qos: psql \\copy, 2 sessions",
            "history qos: Spring Batch",
            "history qos: pgloader",
            "dumps: engine",
            "dumps: psql \\copy",
            "dumps: psql \\copy, 2 sessions",
            "dumps: Spring Batch",
            "filing: engine",
            "filing: psql \\copy",
            "filing: psql \\copy, 2 sessions",
            "filing: Spring Batch",
            "filing: pgloader",
            "roll-up, 1 % of agents late: engine",
            "roll-up, 1 % of agents late: recompute in SQL",
            "roll-up, 1 % late of all agents: engine",
            "roll-up, 1 % late of all agents: recompute in SQL");
    assertAllRan(results);
  }

  private List<RaceResult> run(EnumSet<WorkloadName> workloads, boolean preloaded) {
    return new Benchmark(new EngineSettings(folder, null), System::nanoTime, line -> {})
        .run(new BenchmarkOptions(2_000, 1, workloads, EnumSet.allOf(RivalName.class), preloaded));
  }

  private void assertAllRan(List<RaceResult> results) {
    for (RaceResult result : results) {
      for (RaceResult.Line line : result.lines()) {
        String program = line.contender().split(" ", -1)[0];
        boolean absent =
            Set.of("psql", "pgloader").contains(program) && !RivalProcess.isInstalled(program);
        assertThat(line.rowsPerSecond() == null)
            .as("%s of %s did not run: %s", line.contender(), result.race(), line.note())
            .isEqualTo(absent);
        assertThat(line.note().equals("not installed")).isEqualTo(absent);
      }
    }
    assertThat(folder.resolve("benchmark")).doesNotExist();
  }

  private static List<String> names(List<RaceResult> results) {
    List<String> names = new ArrayList<>();
    results.forEach(
        result ->
            result.lines().forEach(line -> names.add(result.race() + ": " + line.contender())));
    return names;
  }
}
