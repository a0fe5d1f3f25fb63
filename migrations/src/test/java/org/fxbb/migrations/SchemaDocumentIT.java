package org.fxbb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** SCHEMA.md says what the migrations make. */
final class SchemaDocumentIT {
  private static final Path DOCUMENT = Path.of("SCHEMA.md");

  @Test
  void schemaMdIsFresh() throws IOException, SQLException {
    String fresh = write(TestDatabase.create());
    String stored = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
    if (!fresh.equals(stored)) {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(DOCUMENT, fresh);
      }
      fail(
          "migrations/SCHEMA.md is stale: run mvn verify -pl migrations -Dit.test=SchemaDocumentIT -Dgolden.update=true, look at the difference, commit it.");
    }
  }

  @Test
  void aNewTableColumnAndIndexShow() throws SQLException {
    TestDatabase database = TestDatabase.create();
    Sql.strings(
        database.superuser(),
        """
        CREATE TABLE planted (isp_id bigint NOT NULL REFERENCES isps (id), state text CHECK (state IN ('A', 'B')));
        COMMENT ON COLUMN planted.state IS 'A or B';
        CREATE INDEX planted_isp_id_ix ON planted (isp_id);
        COMMENT ON INDEX planted_isp_id_ix IS 'Serves: nobody'
        """);

    assertThat(write(database))
        .contains(
            "[planted](#planted)",
            "  planted }o--|| isps : \"isp_id\"",
            "| `isp_id` | bigint | required |  |",
            "| `state` | text |  | A or B |",
            "- `planted_isp_id_fkey`: FOREIGN KEY (isp_id) REFERENCES isps(id)",
            "- `planted_state_check`: `CHECK (state IN ('A', 'B'))`",
            "- `planted_isp_id_ix`: index (isp_id) - Serves: nobody");
  }

  private static String write(TestDatabase database) throws SQLException {
    return SchemaPage.write(SchemaCatalog.read(database.superuser()), TablesByStep.read());
  }
}
