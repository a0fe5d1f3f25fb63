package org.fxbb.reports.pack;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The month that a pack is about, and when, by which policy and under which audit seal it is made.
 *
 * @param month the month, Asia/Dhaka
 * @param policySet policy set whose verdicts are printed
 * @param asOf the instant of rendering, by the injected clock
 * @param seal the newest seal of the audit log, null while nothing was logged
 * @param filingDeadline the first instant that was too late for the filings of the month
 */
public record ReportPeriod(
    YearMonth month,
    String policySet,
    Instant asOf,
    @Nullable AuditSeal seal,
    Instant filingDeadline) {
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
  private static final int FILING_WINDOW_DAYS = 11;

  /** The month in words, for example {@code January 2026}. */
  public String words() {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
  }

  /** The day of rendering, Asia/Dhaka. */
  public LocalDate renderedOn() {
    return asOf.atZone(DHAKA).toLocalDate();
  }

  /** The filing deadline in Dhaka, for example {@code 2026-02-11 00:00}. */
  public String deadlineInWords() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
        .format(filingDeadline.atZone(DHAKA));
  }

  /** The audit seal in words of a page: number and SHA-256. */
  public String sealInWords() {
    return seal == null ? "none yet, nothing was logged" : seal.toString();
  }

  /**
   * Named parameters of the queries: bounds of the month as days and as instants, end exclusive.
   */
  Map<String, Object> parameters() {
    LocalDate first = month.atDay(1);
    LocalDate next = month.plusMonths(1).atDay(1);
    return Map.of(
        "period", Date.valueOf(first),
        "period_end", Date.valueOf(next),
        "period_start_at", midnight(first),
        "period_end_at", midnight(next),
        "filing_end_at", midnight(next.plusDays(FILING_WINDOW_DAYS)),
        "deadline", filingDeadline.atOffset(ZoneOffset.UTC),
        "now", asOf.atOffset(ZoneOffset.UTC),
        "policy_set", policySet);
  }

  private static OffsetDateTime midnight(LocalDate day) {
    return day.atStartOfDay(DHAKA).toInstant().atOffset(ZoneOffset.UTC);
  }
}
