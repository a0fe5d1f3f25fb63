package org.fxbb.cron.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.fxbb.cron.EngineFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's own PostgreSQL under {@code fxbb.var}, for when no {@code spring.datasource.url} is
 * configured: durable, with passwords, kept between runs, shared by all engine processes of the
 * same folder.
 *
 * <p><b>Lifecycle</b>: the first process starts the server, later ones attach to it, the last one
 * to close stops it. A server whose processes were all killed is stopped and started again, which
 * recovers it. A lock file makes starting and stopping exclusive between processes.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when the data directory is of another major version, or
 * when the server does not start.
 *
 * <p><b>Source</b>: spec 7.3, issue 2 "Embedded default".
 */
public final class EmbeddedServer implements AutoCloseable {

  /** The major version of the binaries that the build pins. */
  static final String MAJOR_VERSION = "17";

  /** Database and login of the engine. */
  static final String NAME = "fxbb";

  private static final int CHECKPOINT_SECONDS = 120;
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String SUPERUSER = "postgres";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  /**
   * Server settings beside the defaults. The first three undo what the library switches off for
   * tests; memory suits a machine of 2 cores and 4 GB.
   */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "60"),
          Map.entry("max_locks_per_transaction", "256"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("effective_cache_size", "1GB"),
          Map.entry("work_mem", "32MB"),
          Map.entry("maintenance_work_mem", "192MB"),
          Map.entry("wal_compression", "on"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"),
          Map.entry("dynamic_shared_memory_type", "mmap"),
          Map.entry("timezone", "Asia/Dhaka"));

  private final Path data;
  private final Path lockFile;
  private final Path log;
  private final Path keysFile;
  private final Path binaries;
  private final ServerUsers users;
  private ServerKeys keys;
  private @Nullable EmbeddedPostgres started;
  private boolean closed;

  private EmbeddedServer(Path var) {
    data = var.resolve("postgres");
    lockFile = var.resolve("postgres.lock");
    log = var.resolve("log/postgres.log");
    keysFile = var.resolve("keys/postgres.properties");
    binaries = var.resolve("postgres-binaries");
    users = new ServerUsers(var.resolve("postgres-users"));
    if (new DataDirectory(data).isComplete() && !Files.exists(keysFile)) {
      throw new EngineFailure(
          "Cannot start the embedded PostgreSQL of %s: expected its passwords in %s, found no such file. Restore the file from a backup, or move the data directory away to begin empty."
              .formatted(data, keysFile));
    }
    keys = ServerKeys.open(keysFile);
  }

  /**
   * Starts the server of this folder, or attaches to it when another process runs it.
   *
   * @param var {@code fxbb.var}, made when missing
   */
  public static EmbeddedServer open(Path var) {
    Path folder = var.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder.resolve("log"));
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot start the embedded PostgreSQL: the folder %s cannot be made (%s). Set fxbb.var to a folder that this user may write."
              .formatted(folder, e.getMessage()),
          e);
    }
    EmbeddedServer server = new EmbeddedServer(folder);
    server.exclusively(server::startOrAttach);
    return server;
  }

  /** How to reach the engine's database on this server. */
  public DatabaseAccess access() {
    return new DatabaseAccess(
        url(NAME), NAME, keys.loginPassword(), "the embedded PostgreSQL in " + data);
  }

  /** Lets the login make databases and checkpoints too. */
  void widenLogin() {
    new ServerSetup(superuser()).widenLogin(NAME);
  }

  /** Leaves the server; the last process to leave stops it. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      exclusively(
          () -> {
            if (users.leave()) {
              stop();
            }
          });
    }
  }

  private void startOrAttach() {
    DataDirectory directory = new DataDirectory(data);
    directory.refuseOtherMajor(MAJOR_VERSION);
    if (directory.livePostmaster().isPresent()) {
      if (users.anyAlive()) {
        users.enter();
        directory.requireServedBy(superuser());
        LOG.info("Attached to the running PostgreSQL of {}", data);
        return;
      }
      LOG.warn("The PostgreSQL of {} outlived the engine that started it; stopping it", data);
      directory.stopPostmaster();
    }
    boolean fresh = directory.moveAsideUnlessComplete();
    start();
    users.enter();
    directory.requireServedBy(superuser());
    if (fresh) {
      new ServerSetup(superuser()).createLoginAndDatabase(NAME, keys.loginPassword());
      PGSimpleDataSource database = superuser();
      database.setUrl(url(NAME));
      ServerSetup.keepForTheEngine(database, NAME);
      directory.markComplete();
    }
  }

  private void start() {
    keys = keys.withFreePort(keysFile);
    Path passwordFile = null;
    try {
      passwordFile = writePasswordFile();
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(binaries.toFile())
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(keys.port())
              .setPGStartupWait(START_LIMIT)
              .setConnectConfig("password", keys.superuserPassword())
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setOutputRedirector(Redirect.appendTo(log.toFile()))
              .setErrorRedirector(Redirect.appendTo(log.toFile()));
      SETTINGS.forEach(builder::setServerConfig);
      started = builder.start();
      protectBinaries();
    } catch (IOException | IllegalStateException e) {
      throw new EngineFailure(
          "Cannot start the embedded PostgreSQL in %s on port %d: %s. Its own messages are in %s. PostgreSQL does not run as root: where root may not make a user namespace (unshare -U), run fxbb as an ordinary user, or set spring.datasource.url to a PostgreSQL 15 or newer."
              .formatted(data, keys.port(), firstLine(e), log),
          e);
    } finally {
      delete(passwordFile);
    }
  }

  private void stop() {
    EmbeddedPostgres handle = started;
    if (handle != null) {
      checkpoint();
      try {
        handle.close();
      } catch (IOException e) {
        LOG.warn("The lock of the stopped PostgreSQL could not be released", e);
      }
    }
    new DataDirectory(data).stopPostmaster();
  }

  /** Writes everything to disk while nobody waits for the server to end. */
  private void checkpoint() {
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(CHECKPOINT_SECONDS);
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      LOG.warn("No checkpoint before the stop of PostgreSQL: {}", e.getMessage());
    }
  }

  /** The library leaves the folder of the programs writable for everybody. */
  private void protectBinaries() throws IOException {
    try (Stream<Path> folders = Files.list(binaries)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private PGSimpleDataSource superuser() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url("postgres"));
    source.setUser(SUPERUSER);
    source.setPassword(keys.superuserPassword());
    return source;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(keys.port(), database);
  }

  private Path writePasswordFile() throws IOException {
    Path folder = Files.createDirectories(binaries);
    Path file =
        Files.createTempFile(
            folder,
            "password",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, keys.superuserPassword());
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void exclusively(Runnable work) {
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      LOG.debug("Holding {}", lock);
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
