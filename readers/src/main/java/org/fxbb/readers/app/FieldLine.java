package org.fxbb.readers.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fxbb.readers.app.FieldReport.Attachment;
import org.fxbb.readers.app.FieldReport.Issue;
import org.fxbb.readers.json.JsonFields;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/** Reads one line of a field officers' dump. Used once. Source: spec 4.7. */
final class FieldLine {
  private static final List<String> COMPLIANCE =
      List.of("COMPLIANT", "PARTIAL", "NON_COMPLIANT", "NOT_DETERMINED");
  private static final List<String> SEVERITIES = List.of("LOW", "MEDIUM", "HIGH", "CRITICAL");
  private static final double MOST_MBPS = 99_999_999;
  private static final double MOST_MS = 1_000_000_000;

  private final JsonFields fields;
  private final List<String> recommendations = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private @Nullable String officer;
  private @Nullable String officerName;
  private @Nullable String isp;
  private @Nullable String pop;
  private @Nullable Instant time;
  private @Nullable String inspectionType;
  private @Nullable String compliance;
  private double download = Double.NaN;
  private double upload = Double.NaN;
  private double latency = Double.NaN;
  private @Nullable BigDecimal latitude;
  private @Nullable BigDecimal longitude;

  private FieldLine(JsonFields fields) {
    this.fields = fields;
  }

  static @Nullable FieldReport parse(JsonFields fields, long contentHash) {
    FieldLine line = new FieldLine(fields);
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      line.take(name);
    }
    return line.build();
  }

  private void take(String name) {
    switch (name) {
      case "officer" -> takeOfficer();
      case "isp" -> isp = fields.text();
      case "pop" -> pop = fields.text();
      case "time" -> time = fields.time();
      case "inspection_type" -> inspectionType = fields.text();
      case "compliance_status" -> compliance = fields.oneOf(COMPLIANCE);
      case "issues" -> each(this::takeIssue);
      case "recommendations" -> each(this::takeRecommendation);
      case "speed_tests" -> each(this::takeTest);
      case "speed_test" -> takeTest();
      case "gps" -> takePosition();
      case "attachments" -> each(this::takeAttachment);
      default -> fields.skip();
    }
  }

  private void each(Runnable element) {
    if (fields.beginsArray()) {
      while (fields.nextElement()) {
        element.run();
      }
    }
  }

  /** A code, or an object with a code and a name. */
  private void takeOfficer() {
    if (!fields.isObject()) {
      officer = fields.text();
      return;
    }
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "code" -> officer = fields.text();
        case "name" -> officerName = fields.text();
        default -> fields.skip();
      }
    }
  }

  private void takeRecommendation() {
    String text = fields.text();
    if (text != null) {
      recommendations.add(text);
    }
  }

  private void takeIssue() {
    String category = null;
    String severity = null;
    String description = null;
    if (!fields.beginsObject()) {
      return;
    }
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "category" -> category = fields.text();
        case "severity" -> severity = fields.oneOf(SEVERITIES);
        case "description" -> description = fields.text();
        default -> fields.skip();
      }
    }
    if (category == null || description == null) {
      fields.missing(category == null ? "issues.category" : "issues.description");
    } else {
      issues.add(new Issue(category, severity, description));
    }
  }

  private void takeTest() {
    if (!fields.beginsObject()) {
      return;
    }
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "download_mbps" -> download = most(download, fields.number(0, MOST_MBPS));
        case "upload_mbps" -> upload = most(upload, fields.number(0, MOST_MBPS));
        case "latency_ms" -> latency = -most(-latency, -fields.number(0, MOST_MS));
        default -> fields.skip();
      }
    }
  }

  private static double most(double best, double next) {
    return Double.isNaN(best) || next > best ? next : best;
  }

  private void takePosition() {
    if (!fields.beginsObject()) {
      return;
    }
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "lat", "latitude" -> latitude = degrees(fields.number(-90, 90));
        case "lon", "longitude" -> longitude = degrees(fields.number(-180, 180));
        default -> fields.skip();
      }
    }
  }

  private static @Nullable BigDecimal degrees(double degrees) {
    return Double.isNaN(degrees) ? null : BigDecimal.valueOf(degrees);
  }

  private void takeAttachment() {
    String fileName = null;
    String mediaType = null;
    Long bytes = null;
    String sha256 = null;
    if (!fields.beginsObject()) {
      return;
    }
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "file_name" -> fileName = fields.text();
        case "media_type" -> mediaType = fields.text();
        case "bytes" -> bytes = fields.whole(0, Long.MAX_VALUE);
        case "sha256" -> sha256 = digest();
        default -> fields.skip();
      }
    }
    if (fileName == null || mediaType == null || bytes == null || sha256 == null) {
      fields.missing("attachments: file_name, media_type, bytes and sha256");
    } else {
      attachments.add(new Attachment(fileName, mediaType, bytes, sha256));
    }
  }

  private @Nullable String digest() {
    String text = fields.text();
    if (text == null || text.matches("[0-9a-fA-F]{64}")) {
      return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
    return fields.invalid("a SHA-256 of 64 hexadecimal digits");
  }

  private @Nullable FieldReport build() {
    List<Notice> notices = fields.takeNotices();
    if (notices.isEmpty()) {
      need(officer, "officer");
      need(isp, "isp");
      need(time, "time");
      need(inspectionType, "inspection_type");
      need(compliance, "compliance_status");
      notices = fields.takeNotices();
    }
    if (JsonFields.isBad(notices)
        || officer == null
        || isp == null
        || time == null
        || inspectionType == null
        || compliance == null) {
      notices.forEach(fields::add);
      return null;
    }
    return new FieldReport(
        fields.line(),
        officer,
        officerName,
        isp,
        pop,
        time,
        inspectionType,
        compliance,
        recommendations,
        download,
        upload,
        latency,
        latitude,
        longitude,
        issues,
        attachments,
        notices);
  }

  private void need(@Nullable Object value, String field) {
    if (value == null) {
      fields.missing(field);
    }
  }
}
