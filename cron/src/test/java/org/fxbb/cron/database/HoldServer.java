package org.fxbb.cron.database;

import java.sql.Connection;
import java.sql.DriverManager;

/**
 * An engine process for tests: opens the server, commits a row, and waits to be ended or killed.
 */
final class HoldServer {
  static final String READY = "ready";

  private HoldServer() {}

  /** Takes the folder; ends when its standard input does. */
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedServer server = EmbeddedServer.open(java.nio.file.Path.of(arguments[0]))) {
      DatabaseAccess access = server.access();
      try (Connection connection =
          DriverManager.getConnection(access.url(), access.user(), access.password())) {
        connection.createStatement().execute("CREATE TABLE committed AS SELECT 1 AS one");
      }
      System.out.println(READY);
      while (System.in.read() >= 0) {}
    }
  }
}
