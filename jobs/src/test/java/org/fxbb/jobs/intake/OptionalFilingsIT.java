package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/**
 * The filings that nobody must send: bandwidth, incidents and complaints. Source: spec 4.4, 4.9.
 */
final class OptionalFilingsIT {
  private static final Instant NOW = Instant.parse("2026-03-09T00:00:00Z");
  private static final String FEBRUARY = "2026-02-05T04:00:00Z";
  private static final String MARCH = "2026-03-05T04:00:00Z";
  private static final String INCIDENTS =
      "incident_id,incident_type,severity,status,detected_time,reported_time,resolved_time,affected_pop_codes,service_impact\n";

  private static void inbox(Town town, String feed, String period, String text, String at) {
    town.drop("isps/isp-0001/inbox", "isp-0001_" + feed + "_" + period + ".csv", text, at);
  }

  private static String lasting(String status, String resolved) {
    return "INC-1,OUTAGE,MAJOR,"
        + status
        + ",2026-01-30 10:00,"
        + ","
        + resolved
        + ",p1|p9,COMPLETE_OUTAGE\n";
  }

  private static String january() {
    return INCIDENTS
        + lasting("open", "")
        + "INC-2,UPSTREAM,MINOR,closed,2026-01-10 10:00,2026-01-10 10:00,2026-01-10 12:30,,MINIMAL\n"
        + "INC-3,SECURITY,MINOR,closed,2026-01-11 10:00,2026-01-11 09:59,2026-01-11 11:00,,MINIMAL\n";
  }

  private static List<String> incidents(Town town) {
    return town.texts(
        "SELECT incident_key || ' ' || status || ' ' || to_char(period, 'MM') FROM incidents WHERE deleted_at IS NULL ORDER BY 1");
  }

  @Test
  void eachIsLoadedReplacedAndChecked(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      inbox(
          town,
          "bandwidth",
          "2026-01",
          """
          upstream_type,provider_name,contracted_mbps,provisioned_mbps,peak_utilization_pct
          INTERNET,Upstream One,1000,900,100
          INTERNET,Upstream Two,500,500,100.01
          ix,National IX,200,200,
          CACHE,Cache House,100,100,0
          """,
          FEBRUARY);
      inbox(
          town,
          "complaints",
          "2026-01",
          """
          category,received,resolved,mttr_hours
          BANDWIDTH,10,10,4.5
          OUTAGE,10,11,1
          """,
          FEBRUARY);
      inbox(
          town,
          "pops",
          "2026-01",
          "location,pop_count,pop_type,status,upstream_capacity_mbps,international_mbps,ix_mbps,cache_mbps\n3026,2,access,active,100,50,20,20\n",
          FEBRUARY);
      inbox(town, "incidents", "2026-01", january(), FEBRUARY);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(
              town.texts(
                  "SELECT feed || ' ' || state || ' ' || rows_loaded || ' ' || rows_quarantined FROM submission_files WHERE inbox = 'FILING' ORDER BY feed"))
          .containsExactly(
              "bandwidth ACCEPTED_WITH_ERRORS 3 1",
              "complaints ACCEPTED_WITH_ERRORS 1 1",
              "incidents ACCEPTED 3 0",
              "pops ACCEPTED 1 0");
      assertThat(
              town.texts(
                  "SELECT upstream_type || ' ' || provider_name || ' ' || provisioned_mbps || ' ' || coalesce(peak_utilization_pct::text, '-') FROM bandwidth_snapshots WHERE upstream_type <> '' ORDER BY 1"))
          .containsExactly(
              "CACHE Cache House 100.00 0.00",
              "INTERNET Upstream One 900.00 100.00",
              "IX National IX 200.00 -");
      assertThat(
              town.texts(
                  "SELECT category || ' ' || received || ' ' || resolved || ' ' || mttr_hours FROM complaint_aggregates"))
          .containsExactly("BANDWIDTH 10 10 4.50");
      assertThat(
              town.texts(
                  "SELECT feed || ' ' || code || ' ' || severity || ' ' || row_number || ' ' || found FROM submission_notices ORDER BY 1"))
          .containsExactly(
              "bandwidth number_out_of_range ERROR 3 100.01",
              "complaints resolved_exceeds_received ERROR 3 11",
              "incidents incident_times_out_of_order WARNING 4 2026-01-11 09:59",
              "incidents unknown_pop WARNING 2 p9");
      assertThat(
              town.texts(
                  "SELECT feed || ' ' || state FROM filing_feeds WHERE isp_id = 1 ORDER BY 1"))
          .containsExactly(
              "bandwidth ON_TIME",
              "complaints ON_TIME",
              "incidents ON_TIME",
              "packages MISSING",
              "pops ON_TIME",
              "revenue MISSING",
              "subscribers MISSING");

      inbox(
          town,
          "bandwidth",
          "2026-01_r1",
          "upstream_type,provider_name,contracted_mbps,provisioned_mbps\nIX,National IX,300,300\n",
          FEBRUARY);
      inbox(
          town,
          "complaints",
          "2026-01_r1",
          "category,received,resolved\nNOISE,1,1\nLOUD,1,1\n",
          FEBRUARY);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(
              town.texts(
                  "SELECT feed || ' ' || state FROM submission_files WHERE feed IN ('bandwidth', 'complaints') ORDER BY id"))
          .containsExactlyInAnyOrder(
              "bandwidth SUPERSEDED",
              "complaints ACCEPTED_WITH_ERRORS",
              "bandwidth ACCEPTED",
              "complaints REJECTED");
      assertThat(
              town.texts(
                  "SELECT concat_ws(' ', upstream_type, provisioned_mbps, pop_count) FROM bandwidth_snapshots"))
          .containsExactlyInAnyOrder(" 2", "IX 300.00");
      assertThat(town.texts("SELECT category FROM complaint_aggregates"))
          .containsExactly("BANDWIDTH");
    }
  }

  @Test
  void anIncidentOfTwoMonthsIsAsTheNewerTellsItInAnyOrder(@TempDir Path a, @TempDir Path b) {
    String february = INCIDENTS + lasting("closed", "2026-02-03 10:00");
    try (Town forth = new Town(a, NOW);
        Town back = new Town(b, NOW)) {
      for (Town town : List.of(forth, back)) {
        Delta.register(town);
        boolean first = town == forth;
        inbox(
            town, "incidents", first ? "2026-01" : "2026-02", first ? january() : february, MARCH);
        assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
        inbox(
            town, "incidents", first ? "2026-02" : "2026-01", first ? february : january(), MARCH);
        assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(incidents(town))
            .containsExactly("INC-1 closed 02", "INC-2 closed 01", "INC-3 closed 01");
        assertThat(
                town.texts(
                    "SELECT i.incident_key || ' ' || p.code FROM incident_affected_pops a JOIN incidents i ON i.id = a.incident_id JOIN pops p ON p.id = a.pop_id"))
            .containsExactly("INC-1 p1");
        assertThat(
                town.texts(
                    "SELECT i.incident_key || ' ' || t.event FROM incident_timeline t JOIN incidents i ON i.id = t.incident_id WHERE i.incident_key = 'INC-1' ORDER BY happened_at"))
            .containsExactly("INC-1 DETECTED", "INC-1 RESOLVED");
        assertThat(
                town.texts(
                    "SELECT to_char(summary_month, 'MM') || ' ' || events || ' ' || resolved || ' ' || mean_minutes || ' ' || median_minutes FROM mttr_summaries ORDER BY 1"))
            .containsExactly("01 2 2 105.00 60.00", "02 1 1 5760.00 5760.00");
      }
      inbox(
          forth,
          "incidents",
          "2026-02_r1",
          INCIDENTS + "INC-4,SECURITY,MINOR,open,2026-02-11 10:00,,,,MINIMAL\n",
          MARCH);
      assertThat(forth.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(incidents(forth))
          .containsExactly("INC-1 open 01", "INC-2 closed 01", "INC-3 closed 01", "INC-4 open 02");
      assertThat(
              forth.texts(
                  "SELECT t.event FROM incident_timeline t JOIN incidents i ON i.id = t.incident_id WHERE i.incident_key = 'INC-1'"))
          .containsExactly("DETECTED");
      forth.sql.update(
          "INSERT INTO incident_timeline (incident_id, isp_id, event, happened_at, note) SELECT id, isp_id, 'NOTE', detected_at, 'called' FROM incidents WHERE incident_key = 'INC-4'");
      inbox(forth, "incidents", "2026-02_r2", february, MARCH);
      assertThat(forth.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(incidents(forth)).isEqualTo(incidents(back));
      inbox(
          forth,
          "incidents",
          "2026-02_r3",
          february + "INC-4,SECURITY,MINOR,closed,2026-02-11 10:00,,,,MINIMAL\n",
          MARCH);
      assertThat(forth.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(
              forth.texts(
                  "SELECT t.event FROM incident_timeline t JOIN incidents i ON i.id = t.incident_id WHERE i.incident_key = 'INC-4' AND i.deleted_at IS NULL ORDER BY 1"))
          .containsExactly("DETECTED", "NOTE");
    }
  }

  @Test
  void aMonthThatIsClosedIsStillFiledAndSaysSo(@TempDir Path folder) {
    String closed = "2026-03-01T00:00:00Z";
    String complaints = "category,received,resolved\nOUTAGE,1,";
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      town.sql.update(
          "INSERT INTO month_closings (period, policy_set, data_closed_at, data_closed_by, month_closed_at) SELECT '2026-01-01', code, '%s', 'test', '%s' FROM policy_sets WHERE is_default"
              .formatted(closed, closed));
      inbox(town, "complaints", "2026-01", complaints + "1\n", "2026-02-28T23:59:59Z");
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(town.texts("SELECT code FROM submission_notices")).isEmpty();
      inbox(town, "complaints", "2026-01_r1", complaints + "0\n", closed);
      inbox(town, "complaints", "2026-02", complaints.replace("1,", "2,") + "0\n", MARCH);
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(
              town.texts("SELECT code || ' ' || severity || ' ' || found FROM submission_notices"))
          .containsExactly("period_closed WARNING 2026-01");
      assertThat(
              town.texts(
                  "SELECT to_char(snapshot_month, 'MM') || ' ' || resolved FROM complaint_aggregates ORDER BY 1"))
          .containsExactly("01 0", "02 0");
      assertThat(town.texts("SELECT to_char(period, 'MM') || ' ' || state FROM filings ORDER BY 1"))
          .containsExactly("01 CLOSED", "02 OPEN");
    }
  }
}
