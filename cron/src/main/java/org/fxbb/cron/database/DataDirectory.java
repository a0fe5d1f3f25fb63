package org.fxbb.cron.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the embedded server: its version, whether a server runs on them, and whether they
 * were ever completely set up.
 */
final class DataDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final String FAST_SHUTDOWN = "INT";
  private static final String IMMEDIATE_SHUTDOWN = "QUIT";

  private final Path path;
  private final Path complete;

  DataDirectory(Path path) {
    this.path = path;
    this.complete = path.resolveSibling(path.getFileName() + ".complete");
  }

  /**
   * Checks PG_VERSION before anything is started on the files.
   *
   * @throws EngineFailure when another major version wrote them
   */
  void refuseOtherMajor(String expected) {
    Path file = path.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      return;
    }
    String found = read(file).trim();
    if (!found.equals(expected)) {
      throw new EngineFailure(
          "Cannot start the embedded PostgreSQL: the data directory %s expected version %s, found version %s. Nothing was changed. Either run the engine release that made it, move its data over with pg_dump and restore, or set fxbb.var to another folder to begin empty."
              .formatted(path, expected, found));
    }
  }

  /**
   * Sees to it that an unfinished set-up is not mistaken for a database.
   *
   * @return true when the server has to be set up anew
   */
  boolean moveAsideUnlessComplete() {
    if (isComplete()) {
      return false;
    }
    try {
      if (Files.exists(path)) {
        Path aside = Files.createTempDirectory(path.getParent(), "postgres-incomplete-");
        Files.move(path, aside.resolve(path.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** Whether the set-up of the server once ended here. */
  boolean isComplete() {
    return Files.exists(complete) && Files.exists(path);
  }

  void markComplete() {
    try {
      Files.writeString(
          complete, "The set-up of the embedded PostgreSQL beside this file ended.\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The running server of these files, found through postmaster.pid. */
  Optional<ProcessHandle> livePostmaster() {
    Path file = path.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = read(file).lines().toList();
    if (lines.size() < 2 || !Path.of(lines.get(1)).equals(path)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().map(c -> c.contains("postgres")).orElse(true));
  }

  /**
   * Stops the server, if one runs: clients are disconnected, open transactions rolled back. One
   * that is still there after a while is told to end at once, and recovers when it starts again:
   * PostgreSQL 17 can wait for ever when it is to stop while it recovers from the loss of a
   * process.
   *
   * @throws EngineFailure when it still runs after both
   */
  void stopPostmaster() {
    stopPostmaster(STOP_LIMIT);
  }

  /** The same with another patience for the first way. */
  void stopPostmaster(Duration limit) {
    Optional<ProcessHandle> postmaster = livePostmaster();
    if (postmaster.isPresent()) {
      stop(postmaster.get(), limit);
    }
  }

  private void stop(ProcessHandle process, Duration limit) {
    try {
      if (!endsAfter(FAST_SHUTDOWN, process, limit)
          && !endsAfter(IMMEDIATE_SHUTDOWN, process, STOP_LIMIT)) {
        throw new EngineFailure(
            "Cannot stop the PostgreSQL of %s: process %d still runs %d s after it was told to end at once. Stop it by hand with: kill -KILL %d"
                .formatted(path, process.pid(), STOP_LIMIT.toSeconds(), process.pid()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ExecutionException e) {
      throw new EngineFailure(
          "Cannot stop the PostgreSQL of %s: process %d could not be signalled (\"%s\"). Stop it by hand with: kill -INT %d"
              .formatted(path, process.pid(), e.getMessage(), process.pid()),
          e);
    }
  }

  /** Whether it ends within the limit after a signal; pg_ctl would refuse to send one as root. */
  private static boolean endsAfter(String signal, ProcessHandle process, Duration limit)
      throws IOException, InterruptedException, ExecutionException {
    new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
        .start()
        .waitFor();
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      LOG.warn(
          "The PostgreSQL with process {} still runs {} s after SIG{}",
          process.pid(),
          limit.toSeconds(),
          signal);
      return false;
    }
  }

  /**
   * Makes sure that the server which answers is the one of these files.
   *
   * @throws EngineFailure when another server answers on the port
   */
  void requireServedBy(DataSource superuser) {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW data_directory")) {
      row.next();
      Path found = Path.of(row.getString(1));
      if (!found.equals(path)) {
        throw new EngineFailure(
            "Cannot use the embedded PostgreSQL: expected the server of %s, found the one of %s on its port. Stop that server, or set fxbb.var to another folder."
                .formatted(path, found));
      }
    } catch (SQLException e) {
      throw new EngineFailure(
          "Cannot use the embedded PostgreSQL of %s: expected it to answer, found \"%s\". See postgres.log in the log folder."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
