package org.fxbb.cron.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.jspecify.annotations.Nullable;

/** The engine taking files in: the whole job, from the inbox to the answer. */
final class IntakeContender implements Contender {
  /** Name of the database that the engine works in. */
  static final String DATABASE = "engine";

  private final Nation nation;
  private final String template;
  private final Map<Path, String> deliveries;
  private final List<CheckedRows> rows;
  private final long expected;
  private final List<Double> loadSeconds = new ArrayList<>();
  private @Nullable BenchmarkEngine engine;
  private String steps = "";

  /**
   * The engine with these files in its inboxes.
   *
   * @param template database that it starts from, a fresh copy each round
   * @param deliveries file to folder of the drop area
   * @param rows what must be there afterwards
   * @param expected how many in all
   */
  IntakeContender(
      Nation nation,
      String template,
      Map<Path, String> deliveries,
      List<CheckedRows> rows,
      long expected) {
    this.nation = nation;
    this.template = template;
    this.deliveries = deliveries;
    this.rows = rows;
    this.expected = expected;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String note() {
    return loadSeconds.isEmpty()
        ? ""
        : "its load steps alone: %,.0f rows/s; its last run: %s"
            .formatted(expected / Spread.of(loadSeconds).median(), steps);
  }

  @Override
  public void prepare() {
    nation.server().copy(template, DATABASE);
    BenchmarkEngine started = nation.engine(DATABASE);
    engine = started;
    deliveries.forEach(started::deliver);
  }

  @Override
  public Work run() {
    running().run("intake");
    return new Work(expected, 0);
  }

  @Override
  public void finish() {
    try (BenchmarkEngine ran = running()) {
      double seconds = ran.seconds("load-%");
      List<String> refusals = ran.refusals();
      if (!refusals.isEmpty()) {
        throw new EngineFailure(
            "Cannot call this a measurement: expected the engine to load all %,d rows of its files, found it refused some (%s)."
                .formatted(expected, String.join("; ", refusals)));
      }
      loadSeconds.add(seconds);
      steps = ran.longestSteps();
    } finally {
      engine = null;
    }
  }

  @Override
  public List<CheckedRows> rows() {
    return rows;
  }

  @Override
  public DataSource database() {
    return nation.server().owner(DATABASE);
  }

  private BenchmarkEngine running() {
    return Optional.ofNullable(engine)
        .orElseThrow(() -> new IllegalStateException("A contender runs after it was prepared."));
  }
}
