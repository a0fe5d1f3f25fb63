package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** The result does not depend on when and how often things arrive. Source: spec 4.9. */
final class OrderAndRepetitionIT {
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");
  private static final String FIRST = "2026-02-02T04:00:00Z";
  private static final String LATER = "2026-02-03T04:00:00Z";
  private static final String START = "2026-01-31T10:00:00Z";

  /** What is known, by natural keys. */
  private static final List<String> FACTS =
      List.of(
          "SELECT p.code || test_type || target_key || time || download_mbps FROM ts_qos_measurements t JOIN pops p ON p.id = t.pop_id",
          "SELECT submission_uuid::text || period_start || content_hash FROM api_submissions",
          "SELECT code || ' ' || raw FROM quarantined_rows",
          "SELECT i.code || package_name || subscriber_count || snapshot_month FROM package_snapshots k JOIN isps i ON i.id = k.isp_id",
          "SELECT i.code || total_subscribers || location_code FROM subscriber_snapshots k JOIN isps i ON i.id = k.isp_id",
          "SELECT code || name_en || status || last_month FROM packages",
          "SELECT feed || state || coalesce(late_days, -1) || coalesce(in_force_revision, -1) FROM filing_feeds",
          "SELECT f.state FROM filings f");

  private static List<List<String>> facts(Town town) {
    List<List<String>> facts = new ArrayList<>();
    for (String query : FACTS) {
      facts.add(town.texts(query).stream().sorted().toList());
    }
    return facts;
  }

  private static void early(Town town) {
    Delta.dump(
        town,
        "20260131T120000Z",
        FIRST,
        Delta.line(1, START, "2026-01-31T10:16:00Z", 18),
        Delta.line(2, "2026-01-31T10:15:00Z", "2026-01-31T10:31:00Z", 19));
    Delta.filing(town, "isp-0001", "packages", "", Delta.packages(100), FIRST);
    Delta.filing(town, "isp-0001", "subscribers", "", Delta.subscribers(100), FIRST);
  }

  private static void late(Town town) {
    Delta.dump(
        town,
        "20260131T180000Z",
        LATER,
        Delta.line(9, START, "2026-01-31T12:00:00Z", 5),
        Delta.line(2, "2026-01-31T10:15:00Z", "2026-01-31T10:31:00Z", 19),
        Delta.line(3, "2026-01-31T10:30:00Z", "2026-01-31T10:46:00Z", 17));
    Delta.filing(town, "isp-0001", "packages", "_r1", Delta.packages(101), LATER);
    Delta.filing(town, "isp-0001", "subscribers", "_r1", Delta.subscribers(101), LATER);
  }

  @Test
  void eitherOrderOverTwoCyclesGivesTheSame(@TempDir Path a, @TempDir Path b) {
    try (Town forth = new Town(a, NOW);
        Town back = new Town(b, NOW)) {
      Delta.register(forth);
      early(forth);
      assertThat(forth.cycle()).isEqualTo(BatchStatus.COMPLETED);
      late(forth);
      assertThat(forth.cycle()).isEqualTo(BatchStatus.COMPLETED);

      Delta.register(back);
      late(back);
      assertThat(back.cycle()).isEqualTo(BatchStatus.COMPLETED);
      early(back);
      assertThat(back.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(facts(back)).isEqualTo(facts(forth));
      assertThat(forth.texts("SELECT download_mbps::text FROM ts_qos_measurements ORDER BY time"))
          .containsExactly("18.00", "19.00", "17.00");
      for (Town town : List.of(forth, back)) {
        assertThat(
                town.texts(
                    "SELECT sum(rows_loaded) || ' ' || sum(rows_duplicate) || ' ' || sum(rows_quarantined) FROM submission_files WHERE inbox = 'AGENT'"))
            .containsExactly("3 1 1");
        assertThat(
                town.texts(
                    "SELECT rows::text FROM (SELECT sum(rows) AS rows FROM data_provenance WHERE target_table = 'ts_qos_measurements') s"))
            .containsExactly("3");
      }
    }
  }

  @Test
  void everythingTwiceChangesNothing(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      early(town);
      late(town);
      town.cycle();
      List<List<String>> once = facts(town);
      Delta.register(town);
      late(town);
      early(town);

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(facts(town)).isEqualTo(once);
      assertThat(town.left()).isEmpty();
      assertThat(
              town.texts(
                  "SELECT file_name || ' ' || state FROM submission_files WHERE id > 10 AND state <> 'DUPLICATE'"))
          .containsExactly(
              "isp-0001_packages_2026-01.csv SUPERSEDED",
              "isp-0001_subscribers_2026-01.csv SUPERSEDED");
      assertThat(
              town.texts(
                  "SELECT file_name FROM submission_files WHERE state = 'DUPLICATE' AND rows_duplicate IS DISTINCT FROM rows_received"))
          .isEmpty();
    }
  }

  @Test
  void aSubmissionUuidUsedForTwoPeriodsIsLoadedAndSaid(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Delta.dump(
          town,
          "20260131T120000Z",
          FIRST,
          Delta.line(1, START, "2026-01-31T10:16:00Z", 18),
          Delta.line(1, "2026-01-31T10:15:00Z", "2026-01-31T10:31:00Z", 19));
      town.cycle();

      assertThat(town.texts("SELECT code FROM submission_notices"))
          .containsExactly("submission_uuid_reused", "submission_uuid_reused");
      assertThat(town.texts("SELECT count(*)::text FROM ts_qos_measurements")).containsExactly("2");
    }
  }

  @Test
  void subscribersWaitForPackagesAndAreThenLoaded(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      Delta.filing(town, "isp-0001", "subscribers", "", Delta.subscribers(100), FIRST);
      town.cycle();
      assertThat(town.texts("SELECT state FROM submission_files WHERE inbox = 'FILING'"))
          .containsExactly("WAITING");
      assertThat(
              town.answer("isps/isp-0001/outbox", "isp-0001_subscribers_2026-01.csv.result.json"))
          .contains("waiting_for_reference");

      Delta.filing(town, "isp-0001", "packages", "", Delta.packages(100), LATER);
      town.cycle();
      assertThat(town.texts("SELECT state FROM submission_files WHERE inbox = 'FILING'"))
          .containsExactly("ACCEPTED", "ACCEPTED");
      assertThat(
              town.texts(
                  "SELECT code || ' ' || found || ' ' || column_name || ' ' || expected FROM submission_notices ORDER BY 1"))
          .containsExactly(
              "rule_not_run package_vanished_with_subscribers subscribers 2025-12",
              "rule_not_run subscribers_do_not_roll_forward subscribers 2025-12");
    }
  }
}
