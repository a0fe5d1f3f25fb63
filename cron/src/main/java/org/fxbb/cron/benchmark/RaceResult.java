package org.fxbb.cron.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a race measured.
 *
 * @param race its name
 * @param lines the engine first, then each rival
 */
public record RaceResult(String race, List<Line> lines) {

  /**
   * One contender.
   *
   * @param contender its name
   * @param note what a reader must know
   * @param rows worked on in a run
   * @param rowsPerSecond of all rounds; null when it could not run
   * @param ratio rows/s of the engine over its own, round by round; null for the engine
   * @param heapPeakBytes the greatest of this JVM's heap; 0 where it did not matter
   * @param rssPeakBytes the greatest resident size of the process that did the work
   */
  public record Line(
      String contender,
      String note,
      long rows,
      @Nullable Spread rowsPerSecond,
      @Nullable Spread ratio,
      long heapPeakBytes,
      long rssPeakBytes) {}

  /**
   * One run of one contender.
   *
   * @param rows worked on
   * @param nanos taken
   * @param heapBytes peak of this JVM's heap; 0 when another process did the work
   * @param rssBytes peak resident memory of the process that did the work; 0 when the machine does
   *     not tell
   */
  record Measurement(long rows, long nanos, long heapBytes, long rssBytes) {
    double rowsPerSecond() {
      return rows * 1e9 / nanos;
    }
  }

  static RaceResult of(String race, Contender engine, Map<Contender, List<Measurement>> measured) {
    List<Measurement> ours = measured.getOrDefault(engine, List.of());
    List<Line> lines = new ArrayList<>();
    measured.forEach(
        (contender, runs) ->
            lines.add(
                runs.isEmpty()
                    ? new Line(
                        contender.name(),
                        contender.missing().orElse("not run"),
                        0,
                        null,
                        null,
                        0,
                        0)
                    : line(contender, runs, contender == engine ? null : ratio(ours, runs))));
    return new RaceResult(race, lines);
  }

  private static Line line(Contender contender, List<Measurement> runs, @Nullable Spread ratio) {
    return new Line(
        contender.name(),
        contender.note(),
        runs.get(0).rows(),
        Spread.of(runs.stream().map(Measurement::rowsPerSecond).toList()),
        ratio,
        runs.stream().mapToLong(Measurement::heapBytes).max().orElse(0),
        runs.stream().mapToLong(Measurement::rssBytes).max().orElse(0));
  }

  private static Spread ratio(List<Measurement> ours, List<Measurement> theirs) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < theirs.size(); round++) {
      ratios.add(ours.get(round).rowsPerSecond() / theirs.get(round).rowsPerSecond());
    }
    return Spread.of(ratios);
  }
}
