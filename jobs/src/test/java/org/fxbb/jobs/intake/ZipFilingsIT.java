package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** Several filings in one zip: each is loaded like one that came alone. Source: spec 4.2, 4.10. */
final class ZipFilingsIT {
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");
  private static final String AT = "2026-02-08T04:00:00Z";

  private static List<String> states(Town town) {
    return town.texts(
        "SELECT CASE WHEN container_id IS NULL THEN '' ELSE '- ' END || file_name || ' ' || state || coalesce(' ' || state_reason, '') FROM submission_files WHERE inbox IN ('FILING', 'TRY') ORDER BY id");
  }

  private static List<String> outbox(Town town, String isp) throws IOException {
    try (Stream<Path> files = Files.list(town.drop().resolve("isps/" + isp + "/outbox"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  @Test
  void membersAreLoadedAndTheZipIsAnswered(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      byte[] january =
          Zips.of(
              "january/isp-0001_subscribers_2026-01.csv", Delta.subscribers(100),
              "january/isp-0001_packages_2026-01.csv", Delta.packages(100),
              "january/Thumbs.db", "x");
      town.drop("isps/isp-0001/inbox", "isp-0001_2026-01.zip", january, AT);
      town.drop(
          "isps/isp-0002/inbox",
          "isp-0002_2026-01.zip",
          Zips.of("isp-0002_subscribers_2026-01.csv", Delta.subscribers(7)),
          AT);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(states(town))
          .containsExactlyInAnyOrder(
              "isp-0001_2026-01.zip ACCEPTED",
              "- isp-0001_subscribers_2026-01.csv ACCEPTED",
              "- isp-0001_packages_2026-01.csv ACCEPTED",
              "isp-0002_2026-01.zip WAITING the packages filing of isp-0002",
              "- isp-0002_subscribers_2026-01.csv WAITING the packages filing of isp-0002");
      assertThat(outbox(town, "isp-0001")).containsExactly("isp-0001_2026-01.zip.result.json");
      assertThat(outbox(town, "isp-0002")).containsExactly("isp-0002_2026-01.zip.result.json");
      assertThat(town.texts("SELECT feed || state FROM filing_feeds WHERE state <> 'MISSING'"))
          .containsExactlyInAnyOrder("packagesON_TIME", "subscribersON_TIME");
      assertThat(
              town.texts("SELECT code || ' ' || found FROM submission_notices WHERE feed IS NULL"))
          .containsExactly("ignored_member january/Thumbs.db");

      town.drop("isps/isp-0001/inbox", "isp-0001_2026-01.zip", january, AT);
      town.drop(
          "isps/isp-0001/inbox",
          "isp-0001_2026-01_r1.zip",
          Zips.of(
              "isp-0001_packages_2026-01.csv",
              Delta.packages(101),
              "isp-0001_subscribers_2026-01.csv",
              Delta.subscribers(100),
              "isp-0001_voice_2026-01.csv",
              "a\n1\n",
              "isp-0002_pops_2026-01.csv",
              "a\n1\n"),
          AT);
      Delta.filing(town, "isp-0002", "packages", "", Delta.packages(7), AT);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(states(town))
          .contains(
              "isp-0001_2026-01.zip DUPLICATE duplicate_file",
              "isp-0001_2026-01_r1.zip ACCEPTED_WITH_ERRORS",
              "- isp-0001_packages_2026-01.csv SUPERSEDED",
              "- isp-0001_packages_2026-01.csv ACCEPTED",
              "- isp-0001_subscribers_2026-01.csv DUPLICATE duplicate_file",
              "- isp-0001_voice_2026-01.csv REJECTED unknown_file_name",
              "- isp-0002_pops_2026-01.csv REJECTED sender_mismatch",
              "isp-0002_2026-01.zip ACCEPTED",
              "- isp-0002_subscribers_2026-01.csv ACCEPTED");
      assertThat(
              town.texts(
                  "SELECT DISTINCT subscriber_count::text FROM package_snapshots k JOIN packages p ON p.id = k.package_id WHERE p.code = 'H20' AND p.isp_id = 1"))
          .containsExactly("101");
      assertThat(
              town.texts(
                  "SELECT file_name FROM submission_files WHERE answered_state IS DISTINCT FROM state AND container_id IS NULL"))
          .isEmpty();
      String told =
          town.answer("isps/isp-0001/outbox", "isp-0001_2026-01_r1.zip.result.json")
              .replaceAll("\\s+", " ");
      assertThat(told)
          .contains("\"members\" : [", "2 of 4 files", "unknown_file_name", "sender_mismatch")
          .containsSubsequence(
              "\"isp-0001_packages_2026-01.csv\"",
              "\"isp-0001_subscribers_2026-01.csv\"",
              "\"isp-0001_voice_2026-01.csv\"",
              "\"isp-0002_pops_2026-01.csv\"");
      assertThat(town.answer("isps/isp-0001/outbox", "isp-0001_2026-01_r1.zip.result.html"))
          .contains("isp-0001_voice_2026-01.csv", "isp-0002_pops_2026-01.csv");
      assertThat(town.left()).isEmpty();
    }
  }

  @Test
  void hostileZipsAreRefusedAndTrialsLeaveNothing(@TempDir Path folder) throws IOException {
    byte[] good = Zips.of("isp-0001_packages_2026-01.csv", Delta.packages(1));
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      String inbox = "isps/isp-0001/inbox";
      town.drop(inbox, "isp-0001_2025-01.zip", Arrays.copyOf(good, good.length - 5), AT);
      town.drop(inbox, "isp-0001_2025-02.zip", Zips.of("a.csv", "0".repeat(3 << 20)), AT);
      town.drop(
          inbox,
          "isp-0001_2025-03.zip",
          Zips.of("../../../etc/isp-0001_packages_2026-01.csv", Delta.packages(1)),
          AT);
      town.drop(inbox, "isp-0002_2025-04.zip", good, AT);
      town.drop(inbox, "isp-0001_2025-05.zip", Zips.of("__MACOSX/._a.csv", "x"), AT);
      town.drop(
          "isps/isp-0001/try",
          "isp-0001_2026-01.zip",
          Zips.of(
              "isp-0001_subscribers_2026-01.csv",
              Delta.subscribers(1),
              "isp-0001_packages_2026-01.csv",
              Delta.packages(1)),
          AT);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(states(town))
          .containsExactlyInAnyOrder(
              "isp-0001_2025-01.zip REJECTED corrupt_archive",
              "isp-0001_2025-02.zip REJECTED archive_too_large",
              "isp-0001_2025-03.zip REJECTED unsafe_member_name",
              "isp-0002_2025-04.zip REJECTED sender_mismatch",
              "isp-0001_2025-05.zip REJECTED ignored_member",
              "isp-0001_2026-01.zip ACCEPTED",
              "- isp-0001_subscribers_2026-01.csv ACCEPTED",
              "- isp-0001_packages_2026-01.csv ACCEPTED");
      assertThat(town.answer("isps/isp-0001/outbox", "isp-0001_2026-01.zip.result.json"))
          .contains("Trial, without legal effect. Accepted: all 2 files of the zip.")
          .contains("To file it, put the same zip into the folder inbox.");
      assertThat(town.texts("SELECT code FROM packages")).isEmpty();
      assertThat(town.texts("SELECT feed FROM filing_feeds")).isEmpty();
      try (Stream<Path> archived = Files.walk(folder.resolve("archive/incoming"))) {
        assertThat(archived.filter(Files::isRegularFile)).isEmpty();
      }
    }
  }

  @Test
  void withoutRoomOrAfterACrashAZipWaitsAndNothingIsLost(@TempDir Path folder) throws IOException {
    byte[] january =
        Zips.of(
            "isp-0001_packages_2026-01.csv",
            Delta.packages(1),
            "isp-0001_subscribers_2026-01.csv",
            Delta.subscribers(1));
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      town.sql.update("UPDATE policy_values SET value = 1e9 WHERE name = 'intake.free-megabytes'");
      town.drop("isps/isp-0001/inbox", "isp-0001_2026-01.zip", january, AT);
      Delta.filing(town, "isp-0002", "packages", "", Delta.packages(7), AT);

      assertThat(town.cycle()).isEqualTo(BatchStatus.FAILED);
      assertThat(states(town))
          .containsExactlyInAnyOrder(
              "isp-0001_2026-01.zip WAITING no_room_to_unpack",
              "isp-0002_packages_2026-01.csv ACCEPTED");
      assertThat(town.answer("isps/isp-0001/outbox", "isp-0001_2026-01.zip.result.json"))
          .contains("Waiting (no_room_to_unpack). It is tried again in each cycle.")
          .doesNotContain("it needs");
      assertThat(town.cycle()).isEqualTo(BatchStatus.FAILED);

      town.sql.update("UPDATE policy_values SET value = 1 WHERE name = 'intake.free-megabytes'");
      town.sql.execute(
          """
          CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$;
          CREATE TRIGGER refuse BEFORE INSERT ON submission_files FOR EACH ROW WHEN (NEW.file_name LIKE '%subscribers%') EXECUTE FUNCTION refuse();
          """);
      assertThat(town.cycle()).isEqualTo(BatchStatus.FAILED);
      assertThat(states(town))
          .contains("isp-0001_2026-01.zip WAITING no_room_to_unpack")
          .hasSize(2);

      town.sql.execute("DROP TRIGGER refuse ON submission_files");
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(states(town))
          .containsExactlyInAnyOrder(
              "isp-0001_2026-01.zip ACCEPTED",
              "- isp-0001_packages_2026-01.csv ACCEPTED",
              "- isp-0001_subscribers_2026-01.csv ACCEPTED",
              "isp-0002_packages_2026-01.csv ACCEPTED");
      assertThat(town.answer("isps/isp-0001/outbox", "isp-0001_2026-01.zip.result.json"))
          .doesNotContain("no_room_to_unpack");
    }
  }
}
