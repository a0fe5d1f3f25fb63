package org.fxbb.cron.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.fxbb.cron.demo.DemoFindings;
import org.fxbb.cron.truth.Chain;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.readers.simulate.ProgressListener;
import org.fxbb.readers.simulate.SimulationPlan;
import org.fxbb.readers.simulate.Simulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every statement that the engine runs on a partitioned table reads the partitions of its time
 * only: the whole chain is run on a database with partitions for 15 months, and the plans that the
 * server logged are looked at.
 *
 * <p><b>Source</b>: issue 3, "a query on a partitioned table whose plan does not prune".
 */
final class PruningIT {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  /** The longest time a statement may ask for: a month of days, three months and the one begun. */
  private static final Map<String, Integer> MOST = Map.of("DAY", 35, "MONTH", 4);

  /**
   * The audit log is sealed and verified (auditRows.sql of the doctor) by number, so that a row
   * with a forged time is found too: each month answers from its primary key.
   */
  private static final String BY_NUMBER = " partitions of audit_logs: ";

  @TempDir private static Path folder = Path.of("");
  private static final Map<String, String> PARENTS = new HashMap<>();
  private static final Map<String, String> GRAINS = new HashMap<>();
  private static List<LoggedPlan> plans = List.of();

  private static final int MORE_THAN_AN_ANSWER_HOLDS = 101;

  /** Among so few PoPs the simulator lets no target fail. */
  private static final String A_TARGET_FAILED =
      """
      UPDATE ts_qos_measurements SET test_status = 'FAILED', packets_received = 0
      WHERE time >= ?::timestamptz AND time < '2026-01-02 00:00+06' AND test_type = 'ICMP'
      """;

  private static final String A_USERS_REPORT =
      """
      {"install_uuid":"5e0f5a3e-0d8c-4a53-9a5e-3f0f6b7a9c01","time":"2026-01-02T10:00:00Z","isp":"isp-0001","connection_type":"WIFI","download_mbps":18.1,"video_buffer_ratio":0.1}
      """;

  @BeforeAll
  static void runTheChain() throws IOException {
    TestDatabase database = TestDatabase.createExplained(folder);
    try (Chain chain = new Chain(folder.resolve("chain"), database)) {
      JdbcTemplate jdbc = new JdbcTemplate(database.superuser());
      jdbc.execute(
          "SELECT fxbb_make_partitions(parent_table, '2025-04-01', '2026-04-30') FROM partition_policies");
      jdbc.query(
          "SELECT inhrelid::regclass::text, parent_table, grain FROM partition_policies"
              + " JOIN pg_inherits ON inhparent = parent_table::regclass",
          row -> {
            PARENTS.put(row.getString(1), row.getString(2));
            GRAINS.put(row.getString(2), row.getString(3));
          });
      Simulator.run(
          new SimulationPlan(4, 6, FIRST, 3, 7, true), chain.dropArea(), ProgressListener.SILENT);
      Path packages = chain.dropArea().resolve("isps/isp-0001/inbox");
      List<Path> late = moveAway(packages);
      resubmit(packages);
      Files.writeString(
          chain.dropArea().resolve("manual/inbox/history_sessions_20260220T000000Z.csv"),
          "time,isp_code,bras_id,poll_status\n"
              + "2026-01-02T00:00:00Z,isp-0001,moved-in,SUCCESS\n"
              + "not a row\n".repeat(MORE_THAN_AN_ANSWER_HOLDS));
      Path apps = Files.createDirectories(chain.dropArea().resolve("apps/inbox"));
      Files.writeString(apps.resolve("userapp_20260102T120000Z.ndjson"), A_USERS_REPORT);
      Path again = someLinesAgain(chain.dropArea().resolve("agents"));
      assertDone(chain.run("intake", "2026-02-20"));
      jdbc.update(A_TARGET_FAILED, FIRST.atStartOfDay());
      for (Path filing : late) {
        Files.move(filing, packages.resolve(filing.getFileName()));
      }
      Files.move(again, again.resolveSibling(again.getFileName().toString().substring(1)));
      chain.run(FIRST.plusDays(2));
      assertDone(chain.run("nightly", "2026-01-02"));
      DemoFindings.read(chain.etl(), YearMonth.of(2026, 1));
      jdbc.queryForObject("SELECT count(*) AS planted FROM ts_qos_measurements", Long.class);
    }
    plans = LoggedPlan.read(folder.resolve("plans.json"));
  }

  private static void assertDone(RunOutcome outcome) {
    assertThat(outcome.state()).as("%s", outcome).isEqualTo(RunOutcome.State.DONE);
  }

  @Test
  void everyStatementReadsThePartitionsOfItsTime() {
    assertThat(tooWide())
        .filteredOn(found -> !found.contains("planted"))
        .filteredOn(found -> !found.contains(BY_NUMBER))
        .isEmpty();
  }

  @Test
  void aStatementWithoutATimeIsFound() {
    assertThat(tooWide()).anyMatch(found -> found.contains("planted"));
  }

  @Test
  void everyStatementOnAPartitionedTableWasRun() throws IOException {
    Set<String> unseen = new TreeSet<>();
    Pattern partitioned = Pattern.compile("\\b(" + String.join("|", GRAINS.keySet()) + ")\\b");
    List<String> queries = plans.stream().map(plan -> squeezed(plan.query())).distinct().toList();
    for (Path file : sqlFiles()) {
      String text = Files.readString(file);
      if (partitioned.matcher(text).find() && queries.stream().noneMatch(ran(text))) {
        unseen.add(file.getFileName().toString());
      }
    }
    assertThat(unseen).containsExactly("auditRows.sql");
  }

  private static List<String> tooWide() {
    List<String> found = new ArrayList<>();
    for (LoggedPlan plan : plans) {
      plan.partitionsRead(PARENTS)
          .forEach(
              (parent, read) -> {
                if (read.size() > MOST.getOrDefault(GRAINS.getOrDefault(parent, ""), 0)) {
                  found.add(
                      "%d partitions of %s: %s"
                          .formatted(
                              read.size(),
                              parent,
                              plan.query().strip().lines().limit(12).toList()));
                }
              });
    }
    return found.stream().distinct().toList();
  }

  /** Takes the packages filings out of an inbox, so that the others wait for them. */
  private static List<Path> moveAway(Path inbox) throws IOException {
    List<Path> moved = new ArrayList<>();
    for (Path file : list(inbox)) {
      if (file.getFileName().toString().contains("_packages_")) {
        moved.add(Files.move(file, folder.resolve(file.getFileName())));
      }
    }
    return moved;
  }

  /** Files each PoP filing of an inbox a second time, with a wrong row. */
  private static void resubmit(Path inbox) throws IOException {
    for (Path file : list(inbox)) {
      String name = file.getFileName().toString();
      if (name.contains("_pops_") && name.endsWith(".csv")) {
        Files.writeString(
            inbox.resolve(name.replace(".csv", "_r1.csv")), Files.readString(file) + "not a row\n");
      }
    }
  }

  private static List<Path> list(Path inbox) throws IOException {
    try (Stream<Path> files = Files.list(inbox)) {
      return files.toList();
    }
  }

  /** Some lines of a dump as another dump of its agent, under a name that is not taken yet. */
  private static Path someLinesAgain(Path agents) throws IOException {
    Path dump;
    try (Stream<Path> files = Files.walk(agents)) {
      dump =
          files
              .filter(file -> file.getFileName().toString().startsWith("qos_"))
              .min(Comparator.naturalOrder())
              .orElseThrow();
    }
    String name = dump.getFileName().toString();
    Path again = dump.resolveSibling("." + name.substring(0, 41) + "20260105T000000Z.ndjson");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
      Files.write(again, lines.lines().limit(5).toList());
    }
    Files.setLastModifiedTime(again, Files.getLastModifiedTime(dump));
    return again;
  }

  /** Those of the benchmark are of no job; it measures with them. */
  private static List<Path> sqlFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("writers", "jobs", "reports", "cron")) {
      try (Stream<Path> paths = Files.walk(Path.of("..", module, "src", "main", "resources"))) {
        paths
            .filter(path -> path.toString().endsWith(".sql"))
            .filter(path -> !path.toString().contains("/benchmark/"))
            .forEach(files::add);
      }
    }
    return files;
  }

  /** Whether a logged statement begins as the file does, up to its first parameter. */
  private static Predicate<String> ran(String text) {
    String fixed = squeezed(text.split("[:{]", 2)[0]);
    return query -> query.contains(fixed);
  }

  private static String squeezed(String text) {
    return text.replaceAll("(?m)^--.*$", "").replaceAll("\\s+", " ").strip();
  }
}
