package org.fxbb.migrations;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Loads the geography of Bangladesh from the CSV files beside the migrations by COPY.
 *
 * <p><b>Shape</b>: 8 divisions, 64 districts, 491 upazilas with a BBS code and 4 without (coded
 * {@code <district>u<n>} in the order of the file), 70 metropolitan thanas, aliases, legacy codes.
 */
final class V017__Geography extends BaseJavaMigration {
  private static final String[] FILES = {
    "geocodes", "geocode_aliases", "geocode_legacy", "geocode_uncoded"
  };

  @Override
  public void migrate(Context context) throws Exception {
    Connection connection = context.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(Migrator.resource("/db/reference/geography_staging.sql"));
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String file : FILES) {
        copy.copyIn(
            "COPY pg_temp." + file + " (" + header(file) + ") FROM STDIN (FORMAT csv, HEADER true)",
            new StringReader(Migrator.resource("/db/reference/" + file + ".csv")));
      }
      statement.execute(Migrator.resource("/db/reference/geography_load.sql"));
    }
  }

  private static String header(String file) {
    return Migrator.resource("/db/reference/" + file + ".csv").lines().findFirst().orElseThrow();
  }

  @Override
  public Integer getChecksum() {
    int checksum = 0;
    for (String file : FILES) {
      checksum = 31 * checksum + Migrator.resource("/db/reference/" + file + ".csv").hashCode();
    }
    return checksum;
  }
}
