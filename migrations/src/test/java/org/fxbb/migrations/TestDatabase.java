package org.fxbb.migrations;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL for tests: one embedded server per JVM and version, one migrated template, a
 * fresh clone per test class.
 *
 * <p>The clone is owned by the login {@code fxbb} (no superuser); {@link #etl()} and {@link
 * #report()} act as the roles of the engine's pools. {@link #superuser()} is for planting faults
 * and for looking.
 */
public final class TestDatabase {
  private static final AtomicInteger CLONES = new AtomicInteger();

  private final TestServer server;
  private final String name;

  private TestDatabase(PostgresVersion version, String name) {
    this(TestServer.of(version), name);
  }

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * An empty database on a server of its own that writes the plan of every statement that runs to
   * {@code plans.json} of a folder, one JSON object per line.
   */
  public static TestDatabase createExplained(Path logFolder) {
    TestDatabase fresh = new TestDatabase(TestServer.explaining(logFolder), nextName());
    fresh.server.createEmpty(fresh.name);
    return fresh;
  }

  /** Clones the migrated template. */
  public static TestDatabase create() {
    return create(PostgresVersion.POSTGRES_17);
  }

  /** Clones the migrated template of a server of this version. */
  public static TestDatabase create(PostgresVersion version) {
    TestDatabase clone = new TestDatabase(version, nextName());
    clone.server.createMigrated(clone.name);
    return clone;
  }

  /** An empty database owned by the login, not migrated. */
  public static TestDatabase createEmpty() {
    return createEmpty(PostgresVersion.POSTGRES_17);
  }

  /** An empty database of a server of this version, owned by the login, not migrated. */
  public static TestDatabase createEmpty(PostgresVersion version) {
    TestDatabase fresh = new TestDatabase(version, nextName());
    fresh.server.createEmpty(fresh.name);
    return fresh;
  }

  /** The login {@code fxbb}, as the engine is configured with. */
  public DataSource login() {
    return server.source(name, "fxbb", null);
  }

  /** Acts as {@code fxbb_etl}. */
  public DataSource etl() {
    return server.source(name, "fxbb", "fxbb_etl");
  }

  /** Acts as {@code fxbb_report}. */
  public DataSource report() {
    return server.source(name, "fxbb", "fxbb_report");
  }

  /** A login of its own that is a member of a role, as an ISP or an analyst has one. */
  public void createLogin(String login, String role) {
    server.createLogin(login, role);
  }

  /** Connects as a login that {@link #createLogin} made. */
  public DataSource as(String login) {
    return server.source(name, login, null);
  }

  /** Acts as {@code fxbb_monitor}. */
  public DataSource monitor() {
    return server.source(name, "fxbb", "fxbb_monitor");
  }

  /** The superuser of the server. */
  public DataSource superuser() {
    return server.source(name, "postgres", null);
  }

  /** URL without credentials (user {@code fxbb}, password {@code test}), to start the engine on. */
  public String url() {
    return server.url(name);
  }

  private static String nextName() {
    return "fxbb_test_" + CLONES.incrementAndGet();
  }
}
