package org.fxbb.readers.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.fxbb.readers.json.JsonFields;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/** Reads one line of a user app's dump. Used once. Source: spec 4.7. */
final class UserLine {
  static final List<String> CONNECTIONS = List.of("WIFI", "ETHERNET", "MOBILE_DATA");
  private static final List<String> PLATFORMS = List.of("ANDROID", "IOS", "WEB", "OTHER");
  private static final double MOST_MBPS = 99_999_999;
  private static final double MOST_MS = 1_000_000_000;
  private static final int DECIMALS = 3;

  private final JsonFields fields;
  private @Nullable UUID install;
  private @Nullable Instant time;
  private @Nullable String isp;
  private @Nullable String packageCode;
  private @Nullable String connection;
  private @Nullable String platform;
  private @Nullable String appVersion;
  private double download = Double.NaN;
  private double upload = Double.NaN;
  private double latency = Double.NaN;
  private double jitter = Double.NaN;
  private double loss = Double.NaN;
  private double dns = Double.NaN;
  private double http = Double.NaN;
  private double buffer = Double.NaN;
  private @Nullable BigDecimal latitude;
  private @Nullable BigDecimal longitude;
  private @Nullable String category;
  private @Nullable String text;

  private UserLine(JsonFields fields) {
    this.fields = fields;
  }

  static @Nullable UserReport parse(JsonFields fields, long contentHash) {
    UserLine line = new UserLine(fields);
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      line.take(name);
    }
    return line.build();
  }

  private void take(String name) {
    switch (name) {
      case "install_uuid" -> install = fields.uuid();
      case "time" -> time = fields.time();
      case "isp" -> isp = fields.text();
      case "package_code" -> packageCode = fields.text();
      case "connection_type" -> connection = fields.oneOf(CONNECTIONS);
      case "platform" -> platform = fields.oneOf(PLATFORMS);
      case "app_version" -> appVersion = fields.text();
      case "download_mbps", "download" -> download = fields.number(0, MOST_MBPS);
      case "upload_mbps", "upload" -> upload = fields.number(0, MOST_MBPS);
      case "latency_ms", "latency" -> latency = fields.number(0, MOST_MS);
      case "jitter_ms", "jitter" -> jitter = fields.number(0, MOST_MS);
      case "loss_pct", "loss" -> loss = fields.number(0, 100);
      case "dns_ms", "dns" -> dns = fields.number(0, MOST_MS);
      case "http_ms", "http" -> http = fields.number(0, MOST_MS);
      case "video_buffer_ratio" -> buffer = fields.number(0, 1);
      case "lat", "latitude" -> latitude = rounded(fields.number(-90, 90));
      case "lon", "longitude" -> longitude = rounded(fields.number(-180, 180));
      case "feedback" -> takeFeedback();
      default -> fields.skip();
    }
  }

  private void takeFeedback() {
    if (!fields.beginsObject()) {
      return;
    }
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "category" -> category = fields.text();
        case "text" -> text = fields.text();
        default -> fields.skip();
      }
    }
  }

  static @Nullable BigDecimal rounded(double degrees) {
    return Double.isNaN(degrees)
        ? null
        : BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private boolean isEmpty() {
    return category == null
        && DoubleStream.of(download, upload, latency, jitter, loss, dns, http, buffer)
            .allMatch(Double::isNaN);
  }

  private @Nullable UserReport build() {
    List<Notice> notices = fields.takeNotices();
    if (notices.isEmpty()) {
      need(install, "install_uuid");
      need(time, "time");
      need(connection, "connection_type");
      need(isEmpty() ? null : this, "a measurement or feedback");
      need(text == null ? "" : category, "feedback.category");
      notices = fields.takeNotices();
    }
    UUID by = install;
    Instant at = time;
    String over = connection;
    if (by == null || at == null || over == null || JsonFields.isBad(notices)) {
      notices.forEach(fields::add);
      return null;
    }
    return new UserReport(
        fields.line(),
        by,
        at,
        isp,
        packageCode,
        over,
        platform,
        appVersion,
        download,
        upload,
        latency,
        jitter,
        loss,
        dns,
        http,
        buffer,
        latitude,
        longitude,
        category,
        text,
        notices);
  }

  private void need(@Nullable Object value, String field) {
    if (value == null) {
      fields.missing(field);
    }
  }
}
