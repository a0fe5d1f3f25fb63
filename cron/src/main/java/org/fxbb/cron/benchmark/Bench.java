package org.fxbb.cron.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fxbb.cron.benchmark.BenchmarkOptions.RivalName;

/**
 * What every workload is made with.
 *
 * @param server where databases are made
 * @param data folder for files
 * @param nation made already
 * @param options what to measure
 * @param race runs contenders
 */
record Bench(
    BenchmarkServer server, Path data, Nation nation, BenchmarkOptions options, Race race) {
  private static final long MOST_OF_SLOW_RIVALS = 200_000;

  /** The file loaders among the rivals that were asked for; slow ones do part of the task. */
  List<Contender> loaders(RivalTask task, Set<RivalName> thatFit) {
    List<Contender> loaders = new ArrayList<>();
    if (isAsked(RivalName.PSQL, thatFit)) {
      loaders.add(new FileRival("psql \\copy", "psql", task, task, PsqlLoader::load));
      loaders.add(
          new FileRival(
              "psql \\copy, 2 sessions", "psql", task, task.halved(), PsqlLoader::loadTwoSessions));
    }
    RivalTask part = task.first(MOST_OF_SLOW_RIVALS);
    if (isAsked(RivalName.BATCH, thatFit)) {
      loaders.add(new FileRival("Spring Batch", "", task, part, BatchLoader::load));
    }
    if (isAsked(RivalName.PGLOADER, thatFit)) {
      loaders.add(new FileRival("pgloader", "pgloader", task, part, PgloaderLoader::load));
    }
    return loaders;
  }

  private boolean isAsked(RivalName rival, Set<RivalName> thatFit) {
    return thatFit.contains(rival) && options.rivals().contains(rival);
  }
}
