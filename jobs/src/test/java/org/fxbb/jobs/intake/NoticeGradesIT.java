package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** Rules that the regulator suspends or grades otherwise, and rules that could not run. */
final class NoticeGradesIT {
  private static final String AT = "2026-02-08T04:00:00Z";

  /** A package whose committed rate is above its maximum, and one sold too fast. */
  private static String odd() {
    return Delta.packages(100)
        .replace("40,40,40,5", "40,40,40,50")
        .replace("20,20,20,5", "30,20,20,5");
  }

  private static List<String> found(Town town) {
    return town.texts(
        "SELECT row_number || ' ' || code || ' ' || severity FROM submission_notices WHERE feed = 'packages' AND code NOT LIKE 'rule_not_run%' ORDER BY 1");
  }

  private static void grade(Town town, String rows) {
    town.drop(
        "manual/inbox",
        "notice_grades_2026-01-01.csv",
        "code,severity,effective_date,expiry_date,reason,legal_reference\n" + rows,
        AT);
  }

  private static void inEachDays(Path folder, String now, String rows, String... expected) {
    try (Town town = new Town(folder, Instant.parse(now))) {
      Delta.register(town);
      grade(town, rows);
      Delta.filing(town, "isp-0001", "packages", "", odd(), AT);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(found(town)).as(now).containsExactly(expected);
    }
  }

  @Test
  void gradesHoldFromTheirFirstDayToTheDayBeforeTheyExpire(
      @TempDir Path a, @TempDir Path b, @TempDir Path c) {
    String rows =
        """
        cir_above_mir,SUSPENDED,2026-02-09,2026-02-11,new forms,Circular 7
        package_speed_above_mir,INFO,2025-01-01,,old,
        package_speed_above_mir,ERROR,2026-02-10,,not any more,
        """;
    String suspended = "3 cir_above_mir WARNING";
    inEachDays(a, "2026-02-08T17:59:59Z", rows, "2 package_speed_above_mir INFO", suspended);
    inEachDays(b, "2026-02-08T18:00:00Z", rows, "2 package_speed_above_mir INFO");
    inEachDays(c, "2026-02-10T18:00:00Z", rows, "2 package_speed_above_mir ERROR", suspended);
  }

  @Test
  void aRaisedRuleCostsTheRowAndFixedOnesStay(@TempDir Path folder) {
    try (Town town = new Town(folder, Instant.parse("2026-02-09T00:00:00Z"))) {
      Delta.register(town);
      grade(
          town,
          """
          cir_above_mir,ERROR,2026-01-01,,decided,
          not_a_number,WARNING,2026-01-01,,wished,
          no_such_rule,SUSPENDED,2026-01-01,,misspelt,
          unknown_pop,INFO,2026-01-01,2026-01-01,never in force,
          """);
      Delta.filing(town, "isp-0001", "packages", "", odd(), AT);
      Delta.filing(town, "isp-0001", "subscribers", "", Delta.subscribers(100), AT);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(
              town.texts(
                  "SELECT row_number || ' ' || code FROM submission_notices WHERE feed = 'notice_grades' ORDER BY 1"))
          .containsExactly("3 fixed_notice_grade", "4 fixed_notice_grade", "5 invalid_date");
      assertThat(
              town.texts(
                  "SELECT feed || ' ' || state || ' ' || rows_loaded || ' ' || rows_quarantined FROM submission_files WHERE inbox = 'FILING' ORDER BY feed"))
          .containsExactly(
              "packages ACCEPTED_WITH_ERRORS 1 1", "subscribers ACCEPTED_WITH_ERRORS 1 1");
      assertThat(town.texts("SELECT raw FROM quarantined_rows WHERE code = 'cir_above_mir'"))
          .containsExactly("H40,Home 40,RESIDENTIAL,40,40,40,50,1500,no,active,10");
      assertThat(
              town.texts(
                  "SELECT feed || ' ' || code || ' ' || found || ' ' || expected FROM submission_notices WHERE code LIKE 'rule_not_run%' ORDER BY 1"))
          .containsExactly(
              "packages rule_not_run_on_partial_file package_vanished_with_subscribers 1",
              "subscribers rule_not_run_on_partial_file package_count_mismatch 1",
              "subscribers rule_not_run_on_partial_file subscribers_do_not_roll_forward 1");
    }
  }
}
