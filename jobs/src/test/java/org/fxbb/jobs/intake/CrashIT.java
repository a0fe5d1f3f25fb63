package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.fxbb.writers.archive.Archive;
import org.fxbb.writers.archive.Archive.Kept;
import org.fxbb.writers.file.Arrival;
import org.fxbb.writers.file.SubmissionFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** A stop between any two steps loses nothing and takes nothing twice. Source: spec 4.1, 8.2. */
final class CrashIT {
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");
  private static final String AT = "2026-02-08T04:00:00Z";
  private static final String LINE =
      Delta.line(1, "2026-02-07T10:00:00Z", "2026-02-07T10:16:00Z", 18);

  /** Makes the database refuse to record provenance, the last but one thing a merge does. */
  private static final String BREAK =
      """
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON data_provenance FOR EACH ROW EXECUTE FUNCTION refuse();
      """;

  private static final String REPAIR = "DROP TRIGGER refuse ON data_provenance";

  @Test
  void aFileThatWasArchivedButNotRecordedIsTakenOnce(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Delta.dump(town, "20260207T120000Z", AT, LINE);
      Path file = onlyDump(town);
      new Archive(folder.resolve("archive")).keep(file, Instant.parse(AT));
      Path temporary = folder.resolve("archive/2026/02/left.tmp");
      Files.writeString(temporary, "half a file");

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(temporary).doesNotExist();
      assertThat(town.texts("SELECT state FROM submission_files WHERE inbox = 'AGENT'"))
          .containsExactly("ACCEPTED");
    }
  }

  @Test
  void aFileThatWasRecordedButNotRemovedIsTakenOnce(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Delta.dump(town, "20260207T120000Z", AT, LINE);
      Path file = onlyDump(town);
      Kept kept = new Archive(folder.resolve("archive")).keep(file, Instant.parse(AT));
      new SubmissionFiles(town.database.etl())
          .record(
              List.of(
                  new Arrival(
                      Delta.AGENT,
                      "AGENT",
                      "QOS_AGENT",
                      "qos",
                      null,
                      null,
                      file.getFileName().toString(),
                      kept.sha256(),
                      kept.bytes(),
                      Instant.parse(AT),
                      kept.path())),
              NOW);

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(town.left()).isEmpty();
      assertThat(
              town.texts(
                  "SELECT state || ' ' || in_inbox FROM submission_files WHERE inbox = 'AGENT'"))
          .containsExactly("ACCEPTED false");

      Delta.dump(town, "20260207T120000Z", AT, LINE);
      town.cycle();
      assertThat(town.texts("SELECT state FROM submission_files WHERE inbox = 'AGENT' ORDER BY id"))
          .containsExactly("ACCEPTED", "DUPLICATE");
    }
  }

  @Test
  void aMergeThatBreaksLeavesNothingAndIsDoneByTheNextCycle(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      town.cycle();
      Delta.dump(town, "20260207T120000Z", AT, LINE);
      Delta.filing(town, "isp-0001", "packages", "", Delta.packages(5), AT);
      Delta.filing(town, "isp-0002", "packages", "", "nonsense", AT);
      town.sql.execute(BREAK);

      assertThat(town.cycle()).isEqualTo(BatchStatus.FAILED);

      assertThat(
              town.texts(
                  "SELECT state FROM submission_files WHERE inbox <> 'MANUAL' ORDER BY state"))
          .containsExactly("RECEIVED", "RECEIVED", "REJECTED");
      assertThat(town.answer("isps/isp-0002/outbox", "isp-0002_packages_2026-01.csv.result.json"))
          .contains("missing_header");
      assertThat(town.texts("SELECT count(*)::text FROM ts_qos_measurements")).containsExactly("0");
      assertThat(town.texts("SELECT count(*)::text FROM api_submissions")).containsExactly("0");
      assertThat(town.texts("SELECT code FROM packages")).isEmpty();

      town.sql.execute(REPAIR);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(
              town.texts(
                  "SELECT state FROM submission_files WHERE inbox <> 'MANUAL' ORDER BY state"))
          .containsExactly("ACCEPTED", "ACCEPTED", "REJECTED");
      assertThat(town.texts("SELECT download_mbps::text FROM ts_qos_measurements"))
          .containsExactly("18.00");
    }
  }

  private static Path onlyDump(Town town) throws IOException {
    try (var files = Files.list(town.drop().resolve("agents/" + Delta.AGENT + "/inbox"))) {
      return files.findFirst().orElseThrow();
    }
  }
}
