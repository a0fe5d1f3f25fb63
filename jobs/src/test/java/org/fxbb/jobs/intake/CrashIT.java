package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
      archived(folder, file);
      Path temporary = folder.resolve("archive/incoming/0/left.tmp");
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
      Kept kept = archived(folder, file);
      new SubmissionFiles(town.database.etl()).record(List.of(arrival(file, kept)), NOW, false);

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
  void aWaveOfRecordedAndNewFilesTakesEachOnce(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Delta.dump(town, "20260207T120000Z", AT, LINE);
      Path recorded = onlyDump(town);
      Kept kept = archived(folder, recorded);
      SubmissionFiles files = new SubmissionFiles(town.database.etl());
      List<Long> before = files.record(List.of(arrival(recorded, kept)), NOW, false);
      Kept other = new Kept(kept.path(), "another sha256", kept.bytes());

      List<Long> ids =
          files.record(
              List.of(
                  arrival(Path.of("first"), kept),
                  arrival(recorded, kept),
                  arrival(recorded, other),
                  arrival(Path.of("last"), kept)),
              NOW,
              true);

      assertThat(ids.get(1)).isEqualTo(before.get(0));
      assertThat(
              ids.stream()
                  .map(
                      id ->
                          town.texts(
                                  "SELECT file_name || ' ' || sha256 FROM submission_files WHERE id = "
                                      + id)
                              .get(0)))
          .containsExactly(
              "first " + kept.sha256(),
              recorded.getFileName() + " " + kept.sha256(),
              recorded.getFileName() + " another sha256",
              "last " + kept.sha256());
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

  private static Arrival arrival(Path file, Kept kept) {
    return new Arrival(
        Delta.AGENT,
        "AGENT",
        "QOS_AGENT",
        "qos",
        null,
        null,
        String.valueOf(file.getFileName()),
        kept.sha256(),
        kept.bytes(),
        Instant.parse(AT),
        kept.path());
  }

  private static Kept archived(Path folder, Path file) throws IOException {
    Archive archive = new Archive(folder.resolve("archive"));
    try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ)) {
      Archive.Copy copy = archive.copy(bytes, Instant.parse(AT));
      archive.settle(copy);
      return copy.kept();
    }
  }

  private static Path onlyDump(Town town) throws IOException {
    try (var files = Files.list(town.drop().resolve("agents/" + Delta.AGENT + "/inbox"))) {
      return files.findFirst().orElseThrow();
    }
  }
}
