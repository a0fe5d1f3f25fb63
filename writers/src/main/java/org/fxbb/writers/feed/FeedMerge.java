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
  private static final Map<String, List<String>> FILINGS =
      Map.of(
          "packages",
          List.of(
              "upsertPackages",
              "deletePackageSnapshots",
              "insertPackageSnapshots",
              "deletePackageHistory",
              "insertPackageHistory",
              "dropUnfiledPackages"),
          "subscribers",
          List.of(
              "deleteSubscribers",
              "insertSubscribers",
              "deletePackageCoverage",
              "insertPackageCoverage"),
          "pops",
          List.of("deleteBandwidth", "insertBandwidth"),
          "revenue",
          List.of("deleteRevenue", "insertRevenue", "deleteRevenueSums", "insertRevenueSums"));

  private static final Map<String, List<String>> REGISTRY =
      Map.of(
          "isps",
          List.of("translateHeadquarters", "historyOfIsps", "upsertIsps", "upsertContacts"),
          "coverage",
          List.of("upsertCoverage"),
          "pops",
          List.of("upsertPops"),
          "agents",
          List.of("upsertAgents", "endAssignments", "insertAssignments"),
          "thresholds",
          List.of("insertPolicySets", "upsertThresholds"),
          "maintenance",
          List.of("upsertMaintenance", "reopenMaintainedSlots"));

  private static final Map<String, String> TABLES =
      Map.of(
          "packages", "package_snapshots",
          "subscribers", "subscriber_snapshots",
          "pops", "bandwidth_snapshots",
          "revenue", "revenue_details",
          "isps", "isps",
          "coverage", "isp_coverage_areas",
          "agents", "software_agents",
          "thresholds", "sla_thresholds",
          "maintenance", "maintenance_windows");

  private static final String NAME_FILE = SqlText.of(FeedMerge.class, "nameFileAsActor");

  private FeedMerge() {}

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
    List<String> statements = (filing ? FILINGS : REGISTRY).get(feed.name());
    if (statements == null) {
      throw new IllegalStateException("No merge is known for the feed " + feed.name() + ".");
    }
    for (String statement : statements) {
      load.run(SqlText.of(FeedMerge.class, statement), parameters);
    }
    Map<String, Object> provenance = new HashMap<>(parameters);
    provenance.put(
        "table_name",
        filing || !feed.name().equals("pops") ? TABLES.getOrDefault(feed.name(), "") : "pops");
    provenance.put("rows", rows);
    provenance.putIfAbsent("isp_id", null);
    load.run(SqlText.of(FeedMerge.class, "insertFilingProvenance"), provenance);
  }

  /** Adds the submission that the rows of a filing belong to. */
  public static void insertSubmission(Load load, Map<String, ?> parameters) {
    load.run(SqlText.of(FeedMerge.class, "insertFilingSubmission"), parameters);
  }
}
