package org.fxbb.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each rule on both sides of each of its boundaries, on rows made by hand (spec 5.8). */
final class ReconciliationIT {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final LocalDate THIS = LocalDate.of(2026, 1, 1);
  private static final LocalDate BEFORE = LocalDate.of(2025, 12, 1);
  private static final String DHAKA = "3026";
  private static final String RAJSHAHI = "5081";

  private NamedParameterJdbcTemplate jdbc;
  private Reconciliation reconciliation;
  private TransactionTemplate transaction;
  private long isp;
  private long homePackage;

  @BeforeEach
  void oneIspWithOnePackage() {
    var source = TestDatabase.create().etl();
    jdbc = new NamedParameterJdbcTemplate(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    Clock clock = Clock.fixed(Instant.parse("2026-02-15T00:00:00Z"), ZoneOffset.UTC);
    reconciliation = new Reconciliation(jdbc, clock);
    isp = isp("isp-0001");
    homePackage = homePackage(isp);
    run("SELECT fxbb_make_partitions('ts_subscriber_counts', '2026-01-01', '2026-01-31')");
  }

  @ParameterizedTest
  @CsvSource({
    "102, OK, UNDER",
    "103, WARN, UNDER",
    "110, WARN, UNDER",
    "111, INVESTIGATE, UNDER",
    "75, OK, OVER",
    "74, WARN, OVER",
    "60, WARN, OVER",
    "59, INVESTIGATE, OVER"
  })
  void d01ComparesSessionsWithActiveSubscribers(int sessions, String band, String direction) {
    subscribers(isp, homePackage, THIS, DHAKA, 110, 0, 0, 10);
    sessions("bras-1", sessions, 100);

    assertThat(findings("D01")).containsExactly("isp-0001 " + band + " " + direction);
  }

  @Test
  void d01LeavesOutPollsWithABrasMissingAndSaysWhenTooFewRemain() {
    subscribers(isp, homePackage, THIS, DHAKA, 100, 0, 0, 0);
    sessions("bras-1", 50, 100);
    sessions("bras-2", 50, 60);
    assertThat(findings("D01")).containsExactly("isp-0001 OK EQUAL");

    run("DELETE FROM ts_subscriber_counts WHERE bras_id = 'bras-2'");
    sessions("bras-2", 50, 59);
    assertThat(findings("D01")).containsExactly("isp-0001 too few polls saw every BRAS");
  }

  @Test
  void d01DoesNotRunWithoutOneOfTheWitnesses() {
    assertThat(findings("D01"))
        .containsExactly("isp-0001 no subscribers filing of session-based packages for the month");

    subscribers(isp, homePackage, THIS, DHAKA, 100, 0, 0, 0);
    assertThat(findings("D01"))
        .containsExactly("isp-0001 no BRAS of the ISP was polled in the month");
  }

  @ParameterizedTest
  @CsvSource({
    "95000, OK", "94999, WARN", "90000, WARN", "89999, INVESTIGATE",
    "110000, OK", "110001, WARN", "120000, WARN", "120001, INVESTIGATE"
  })
  void d02ComparesRevenueWithPriceLessVat(long revenue, String band) {
    subscribers(isp, homePackage, BEFORE, DHAKA, 80, 0, 0, 0);
    subscribers(isp, homePackage, THIS, DHAKA, 140, 60, 0, 10);
    revenue((double) revenue, revenue / 20.0, null);

    assertThat(findings("D02")).singleElement().asString().startsWith("isp-0001 " + band + " ");
  }

  @Test
  void d02TakesTheClosingCountWithoutAnOpeningOneAndThePayersWhereFiled() {
    subscribers(isp, homePackage, THIS, DHAKA, 100, 0, 0, 0);
    revenue(100000, 5000, null);
    assertThat(findings("D02")).containsExactly("isp-0001 OK EQUAL");

    run("DELETE FROM revenue_details");
    revenue(100000, 5000, 50L);
    assertThat(findings("D02")).containsExactly("isp-0001 INVESTIGATE OVER");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, OK EQUAL",
    "1001, WARN OVER",
    "1010, WARN OVER",
    "1011, INVESTIGATE OVER",
    "999, WARN UNDER",
    "989, INVESTIGATE UNDER"
  })
  void d03ComparesPackageCounts(long stated, String finding) {
    subscribers(isp, homePackage, THIS, DHAKA, 600, 0, 0, 0);
    subscribers(isp, homePackage, THIS, RAJSHAHI, 400, 0, 0, 0);
    run("UPDATE package_snapshots SET subscriber_count = :n", Map.of("n", stated));

    assertThat(findings("D03")).containsExactly("isp-0001 " + finding);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, OK EQUAL",
    "1001, WARN OVER",
    "1010, WARN OVER",
    "1011, INVESTIGATE OVER",
    "990, WARN UNDER",
    "989, INVESTIGATE UNDER"
  })
  void d04RollsSubscribersForward(int current, String finding) {
    subscribers(isp, homePackage, BEFORE, DHAKA, 950, 0, 0, 0);
    subscribers(isp, homePackage, THIS, DHAKA, current, 100, 50, 0);

    assertThat(findings("D04")).containsExactly("isp-0001 " + finding);
  }

  @Test
  void d04DoesNotRunWithoutThePreviousMonthAndSeesAPlaceThatVanished() {
    subscribers(isp, homePackage, THIS, DHAKA, 100, 0, 0, 0);
    assertThat(findings("D04"))
        .containsExactly("isp-0001 no subscribers filing for the month before");

    subscribers(isp, homePackage, BEFORE, DHAKA, 100, 0, 0, 0);
    subscribers(isp, homePackage, BEFORE, RAJSHAHI, 7, 0, 0, 0);
    assertThat(findings("D04")).containsExactly("isp-0001 INVESTIGATE UNDER");
    assertThat(
            texts("SELECT worst_grain FROM discrepancy_detections WHERE worst_grain LIKE 'HOME%'"))
        .containsExactly("HOME at " + RAJSHAHI);
  }

  @ParameterizedTest
  @CsvSource({
    "5050, OK",
    "5051, WARN",
    "5250, WARN",
    "5251, INVESTIGATE",
    "4950, OK",
    "4949, WARN",
    "4750, WARN",
    "4749, INVESTIGATE"
  })
  void d11ComparesVatWithTheRate(double vat, String band) {
    revenue(100000, vat, null);

    assertThat(findings("D11")).singleElement().asString().startsWith("isp-0001 " + band + " ");
  }

  @ParameterizedTest
  @CsvSource({"0, WARN EQUAL", "50, WARN OVER", "53, INVESTIGATE OVER"})
  void d12FindsPlacesOutsideTheLicence(int outside, String finding) {
    cover("30");
    subscribers(isp, homePackage, THIS, DHAKA, 950, 0, 0, 0);
    subscribers(isp, homePackage, THIS, RAJSHAHI, outside, 0, 0, 0);

    assertThat(findings("D12")).containsExactly("isp-0001 " + finding);
  }

  @Test
  void d12IsFineInsideTheLicenceAtAnyLevel() {
    subscribers(isp, homePackage, THIS, "302607", 950, 0, 0, 0);
    assertThat(findings("D12")).containsExactly("isp-0001 no licensed coverage in the registry");

    for (String area : List.of("BD", "30", DHAKA, "302607")) {
      run("DELETE FROM isp_coverage_areas");
      cover(area);
      assertThat(findings("D12")).as(area).containsExactly("isp-0001 OK EQUAL");
    }
  }

  @Test
  void threeMonthsOfWarnAreInvestigateAndASecondRunChangesNothing() {
    subscribers(isp, homePackage, THIS, DHAKA, 100, 0, 0, 0);
    revenue(94000, 4700, null);
    run(
        """
        INSERT INTO discrepancy_detections (discrepancy_rule_id, isp_id, period, band, months_running, detected_at)
        SELECT id, :isp, :before, 'WARN', 1, now() FROM discrepancy_rules WHERE code = 'D02'
        """,
        Map.of("isp", isp, "before", BEFORE));
    assertThat(findings("D02")).containsExactly("isp-0001 WARN UNDER");

    run(
        "UPDATE discrepancy_detections SET months_running = 2 WHERE period = :b",
        Map.of("b", BEFORE));
    assertThat(findings("D02")).containsExactly("isp-0001 INVESTIGATE UNDER");

    String all = "SELECT d::text FROM discrepancy_detections d ORDER BY 1";
    List<String> once = texts(all);
    reconcile();
    assertThat(texts(all)).isEqualTo(once);
  }

  @Test
  void reportsSeeNoAmountsOfRevenue() {
    revenue(100000, 9000, null);
    reconcile();

    assertThat(
            texts(
                """
                SELECT code || ' ' || band || ' ' || direction || ' ' || num_nonnulls(declared_value, expected_value, variance_pct, at_stake)
                FROM discrepancy_findings WHERE code = 'D11'
                """))
        .containsExactly("D11 INVESTIGATE OVER 0");
  }

  private List<String> findings(String rule) {
    reconcile();
    return jdbc.queryForList(
        """
        SELECT i.code || ' ' || coalesce(d.band || ' ' || d.direction, d.did_not_run)
        FROM discrepancy_detections d
        JOIN discrepancy_rules r ON r.id = d.discrepancy_rule_id
        JOIN isps i ON i.id = d.isp_id
        WHERE r.code = :rule AND d.period = '2026-01-01' ORDER BY 1
        """,
        Map.of("rule", rule),
        String.class);
  }

  private void reconcile() {
    transaction.executeWithoutResult(
        status -> reconciliation.reconcile(JANUARY, new WorkProfile()));
  }

  private long isp(String code) {
    return id(
        """
        INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status)
        SELECT :code, :code, :code, id, 'ACTIVE' FROM isp_license_categories WHERE code = 'DIVISIONAL'
        RETURNING id
        """,
        Map.of("code", code));
  }

  /** A package at BDT 1,050 with VAT, 1,000 without. */
  private long homePackage(long owner) {
    long id =
        id(
            """
            INSERT INTO packages (isp_id, code, name_en, package_type, status, last_month)
            VALUES (:isp, 'HOME', 'Home', 'RESIDENTIAL', 'ACTIVE', :month) RETURNING id
            """,
            Map.of("isp", owner, "month", THIS));
    run(
        """
        INSERT INTO package_snapshots (isp_id, snapshot_month, package_id, package_name, package_type, download_speed_mbps,
          upload_speed_mbps, mir_mbps, cir_mbps, price_bdt, price_includes_vat, has_fup, status, submission_id)
        VALUES (:isp, :month, :package, 'Home', 'RESIDENTIAL', 20, 20, 20, 5, 1050, true, false, 'ACTIVE', 1)
        """,
        Map.of("isp", owner, "month", THIS, "package", id));
    return id;
  }

  private void subscribers(
      long owner,
      long packageId,
      LocalDate month,
      String place,
      int total,
      int joined,
      int left,
      int suspended) {
    run(
        """
        INSERT INTO subscriber_snapshots (isp_id, snapshot_month, package_id, location_code, total_subscribers,
          new_subscribers, churned_subscribers, suspended_subscribers, submission_id)
        VALUES (:isp, :month, :package, :place, :total, :joined, :left, :suspended, 1)
        """,
        Map.of(
            "isp",
            owner,
            "month",
            month,
            "package",
            packageId,
            "place",
            place,
            "total",
            total,
            "joined",
            joined,
            "left",
            left,
            "suspended",
            suspended));
  }

  private void revenue(double net, double vat, @Nullable Long payers) {
    run(
        """
        INSERT INTO revenue_details (isp_id, snapshot_month, package_id, location_code, subscriber_revenue_bdt, vat_bdt,
          paying_subscribers, submission_id)
        VALUES (:isp, :month, :package, '3026', :net, :vat, nullif(:payers, -1), 1)
        """,
        Map.of(
            "isp",
            isp,
            "month",
            THIS,
            "package",
            homePackage,
            "net",
            net,
            "vat",
            vat,
            "payers",
            payers == null ? -1L : payers));
  }

  private void cover(String area) {
    run(
        "INSERT INTO isp_coverage_areas (isp_id, location_code) VALUES (:isp, :area)",
        Map.of("isp", isp, "area", area));
  }

  /** The first polls of the month, a quarter hour apart. */
  private void sessions(String bras, int active, int polls) {
    run(
        """
        INSERT INTO ts_subscriber_counts (time, isp_id, bras_id, poll_status, active_sessions, submission_id)
        SELECT '2026-01-01 00:00+06'::timestamptz + make_interval(mins => 15 * s), :isp, :bras, 'SUCCESS', :active, 1
        FROM generate_series(0, :polls - 1) s
        """,
        Map.of("isp", isp, "bras", bras, "active", active, "polls", polls));
  }

  private void run(String sql) {
    jdbc.getJdbcOperations().execute(sql);
  }

  private void run(String sql, Map<String, ?> values) {
    jdbc.update(sql, values);
  }

  private long id(String sql, Map<String, ?> values) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, values, Long.class));
  }

  private List<String> texts(String sql) {
    return jdbc.queryForList(sql, Map.of(), String.class);
  }
}
