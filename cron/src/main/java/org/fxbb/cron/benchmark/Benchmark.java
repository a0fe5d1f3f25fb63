package org.fxbb.cron.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.benchmark.BenchmarkOptions.WorkloadName;
import org.fxbb.cron.config.EngineSettings;

/**
 * The engine against what a user would pick instead, on the same data, server and settings, in one
 * go.
 *
 * <p><b>Lifecycle</b>: everything it makes, databases and files, is removed at its end; it never
 * looks at the engine's own database.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when a rival left other rows than the engine, or when its
 * databases cannot be made.
 *
 * <p><b>Source</b>: spec 8.1.
 */
public final class Benchmark {
  private final EngineSettings settings;
  private final LongSupplier nanoClock;
  private final Consumer<String> listener;

  /**
   * A benchmark.
   *
   * @param settings where the engine would work: the benchmark makes a folder of its own there
   * @param nanoClock nanoseconds that pass
   * @param listener told in one line what happens
   */
  public Benchmark(EngineSettings settings, LongSupplier nanoClock, Consumer<String> listener) {
    this.settings = settings;
    this.nanoClock = nanoClock;
    this.listener = listener;
  }

  /** Runs the workloads that were asked for. */
  public List<RaceResult> run(BenchmarkOptions options) {
    Path folder = settings.var().resolve("benchmark");
    Path data = folder.resolve("data");
    try (BenchmarkServer server = BenchmarkServer.open(folder, settings.server())) {
      Folders.remove(data);
      makeFolder(data);
      Nation nation = new Nation(server, data, options.rows(), listener);
      nation.make();
      Race race = new Race(nanoClock, server::checkpoint, new RowsCheck()::requireSame, listener);
      return run(new Bench(server, data, nation, options, race), options.workloads());
    } finally {
      Folders.remove(folder);
    }
  }

  private static List<RaceResult> run(Bench bench, Set<WorkloadName> workloads) {
    List<RaceResult> results = new ArrayList<>();
    for (WorkloadName workload : WorkloadName.values()) {
      if (workloads.contains(workload)) {
        results.addAll(
            switch (workload) {
              case HISTORY -> new HistoryWorkload(bench).run();
              case DUMPS -> new DumpsWorkload(bench).run();
              case FILING -> new FilingWorkload(bench).run();
              case ROLLUP -> new RollupWorkload(bench).run();
            });
      }
    }
    return results;
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot run the benchmark: the folder %s cannot be made (%s). Set fxbb.var to a folder that this user may write."
              .formatted(folder, e.getMessage()),
          e);
    }
  }
}
