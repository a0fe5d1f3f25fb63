package org.fxbb.cron.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.fxbb.cron.EngineFailure;
import org.postgresql.Driver;

/**
 * How PostgreSQL's own programs are told which database and login: by environment, never on the
 * command line, where everybody on the machine could read it.
 */
final class LibpqEnvironment {
  /** Parameters of the JDBC address that libpq knows too. */
  private static final Map<String, String> SHARED =
      Map.of(
          "PGHOST", "PGHOST",
          "PGPORT", "PGPORT",
          "PGDBNAME", "PGDATABASE",
          "user", "PGUSER",
          "password", "PGPASSWORD",
          "sslmode", "PGSSLMODE",
          "sslrootcert", "PGSSLROOTCERT");

  private LibpqEnvironment() {}

  static Map<String, String> of(DatabaseAccess access) {
    Properties address = Driver.parseURL(access.url(), null);
    if (address == null) {
      throw new EngineFailure(
          "Cannot read the address of %s: expected jdbc:postgresql://host:port/database."
              .formatted(access.place()));
    }
    Map<String, String> environment = new HashMap<>();
    SHARED.forEach(
        (property, variable) -> {
          String value = address.getProperty(property);
          if (value != null) {
            environment.put(variable, value);
          }
        });
    putUnlessEmpty(environment, "PGUSER", access.user());
    putUnlessEmpty(environment, "PGPASSWORD", access.password());
    environment.put("PGAPPNAME", "fxbb backup");
    environment.put("LC_ALL", "C");
    return environment;
  }

  private static void putUnlessEmpty(Map<String, String> environment, String name, String value) {
    if (!value.isEmpty()) {
      environment.put(name, value);
    }
  }
}
