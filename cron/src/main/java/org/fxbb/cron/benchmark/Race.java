package org.fxbb.cron.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.fxbb.cron.benchmark.Contender.Work;
import org.fxbb.cron.benchmark.RaceResult.Measurement;

/**
 * The engine and its rivals in turns, round after round, each from the same fresh state, so that
 * all see the same machine.
 *
 * <p><b>Errors</b>: {@link org.fxbb.cron.EngineFailure} from the check when a rival left other rows
 * than the engine.
 */
final class Race {
  private final LongSupplier nanoClock;
  private final Runnable settle;
  private final Consumer<String> listener;
  private final Check check;
  private final Memory memory = new Memory();

  /** Compares what two contenders left. */
  @FunctionalInterface
  interface Check {
    /** Fails when the rival left other rows than the engine. */
    void requireSame(String race, Contender engine, Contender rival);
  }

  /**
   * A way to run races.
   *
   * @param nanoClock nanoseconds that pass
   * @param settle run before each timed run: a checkpoint, so that nobody pays for another's writes
   * @param check run after each rival
   * @param listener told of each run in one line
   */
  Race(LongSupplier nanoClock, Runnable settle, Check check, Consumer<String> listener) {
    this.nanoClock = nanoClock;
    this.settle = settle;
    this.check = check;
    this.listener = listener;
  }

  /** Runs all rounds and compares what was left after each. */
  RaceResult run(String name, int rounds, Contender engine, List<Contender> rivals) {
    Map<Contender, List<Measurement>> measured = new LinkedHashMap<>();
    measured.put(engine, new ArrayList<>());
    rivals.forEach(rival -> measured.put(rival, new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : measured.keySet()) {
        if (contender.missing().isEmpty()) {
          Measurement measurement = measure(contender);
          measured.get(contender).add(measurement);
          listener.accept(
              "%s, round %d of %d, %s: %,.0f rows/s"
                  .formatted(name, round, rounds, contender.name(), measurement.rowsPerSecond()));
          if (contender != engine) {
            check.requireSame(name, engine, contender);
          }
        }
      }
    }
    return RaceResult.of(name, engine, measured);
  }

  private Measurement measure(Contender contender) {
    contender.prepare();
    try {
      settle.run();
      memory.reset();
      long begun = nanoClock.getAsLong();
      Work work = contender.run();
      long took = nanoClock.getAsLong() - begun;
      return work.processRssBytes() == 0
          ? new Measurement(work.rows(), took, memory.heapPeak(), memory.rssPeak())
          : new Measurement(work.rows(), took, 0, work.processRssBytes());
    } finally {
      contender.finish();
    }
  }
}
