package org.fxbb.readers.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of each boundary of the rules within a filing (spec 4.11). */
class FilingRulesTest {

  private static final FilingRules RULES =
      new FilingRules(
          new FilingPolicy(
              new BigDecimal("5"),
              new TreeMap<>(
                  Map.of(
                      new BigDecimal("5"), new BigDecimal("400"),
                      new BigDecimal("10"), new BigDecimal("700"),
                      new BigDecimal("20"), new BigDecimal("1100"))),
              new BigDecimal("8")));

  @ParameterizedTest
  @CsvSource({"20,20,20,0", "20.01,20,20,1", "20,20.01,20,1", "20,20,20.01,1", "21,21,21,3"})
  void speedsUpToMir(String down, String up, String cir, int notices) {
    List<Notice> found =
        check(
            Feeds.PACKAGES,
            Map.of(
                "download_speed_mbps", new BigDecimal(down),
                "upload_speed_mbps", new BigDecimal(up),
                "cir_mbps", new BigDecimal(cir),
                "mir_mbps", new BigDecimal("20")));
    assertThat(found).hasSize(notices);
  }

  @Test
  void fairUseNeedsAThreshold() {
    assertThat(codes(Feeds.PACKAGES, Map.of("has_fup", true)))
        .containsExactly("fup_without_threshold");
    assertThat(codes(Feeds.PACKAGES, Map.of("has_fup", true, "fup_threshold_gb", BigDecimal.TEN)))
        .isEmpty();
    assertThat(codes(Feeds.PACKAGES, Map.of("has_fup", false))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"8,0", "8.01,1", "1,0"})
  void contentionUpToTheMaximum(String ratio, int notices) {
    assertThat(check(Feeds.PACKAGES, Map.of("contention_ratio", new BigDecimal(ratio))))
        .hasSize(notices);
  }

  @ParameterizedTest
  @CsvSource({
    "5,400,0",
    "5,400.01,1",
    "7.5,550,0",
    "7.5,550.01,1",
    "15,900,0",
    "15,901,1",
    "20,1101,1",
    "20.01,9999,0",
    "4.99,9999,0"
  })
  void pricesUpToTheCapProRataBetweenSpeeds(String speed, String price, int notices) {
    Map<String, Object> row =
        Map.of(
            "package_type", "RESIDENTIAL",
            "download_speed_mbps", new BigDecimal(speed),
            "price_bdt", new BigDecimal(price));
    assertThat(check(Feeds.PACKAGES, row)).hasSize(notices);
  }

  @Test
  void corporatePackagesHaveNoCap() {
    Map<String, Object> row =
        Map.of(
            "package_type",
            "CORPORATE",
            "download_speed_mbps",
            BigDecimal.TEN,
            "price_bdt",
            new BigDecimal("90000"));
    assertThat(check(Feeds.PACKAGES, row)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100000,5000,0",
    "100000,5050,0",
    "100000,5050.01,1",
    "100000,4950,0",
    "100000,4949.99,1",
    "10,0,0",
    "0,0,0",
    "0,1.01,1",
    "1000,150,1"
  })
  void vatIsTheRateOfTheRevenue(String revenue, String vat, int notices) {
    Map<String, Object> row =
        Map.of("subscriber_revenue_bdt", new BigDecimal(revenue), "vat_bdt", new BigDecimal(vat));
    assertThat(check(Feeds.REVENUE, row)).hasSize(notices);
  }

  @ParameterizedTest
  @CsvSource({"10,10,0", "10,11,1", "0,0,0", "0,1,1"})
  void resolvedComplaintsUpToThoseReceived(long received, long resolved, int notices) {
    List<Notice> found =
        check(Feeds.COMPLAINTS, Map.of("received", received, "resolved", resolved));
    assertThat(found).hasSize(notices);
    assertThat(found).allMatch(notice -> notice.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T10:00:00Z,2026-01-01T10:00:00Z,2026-01-01T10:00:00Z,''",
    "2026-01-01T10:00:00Z,2026-01-01T09:59:59Z,2026-01-01T10:00:00Z,reported_time",
    "2026-01-01T10:00:00Z,2026-01-01T11:00:00Z,2026-01-01T10:59:59Z,resolved_time",
    "2026-01-01T10:00:00Z,2026-01-01T09:00:00Z,2026-01-01T09:30:00Z,reported_time resolved_time"
  })
  void anIncidentGoesForward(Instant detected, Instant reported, Instant resolved, String wrong) {
    assertThat(
            check(
                Feeds.INCIDENTS,
                Map.of(
                    "detected_time",
                    detected,
                    "reported_time",
                    reported,
                    "resolved_time",
                    resolved)))
        .extracting(Notice::columnName)
        .containsExactly(wrong.isEmpty() ? new String[0] : wrong.split(" "));
  }

  @Test
  void withoutPolicyOnlyContradictionsAreTold() {
    FeedRow row =
        row(
            Feeds.REVENUE,
            Map.of("subscriber_revenue_bdt", BigDecimal.TEN, "vat_bdt", BigDecimal.TEN));
    assertThat(new FilingRules(FilingPolicy.none()).check(row)).isEmpty();
  }

  @Test
  void theMessageTellsBothSides() {
    Notice notice =
        check(
                Feeds.REVENUE,
                Map.of(
                    "subscriber_revenue_bdt",
                    new BigDecimal("1000"),
                    "vat_bdt",
                    new BigDecimal("150")))
            .get(0);
    assertThat(notice.message())
        .isEqualTo(
            "Row 2, column vat_bdt: expected 50 BDT (5 %), found 150 BDT. The row was loaded.");
  }

  private static List<String> codes(Feed feed, Map<String, Object> values) {
    return check(feed, values).stream().map(Notice::code).toList();
  }

  private static List<Notice> check(Feed feed, Map<String, Object> values) {
    return RULES.check(row(feed, values));
  }

  private static FeedRow row(Feed feed, Map<String, Object> values) {
    @Nullable Object[] cells = new @Nullable Object[feed.columns().size()];
    values.forEach((column, value) -> cells[feed.indexOf(column)] = value);
    return new FeedRow(feed, 2, List.of(), cells);
  }
}
