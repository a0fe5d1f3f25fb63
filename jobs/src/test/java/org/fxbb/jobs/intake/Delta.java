package org.fxbb.jobs.intake;

import java.time.Instant;
import java.util.UUID;

/** A hand-written register of two ISPs with one QoS agent, and files to go with it. */
final class Delta {
  static final String AGENT = "11111111-1111-4111-8111-111111111111";
  static final String MORNING = "2026-02-01T03:00:00Z";

  private static final String PACKAGES_HEADER =
      "package_code,package_name,package_type,download_speed_mbps,upload_speed_mbps,mir_mbps,cir_mbps,price_bdt,has_fup,status,subscriber_count\n";

  private Delta() {}

  static void register(Town town) {
    town.drop(
        "manual/inbox",
        "isps_2026-01-01.csv",
        """
        isp_code,btrc_license_no,name_en,license_category,license_status
        isp-0001,LIC-1,Padma Net,DISTRICT,ACTIVE
        isp-0002,LIC-2,Jamuna Net,NATIONWIDE,ACTIVE
        """,
        MORNING);
    town.drop(
        "manual/inbox", "coverage_2026-01-01.csv", "isp_code,bbs_code\nisp-0001,3026\n", MORNING);
    town.drop(
        "manual/inbox",
        "pops_2026-01-01.csv",
        """
        isp_code,pop_code,name_en,category,bbs_code,status,commissioned_date
        isp-0001,p1,Dhaka 1,EDGE_POP,3026,ACTIVE,2025-01-01
        """,
        MORNING);
    town.drop(
        "manual/inbox",
        "agents_2026-01-01.csv",
        "agent_uuid,isp_code,agent_type,pop_codes,reference_download_mbps,valid_from\n"
            + AGENT
            + ",isp-0001,QOS_AGENT,p1,20,2025-01-01\n",
        MORNING);
  }

  static String packages(int subscribers) {
    return PACKAGES_HEADER
        + "H20,Home 20,RESIDENTIAL,20,20,20,5,900,no,active,"
        + subscribers
        + "\nH40,Home 40,RESIDENTIAL,40,40,40,5,1500,no,active,10\n";
  }

  static String subscribers(int current) {
    return "package_code,location,current_count,new_count,churned_count\nH20,3026,"
        + current
        + ",1,0\nH40,3026,10,0,0\n";
  }

  static void filing(Town town, String isp, String feed, String suffix, String text, String at) {
    town.drop("isps/" + isp + "/inbox", isp + "_" + feed + "_2026-01" + suffix + ".csv", text, at);
  }

  static void dump(Town town, String stamp, String arrival, String... lines) {
    town.drop(
        "agents/" + AGENT + "/inbox",
        "qos_" + AGENT + "_" + stamp + ".ndjson",
        String.join("\n", lines) + "\n",
        arrival);
  }

  /** A submission of one quarter hour with one speed test. */
  static String line(int number, String periodStart, String sentAfter, double mbps) {
    Instant start = Instant.parse(periodStart);
    return """
        {"submission":{"submission_uuid":"%s","originator_type":"QOS_AGENT","agent_uuid":"%s",\
        "agent_version":"1","isp_id":"isp-0001","pop_id":"p1","submission_time":"%s",\
        "reporting_period_start":"%s","reporting_period_end":"%s"},\
        "speed_test":{"test_uuid":"t","time":"%s","test_status":"SUCCESS",\
        "target":{"host":"speed.example.bd","type":"NATIONAL"},\
        "download":{"speed_mbps":%s},"upload":{"speed_mbps":9.5}}}"""
        .formatted(
            new UUID(0x4000L, 0x8000000000000000L + number),
            AGENT,
            Instant.parse(sentAfter),
            start,
            start.plusSeconds(900),
            start.plusSeconds(60),
            mbps);
  }
}
