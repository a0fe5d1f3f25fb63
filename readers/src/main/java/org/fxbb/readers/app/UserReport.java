package org.fxbb.readers.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * One line of a user app's dump.
 *
 * <p><b>Units</b>: Mbit/s, milliseconds, percent; NaN where not told.
 *
 * <p><b>Source:</b> spec 4.7.
 *
 * @param line from 1
 * @param install pseudonym of the installation
 * @param isp licence number, code or name as the app says; null where it says none
 * @param connection WIFI, ETHERNET or MOBILE_DATA; the last is not fixed broadband
 * @param bufferRatio time waiting for video, share of play time, 0 to 1
 * @param latitude degrees north, rounded to 3 decimals: no more is ever known of where somebody is
 * @param longitude degrees east, rounded to 3 decimals
 * @param feedbackCategory null without feedback
 * @param feedbackText personal data
 * @param notices what is odd about it
 */
public record UserReport(
    long line,
    UUID install,
    Instant time,
    @Nullable String isp,
    @Nullable String packageCode,
    String connection,
    @Nullable String platform,
    @Nullable String appVersion,
    double downloadMbps,
    double uploadMbps,
    double latencyMs,
    double jitterMs,
    double lossPct,
    double dnsMs,
    double httpMs,
    double bufferRatio,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable String feedbackCategory,
    @Nullable String feedbackText,
    List<Notice> notices) {}
