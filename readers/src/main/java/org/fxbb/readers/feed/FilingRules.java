package org.fxbb.readers.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fxbb.readers.notice.FilingNotice.CirAboveMirNotice;
import org.fxbb.readers.notice.FilingNotice.ContentionAboveMaximumNotice;
import org.fxbb.readers.notice.FilingNotice.FupWithoutThresholdNotice;
import org.fxbb.readers.notice.FilingNotice.IncidentTimesOutOfOrderNotice;
import org.fxbb.readers.notice.FilingNotice.PackageSpeedAboveMirNotice;
import org.fxbb.readers.notice.FilingNotice.PriceAboveTariffCapNotice;
import org.fxbb.readers.notice.FilingNotice.ResolvedExceedsReceivedNotice;
import org.fxbb.readers.notice.FilingNotice.VatRateUnexpectedNotice;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Rules on one row of a filing whose figures contradict each other or policy. All are warnings, the
 * row is loaded, but more complaints resolved than received. Thread-safe.
 *
 * <p><b>Source:</b> spec 4.11, "within the file".
 */
public final class FilingRules {

  /** VAT may differ by this part of what is expected, and by one BDT, for rounding. */
  private static final BigDecimal VAT_TOLERANCE = new BigDecimal("0.01");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final List<String> COURSE_OF_INCIDENT =
      List.of(
          "detected_time",
          "reported_time",
          "acknowledged_time",
          "work_started_time",
          "resolved_time");
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Dhaka"));

  private final FilingPolicy policy;

  /** Takes the numbers in force for the filed month. */
  public FilingRules(FilingPolicy policy) {
    this.policy = policy;
  }

  /** What is odd about a row; nothing for feeds that have no such rule. */
  public List<Notice> check(FeedRow row) {
    List<Notice> notices = new ArrayList<>();
    if (row.feed().equals(Feeds.PACKAGES)) {
      checkSpeeds(row, notices);
      checkFairUse(row, notices);
      checkContention(row, notices);
      checkPrice(row, notices);
    } else if (row.feed().equals(Feeds.REVENUE)) {
      checkVat(row, notices);
    } else if (row.feed().equals(Feeds.COMPLAINTS)) {
      checkResolved(row, notices);
    } else if (row.feed().equals(Feeds.INCIDENTS)) {
      checkTimes(row, notices);
    }
    return notices;
  }

  private static void checkSpeeds(FeedRow row, List<Notice> notices) {
    BigDecimal mir = row.decimal("mir_mbps");
    for (String column : List.of("download_speed_mbps", "upload_speed_mbps")) {
      BigDecimal speed = row.decimal(column);
      if (isAbove(speed, mir)) {
        notices.add(
            new PackageSpeedAboveMirNotice(row.rowNumber(), column, plain(speed), plain(mir)));
      }
    }
    BigDecimal cir = row.decimal("cir_mbps");
    if (isAbove(cir, mir)) {
      notices.add(new CirAboveMirNotice(row.rowNumber(), "cir_mbps", plain(cir), plain(mir)));
    }
  }

  private static void checkFairUse(FeedRow row, List<Notice> notices) {
    if (Boolean.TRUE.equals(row.bool("has_fup")) && row.decimal("fup_threshold_gb") == null) {
      notices.add(new FupWithoutThresholdNotice(row.rowNumber(), "fup_threshold_gb"));
    }
  }

  private void checkContention(FeedRow row, List<Notice> notices) {
    BigDecimal ratio = row.decimal("contention_ratio");
    if (isAbove(ratio, policy.mostContention())) {
      notices.add(
          new ContentionAboveMaximumNotice(
              row.rowNumber(),
              "contention_ratio",
              "1:" + plain(ratio),
              "1:" + plain(policy.mostContention())));
    }
  }

  private void checkPrice(FeedRow row, List<Notice> notices) {
    BigDecimal speed = row.decimal("download_speed_mbps");
    BigDecimal price = row.decimal("price_bdt");
    boolean residential = "RESIDENTIAL".equals(row.text("package_type"));
    BigDecimal cap = residential && speed != null ? policy.capFor(speed) : null;
    if (isAbove(price, cap)) {
      notices.add(
          new PriceAboveTariffCapNotice(row.rowNumber(), "price_bdt", plain(price), plain(cap)));
    }
  }

  private void checkVat(FeedRow row, List<Notice> notices) {
    BigDecimal revenue = row.decimal("subscriber_revenue_bdt");
    BigDecimal vat = row.decimal("vat_bdt");
    BigDecimal rate = policy.vatRatePct();
    if (revenue == null || vat == null || rate == null) {
      return;
    }
    BigDecimal expected = revenue.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    BigDecimal tolerance = expected.multiply(VAT_TOLERANCE).max(BigDecimal.ONE);
    if (vat.subtract(expected).abs().compareTo(tolerance) > 0) {
      notices.add(
          new VatRateUnexpectedNotice(
              row.rowNumber(),
              "vat_bdt",
              plain(vat),
              plain(expected) + " BDT (" + plain(rate) + " %)"));
    }
  }

  private static void checkResolved(FeedRow row, List<Notice> notices) {
    Long received = row.integer("received");
    Long resolved = row.integer("resolved");
    if (received != null && resolved != null && resolved > received) {
      notices.add(
          new ResolvedExceedsReceivedNotice(
              row.rowNumber(), "resolved", resolved.toString(), received.toString()));
    }
  }

  /** Each time against the latest of those before it. */
  private static void checkTimes(FeedRow row, List<Notice> notices) {
    Instant latest = null;
    for (String column : COURSE_OF_INCIDENT) {
      Instant time = row.instant(column);
      if (time != null && latest != null && time.isBefore(latest)) {
        notices.add(
            new IncidentTimesOutOfOrderNotice(
                row.rowNumber(), column, inDhaka(time), inDhaka(latest)));
      } else if (time != null) {
        latest = time;
      }
    }
  }

  private static String inDhaka(Instant time) {
    return MINUTES.format(time);
  }

  private static boolean isAbove(@Nullable BigDecimal value, @Nullable BigDecimal limit) {
    return value != null && limit != null && value.compareTo(limit) > 0;
  }

  private static String plain(@Nullable BigDecimal value) {
    return value == null ? "" : value.stripTrailingZeros().toPlainString();
  }
}
