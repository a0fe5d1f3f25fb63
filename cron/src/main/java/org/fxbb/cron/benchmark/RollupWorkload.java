package org.fxbb.cron.benchmark;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Late rows for finished days: the three days of one agent in a hundred, and as many submissions
 * scattered over all agents.
 *
 * <p><b>Source</b>: spec 5.1, 8.1.
 */
final class RollupWorkload {
  private static final String RAW_ROWS =
      "SELECT (SELECT count(*) FROM ts_interface_metrics) + (SELECT count(*) FROM ts_subscriber_counts) + (SELECT count(*) FROM ts_qos_measurements)";

  private final Bench bench;

  RollupWorkload(Bench bench) {
    this.bench = bench;
  }

  /** Both races. */
  List<RaceResult> run() {
    List<Path> dumps = bench.nation().dumps();
    RaceResult backlog =
        race("roll-up, 1 % of agents late", "late_agents", LateDumps.ofFewAgents(dumps));
    RaceResult scattered =
        race(
            "roll-up, 1 % late of all agents",
            "late_rows", LateDumps.scattered(dumps, bench.data().resolve("scattered")));
    return List.of(backlog, scattered);
  }

  private RaceResult race(String name, String template, LateDumps dumps) {
    bench.nation().load(template, dumps.inTime());
    try (BenchmarkEngine engine = bench.nation().engine(template)) {
      for (int day = 0; day < Nation.DAYS; day++) {
        engine.run("nightly", Nation.FIRST.plusDays(day).toString());
      }
      dumps.late().forEach(dump -> engine.deliver(dump, Nation.inboxOf(dump)));
      engine.run("intake");
    }
    JdbcTemplate jdbc = new JdbcTemplate(bench.server().owner(template));
    jdbc.execute("ANALYZE");
    Long rawRows = jdbc.queryForObject(RAW_ROWS, Long.class);
    Rollups rollups =
        new Rollups(
            template,
            rawRows == null ? 0 : rawRows,
            Rollups.listRows(bench.server().owner(template)));
    RaceResult result =
        bench
            .race()
            .run(
                name,
                bench.options().rounds(),
                new RollupContender(bench.nation(), rollups, false),
                List.of(new RollupContender(bench.nation(), rollups, true)));
    bench.server().drop(template);
    return result;
  }
}
