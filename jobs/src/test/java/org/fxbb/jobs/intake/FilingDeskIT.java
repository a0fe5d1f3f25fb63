package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.guide.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** What a clerk lives through: guide, trial, rejected, corrected, accepted; and a broken outbox. */
final class FilingDeskIT {
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");
  private static final String AT = "2026-02-08T04:00:00Z";
  private static final String LATER = "2026-02-08T05:00:00Z";
  private static final String NAME = "isp-0001_subscribers_2026-01.csv";
  private static final String OUTBOX = "isps/isp-0001/outbox";

  @Test
  void aClerkFilesWithTheGuideAlone(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Files.createDirectories(town.drop().resolve("isps/isp-0001/inbox"));
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      Path guide = town.drop().resolve(OUTBOX).resolve("guide");
      assertThat(guide.resolve("guide.html"))
          .content()
          .contains("isp-0001_packages_2026-01.csv", "<bdi>p1</bdi>")
          .contains(
              "To be filed now: <strong>2026-01</strong>. The last day is <strong>2026-02-10");
      assertThat(guide.resolve("packages.template.csv"))
          .hasContent(Sheets.template(Feeds.PACKAGES));
      assertThat(guide.resolve("revenue.schema.json")).exists();
      FileTime written = FileTime.from(Instant.parse("2026-02-01T00:00:00Z"));
      Files.setLastModifiedTime(guide.resolve("guide.html"), written);

      Delta.filing(town, "isp-0001", "packages", "", Sheets.example(Feeds.PACKAGES), AT);
      town.cycle();
      Map<String, Long> before = rows(town);
      String wrong =
          Sheets.example(Feeds.SUBSCRIBERS).replace("1000,60", "many,60").replace("H40", "H99");
      town.drop("isps/isp-0001/try", NAME, wrong, AT);
      town.cycle();

      assertThat(town.answer(OUTBOX, NAME + ".result.json"))
          .contains("Trial, without legal effect. Rejected (too_many_errors)");
      Map<String, Long> changed = rows(town);
      changed.entrySet().removeAll(before.entrySet());
      assertThat(changed.keySet())
          .containsExactly("quarantined_rows", "submission_files", "submission_notices");

      Delta.filing(town, "isp-0001", "subscribers", "", wrong, AT);
      town.cycle();
      assertThat(town.answer(OUTBOX, NAME + ".result.json"))
          .contains(
              "Rejected (too_many_errors): no row was loaded. No version of this filing is in force.")
          .contains("0 fixed, 0 new, 3 still there")
          .contains(
              "received by the end of 11 February 2026, it counts as received on 8 February 2026, 10:00")
          .contains("\"deadline\" : \"2026-02-11T00:00+06:00\"", "\"received_in_time\" : true");
      assertThat(town.answer(OUTBOX, NAME + ".rejected.csv"))
          .contains("many,60", "unknown_package");

      String right = Sheets.example(Feeds.SUBSCRIBERS);
      Delta.filing(town, "isp-0001", "subscribers", "_r1", right, LATER);
      town.cycle();
      assertThat(town.answer(OUTBOX, "isp-0001_subscribers_2026-01_r1.csv.result.json"))
          .contains("Accepted: all 3 rows are in force.")
          .contains("3 fixed, ", "\"feed_state\" : \"ON_TIME\"");
      assertThat(town.answer(OUTBOX, "isp-0001_subscribers_2026-01_r1.csv.result.html"))
          .contains("সময়মতো জমা হয়েছে");
      assertThat(Files.getLastModifiedTime(guide.resolve("guide.html"))).isEqualTo(written);
    }
  }

  @Test
  void trialsUseThePackagesTriedBesideThem(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      String trial = "isps/isp-0001/try";
      String packages = Delta.packages(100).replace("no,active,100", "no,active,7");
      town.drop(trial, NAME, Delta.subscribers(100).replace("3026,10,", "3026,ten,"), AT);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(town.answer(OUTBOX, NAME + ".result.json"))
          .contains(
              "Trial, without legal effect. Waiting: it needs the packages filing of isp-0001")
          .contains("Its rows were checked already: 1 error", "\"not_a_number\"")
          .contains("until 2026-02-11 00:00 (Dhaka time)");
      assertThat(town.answer(OUTBOX, NAME + ".rejected.csv")).contains("3026,ten");

      town.drop(trial, "isp-0001_packages_2026-01.csv", packages, AT);
      town.drop(
          trial,
          "isp-0001_revenue_2026-01.csv",
          "package_code,location,subscriber_revenue_bdt,vat_bdt\nH20,3026,1000,50\nH99,3026,1000,50\n",
          AT);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(town.answer(OUTBOX, NAME + ".result.json"))
          .contains("Trial, without legal effect. Accepted with errors: 1 of 2 rows was not loaded")
          .doesNotContain("Waiting", "unknown_package");
      assertThat(town.answer(OUTBOX, "isp-0001_revenue_2026-01.csv.result.json"))
          .contains("\"unknown_package\"", "Known packages: H20, H40.");

      town.drop(trial, NAME, Delta.subscribers(100), LATER);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(town.answer(OUTBOX, NAME + ".result.json"))
          .contains("subscriber_count is 7, the subscribers file adds up to 100")
          .contains("\"signal\" : \"AMBER\"");
      assertThat(town.texts("SELECT code FROM packages")).isEmpty();
    }
  }

  @Test
  void aVersionWithFewerRowsIsAcceptedWithAWarningAndLatenessIsSaid(@TempDir Path folder)
      throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      String first = "isp-0001_packages_2025-12.csv";
      town.drop("isps/isp-0001/inbox", first, Delta.packages(1), AT);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(town.answer(OUTBOX, first + ".result.json"))
          .contains("Accepted: all 2 rows are in force.")
          .contains(
              "The packages filing of 2025-12 counts as filed 28 days late: it was due by the end of 11 January 2026.")
          .contains("২৮ দিন বিলম্বে জমা হয়েছে");

      String second = "isp-0001_packages_2025-12_r1.csv";
      town.drop(
          "isps/isp-0001/inbox", second, Delta.packages(1).replaceFirst("H40.*\n", ""), LATER);
      town.drop("isps/isp-0001/try", first, Delta.packages(1).replaceFirst("H20.*\n", ""), LATER);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(town.answer(OUTBOX, second + ".result.json"))
          .contains("Accepted with 1 warning: its only row is in force.")
          .contains("This file has 1 row and replaces the accepted version, which has 2 rows.")
          .contains("Look at the warning below. If it names a mistake", "\"signal\" : \"AMBER\"");
      assertThat(town.answer(OUTBOX, first + ".result.json")).contains("Superseded: " + second);
      assertThat(town.answer(OUTBOX, first + ".try.result.json")).contains("Trial");

      String third = "isp-0001_packages_2025-12_r2.csv";
      town.drop("isps/isp-0001/inbox", third, Delta.packages(2).replaceFirst("H40.*\n", ""), LATER);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(town.answer(OUTBOX, third + ".result.json"))
          .contains("Accepted: its only row is in force.", "\"signal\" : \"GREEN\"");
    }
  }

  @Test
  void aFilingThatWaitedIsToldItsEndWhateverCameInBetween(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Delta.filing(town, "isp-0001", "subscribers", "", Delta.subscribers(100), AT);
      town.cycle();
      Delta.filing(town, "isp-0001", "subscribers", "", Delta.subscribers(100), LATER);
      town.drop("isps/isp-0001/try", NAME, Delta.subscribers(100), LATER);
      town.cycle();

      Delta.filing(town, "isp-0001", "packages", "", Delta.packages(100), LATER);
      town.cycle();

      assertThat(
              town.texts(
                  "SELECT state FROM submission_files WHERE inbox = 'FILING' AND feed = 'subscribers' ORDER BY id"))
          .containsExactly("ACCEPTED", "DUPLICATE");
      assertThat(town.answer(OUTBOX, NAME + ".result.json"))
          .contains("\"ACCEPTED\"")
          .doesNotContain("Trial", "Waiting");
    }
  }

  @Test
  void anOutboxThatCannotBeWrittenToStopsNobodyAndIsToldOnce(@TempDir Path folder)
      throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Delta.filing(town, "isp-0001", "packages", "", Delta.packages(1), AT);
      Delta.filing(town, "isp-0002", "packages", "", Delta.packages(2), AT);
      Path blocked = town.drop().resolve("isps/isp-0002/outbox");
      Files.writeString(blocked, "no folder");

      assertThat(town.cycle()).isEqualTo(BatchStatus.FAILED);

      assertThat(town.answer(OUTBOX, "isp-0001_packages_2026-01.csv.result.json"))
          .contains("ACCEPTED");
      assertThat(town.texts("SELECT DISTINCT state FROM submission_files WHERE inbox = 'FILING'"))
          .containsExactly("ACCEPTED");
      assertThat(
              town.texts(
                  "SELECT exit_message FROM batch.batch_step_execution WHERE exit_code = 'FAILED'"))
          .singleElement()
          .asString()
          .contains("Cannot write 1 answer;", "isps/isp-0002/outbox");

      Files.delete(blocked);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(town.answer("isps/isp-0002/outbox", "isp-0002_packages_2026-01.csv.result.html"))
          .contains("কার্যকর হয়েছে");
    }
  }

  /** How many rows each table has, but what the engine notes about its own health. */
  private static Map<String, Long> rows(Town town) {
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        town.texts(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname NOT IN ('system_health', 'intake_uptime')")) {
      rows.put(table, town.sql.queryForObject("SELECT count(*) FROM " + table, Long.class));
    }
    return rows;
  }
}
