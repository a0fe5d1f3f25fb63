package org.fxbb.writers.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;

/**
 * Moves the staged rows of one CSV file into the tables proper: a filing replaces what its ISP had
 * filed for the month, a registry file is upserted by key.
 *
 * <p><b>Lifecycle</b>: once per load, when every bad row has been taken out of staging; the caller
 * commits. A second run of the same rows changes nothing.
 *
 * <p><b>Source</b>: spec 4.4, 4.8 and 4.9.
 */
public final class FeedMerge {
  private static final Map<String, Merge> FILINGS =
      Map.ofEntries(
          merge(
              "packages",
              "package_snapshots",
              "upsertPackages",
              "deletePackageSnapshots",
              "insertPackageSnapshots",
              "deletePackageHistory",
              "insertPackageHistory",
              "dropUnfiledPackages"),
          merge(
              "subscribers",
              "subscriber_snapshots",
              "deleteSubscribers",
              "insertSubscribers",
              "markSubscribers"),
          merge("pops", "bandwidth_snapshots", "deletePopCapacities", "insertPopCapacities"),
          merge(
              "revenue",
              "revenue_details",
              "deleteRevenue",
              "insertRevenue",
              "deleteRevenueSums",
              "insertRevenueSums"),
          merge("bandwidth", "bandwidth_snapshots", "deleteBandwidth", "insertBandwidth"),
          merge(
              "incidents",
              "incident_filings",
              "deleteIncidentFilings",
              "insertIncidentFilings",
              "deleteIncidentPops",
              "deleteIncidentTimeline",
              "reviveIncidents",
              "dropUnfiledIncidents",
              "upsertIncidents",
              "insertIncidentPops",
              "insertIncidentTimeline",
              "deleteFiledRepairTimes",
              "insertFiledRepairTimes"),
          merge("complaints", "complaint_aggregates", "deleteComplaints", "insertComplaints"));
  private static final Map<String, Merge> REGISTRY =
      Map.ofEntries(
          merge(
              "isps",
              "isps",
              "translateHeadquarters",
              "historyOfIsps",
              "upsertIsps",
              "upsertContacts"),
          merge("coverage", "isp_coverage_areas", "upsertCoverage"),
          merge("pops", "pops", "upsertPops"),
          merge("agents", "software_agents", "upsertAgents", "endAssignments", "insertAssignments"),
          merge("thresholds", "sla_thresholds", "insertPolicySets", "upsertThresholds"),
          merge("maintenance", "maintenance_windows", "upsertMaintenance", "reopenMaintainedSlots"),
          merge("snmp_targets", "snmp_targets", "describeSeenTargets", "upsertSnmpTargets"),
          merge("test_targets", "test_targets", "upsertTestTargets"),
          merge("commitments", "isp_commitments", "upsertCommitments"),
          merge("notice_grades", "notice_grades", "upsertNoticeGrades"),
          merge("calendar", "calendar_days", "reopenBusyDays", "upsertCalendar"),
          merge("credentials", "sftp_credentials", "prolongKeys", "insertKeys"));
  private static final String NAME_FILE = SqlText.of(FeedMerge.class, "nameFileAsActor");

  private FeedMerge() {}

  /** The table that tells where rows of a feed went, and the statements in their order. */
  private record Merge(String table, List<String> statements) {}

  private static Map.Entry<String, Merge> merge(String feed, String table, String... statements) {
    return Map.entry(feed, new Merge(table, List.of(statements)));
  }

  /**
   * Merges the rows of one file.
   *
   * @param rows how many are staged
   * @param parameters {@code file_id}, {@code received_at}; filings: {@code isp_id}, {@code
   *     period}, {@code submission_id}; registry: {@code list_date}
   */
  public static void merge(Load load, Feed feed, long rows, Map<String, ?> parameters) {
    boolean filing = feed.kind() == Kind.FILING;
    if (!filing) {
      load.query(NAME_FILE, parameters, (row, i) -> row.getString(1));
    }
    Merge merge = (filing ? FILINGS : REGISTRY).get(feed.name());
    if (merge == null) {
      throw new IllegalStateException("No merge is known for the feed " + feed.name() + ".");
    }
    for (String statement : merge.statements()) {
      load.run(SqlText.of(FeedMerge.class, statement), parameters);
    }
    insertProvenance(load, merge.table(), rows, parameters);
  }

  /** Notes how many rows of a file went to a table. */
  public static void insertProvenance(
      Load load, String table, long rows, Map<String, ?> parameters) {
    Map<String, Object> provenance = new HashMap<>(parameters);
    provenance.put("table_name", table);
    provenance.put("rows", rows);
    provenance.putIfAbsent("isp_id", null);
    load.run(SqlText.of(FeedMerge.class, "insertFilingProvenance"), provenance);
  }

  /** Adds the submission that the rows of a filing belong to. */
  public static void insertSubmission(Load load, Map<String, ?> parameters) {
    load.run(SqlText.of(FeedMerge.class, "insertFilingSubmission"), parameters);
  }
}
