package org.fxbb.cron.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.readers.simulate.ProgressListener;
import org.fxbb.readers.simulate.SimulationPlan;
import org.fxbb.readers.simulate.Simulator;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A simulated nation of three days, as files and as databases to start from.
 *
 * <p><b>Shape</b>: {@link #KNOWN}: its registry and the targets that its agents poll; {@link
 * #LOADED}: its dumps as well.
 */
final class Nation {
  /** Database with the registry and the polled targets. */
  static final String KNOWN = "known";

  /** Database with every dump loaded. */
  static final String LOADED = "loaded";

  /** First of the days, Asia/Dhaka. */
  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  /** How many days. */
  static final int DAYS = 3;

  private static final int ROWS_PER_POP_DAY = 96 * (8 + 13);
  private static final long SEED = 2026;

  private final BenchmarkServer server;
  private final Path folder;
  private final int pops;
  private final Consumer<String> listener;

  /**
   * A nation whose dumps have about so many rows.
   *
   * @param folder of the benchmark
   */
  Nation(BenchmarkServer server, Path folder, long rows, Consumer<String> listener) {
    this.server = server;
    this.folder = folder;
    this.listener = listener;
    this.pops = (int) Math.max(3, -Math.floorDiv(-rows, (long) ROWS_PER_POP_DAY * DAYS));
  }

  /** Writes the files and makes both databases. */
  void make() {
    int isps = Math.max(2, pops * 3 / 10);
    listener.accept(
        "Making a nation of %,d ISPs and %,d PoPs over %d days.".formatted(isps, pops, DAYS));
    try {
      Simulator.run(
          new SimulationPlan(isps, pops, FIRST, DAYS, SEED, false),
          files(),
          ProgressListener.SILENT);
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot write the benchmark's data under %s: %s. It needs a folder with room that may be written."
              .formatted(files(), e.getMessage()),
          e);
    }
    server.create(KNOWN);
    try (BenchmarkEngine engine = engine(KNOWN)) {
      Folders.list(files().resolve("manual/inbox"))
          .forEach(file -> engine.deliver(file, "manual/inbox"));
      engine.run("intake");
    }
    listener.accept("Loading its dumps once.");
    load(LOADED, dumps());
    copyTargets();
  }

  /** Makes a database with the registry and these dumps. */
  void load(String name, List<Path> dumps) {
    server.copy(KNOWN, name);
    try (BenchmarkEngine engine = engine(name)) {
      dumps.forEach(dump -> engine.deliver(dump, inboxOf(dump)));
      engine.run("intake");
    }
    new JdbcTemplate(server.owner(name)).execute("ANALYZE");
  }

  /** Where its databases are. */
  BenchmarkServer server() {
    return server;
  }

  /** The engine on one of the databases, with folders made anew. */
  BenchmarkEngine engine(String database) {
    return new BenchmarkEngine(folder.resolve("home"), server.access(database));
  }

  /** All dumps, in order of agent and day. */
  List<Path> dumps() {
    return Folders.list(files().resolve("agents"));
  }

  /** Where in the drop area a dump belongs. */
  static String inboxOf(Path dump) {
    return "agents/%s/inbox".formatted(agentOf(dump));
  }

  /** The agent that a dump's name says. */
  static String agentOf(Path dump) {
    return dump.getFileName().toString().split("_", 3)[1];
  }

  private Path files() {
    return folder.resolve("nation");
  }

  /** The targets as the dumps made them known, under the same ids. */
  private void copyTargets() {
    DataSource known = server.owner(KNOWN);
    try (Connection from = server.owner(LOADED).getConnection();
        Connection to = known.getConnection()) {
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      from.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY snmp_targets TO STDOUT (FORMAT binary)", rows);
      to.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY snmp_targets FROM STDIN (FORMAT binary)",
              new ByteArrayInputStream(rows.toByteArray()));
    } catch (SQLException | IOException e) {
      throw new EngineFailure(
          "Cannot make the benchmark's databases: copying the targets failed with \"%s\"."
              .formatted(e.getMessage()),
          e);
    }
    JdbcTemplate jdbc = new JdbcTemplate(known);
    jdbc.execute(
        "SELECT setval(pg_get_serial_sequence('snmp_targets', 'id'), (SELECT coalesce(max(id), 1) FROM snmp_targets))");
    jdbc.execute("ANALYZE");
  }
}
