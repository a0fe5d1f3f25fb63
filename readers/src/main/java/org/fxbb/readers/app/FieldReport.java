package org.fxbb.readers.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * One line of a field officers' dump: an inspection on site.
 *
 * <p><b>Source:</b> spec 4.7.
 *
 * @param line from 1
 * @param officer code of the officer
 * @param isp code, licence number or name of the ISP
 * @param pop code of the PoP, null where the ISP as a whole was inspected
 * @param compliance COMPLIANT, PARTIAL, NON_COMPLIANT or NOT_DETERMINED
 * @param downloadMbps best of the tests on site, Mbit/s; NaN without one
 * @param uploadMbps best of the tests on site, Mbit/s; NaN without one
 * @param latencyMs lowest of the tests on site, milliseconds; NaN without one
 * @param latitude degrees north of the site, null = not told
 * @param longitude degrees east of the site, null = not told
 */
public record FieldReport(
    long line,
    String officer,
    @Nullable String officerName,
    String isp,
    @Nullable String pop,
    Instant time,
    String inspectionType,
    String compliance,
    List<String> recommendations,
    double downloadMbps,
    double uploadMbps,
    double latencyMs,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    List<Issue> issues,
    List<Attachment> attachments,
    List<Notice> notices) {

  /**
   * Something that was found wrong.
   *
   * @param severity LOW, MEDIUM, HIGH, CRITICAL or null
   */
  public record Issue(String category, @Nullable String severity, String description) {}

  /**
   * A photograph or document that the report refers to.
   *
   * @param sha256 of its bytes, lower-case hexadecimal
   */
  public record Attachment(String fileName, String mediaType, long bytes, String sha256) {}
}
