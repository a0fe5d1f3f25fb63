package org.fxbb.writers.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fxbb.readers.app.FieldReport;
import org.fxbb.readers.app.UserReport;
import org.fxbb.writers.copy.CopyRows;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stages the reports of one app dump and merges them: of reports with one key (installation or
 * officer and ISP, time) the one that was loaded first holds.
 *
 * <p><b>Lifecycle</b>: any number of {@link #user} or {@link #field}, then {@link #mergeUsers} or
 * {@link #mergeField} once; the caller commits. Not thread-safe.
 *
 * <p><b>Source</b>: spec 4.7 and 4.9.
 */
public final class AppStage {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Load load;
  private final CopyTable users;
  private final CopyTable field;

  /** Staging layouts that {@link Load#begin} must be given. */
  public static final List<String> LAYOUTS = List.of("user_reports", "field_reports");

  /** Stages for a load that was begun with {@link #LAYOUTS}. */
  public AppStage(Load load) {
    this.load = load;
    this.users =
        load.copy(
            "user_reports",
            List.of(
                "line_number",
                "install_uuid",
                "time",
                "isp",
                "package_code",
                "connection_type",
                "platform",
                "app_version",
                "download_mbps",
                "upload_mbps",
                "latency_ms",
                "jitter_ms",
                "loss_pct",
                "dns_ms",
                "http_ms",
                "video_buffer_ratio",
                "latitude",
                "longitude",
                "category",
                "feedback"));
    this.field =
        load.copy(
            "field_reports",
            List.of(
                "line_number",
                "officer",
                "officer_name",
                "isp",
                "pop",
                "time",
                "inspection_type",
                "compliance_status",
                "recommendations",
                "download_mbps",
                "upload_mbps",
                "latency_ms",
                "latitude",
                "longitude",
                "issues",
                "attachments"));
  }

  /**
   * What is to be told of a line: {@code DUPLICATE}, {@code CONFLICT}, {@code UNKNOWN_ISP} (none of
   * these was loaded), {@code NO_ISP} or {@code NO_POP} (loaded without).
   *
   * @param key what the line has in common with the one that holds
   * @param raw the report as JSON, without names and feedback
   */
  public record Outcome(
      long line, String what, @Nullable String isp, @Nullable String pop, String key, String raw) {}

  /** Adds what a user measured or said. */
  public void user(UserReport report) {
    CopyRows row = users.row();
    row.int8(report.line()).uuid(report.install()).time(report.time());
    row.text(report.isp()).text(report.packageCode()).text(report.connection());
    row.text(report.platform()).text(report.appVersion());
    row.hundredths(report.downloadMbps()).hundredths(report.uploadMbps());
    row.real(report.latencyMs()).real(report.jitterMs()).real(report.lossPct());
    row.real(report.dnsMs()).real(report.httpMs()).real(report.bufferRatio());
    row.numeric(report.latitude()).numeric(report.longitude());
    row.text(report.feedbackCategory()).text(report.feedbackText());
  }

  /** Adds what an officer saw. */
  public void field(FieldReport report) {
    CopyRows row = field.row();
    row.int8(report.line()).text(report.officer()).text(report.officerName());
    row.text(report.isp()).text(report.pop()).time(report.time());
    row.text(report.inspectionType()).text(report.compliance());
    row.jsonb(JSON.writeValueAsString(report.recommendations()));
    row.hundredths(report.downloadMbps()).hundredths(report.uploadMbps()).real(report.latencyMs());
    row.numeric(report.latitude()).numeric(report.longitude());
    row.jsonb(JSON.writeValueAsString(report.issues()));
    row.jsonb(JSON.writeValueAsString(report.attachments()));
  }

  /**
   * Merges user reports.
   *
   * @param parameters {@code submission_id}; {@code first} and {@code last} bound the times
   * @return what is to be told, in the order of the lines
   */
  public List<Outcome> mergeUsers(Map<String, ?> parameters) {
    users.flush();
    run(
        parameters,
        "resolveUserIsps",
        "markRepeatedUsers",
        "markStoredUsers",
        "upsertInstallations",
        "insertSpeedTests",
        "insertStreamingTests",
        "insertFeedback");
    return outcomes("userOutcomes");
  }

  private record Named(long line, String name) {}

  /**
   * Merges field reports.
   *
   * @param parameters {@code submission_id}
   * @param idOf the id of a report named {@code <officer>/<isp code>/<time>}
   * @return what is to be told, in the order of the lines
   */
  public List<Outcome> mergeField(Map<String, ?> parameters, Function<String, UUID> idOf) {
    field.flush();
    run(
        parameters,
        "resolveFieldIsps",
        "markUnknownIsps",
        "resolveFieldPops",
        "markRepeatedField",
        "markStoredField",
        "upsertOfficers");
    List<Named> fresh =
        load.query(
            sql("newFieldReports"),
            Map.of(),
            (row, i) -> new Named(row.getLong("line_number"), row.getString("name")));
    for (Named report : fresh) {
      Map<String, Object> values = new HashMap<>(parameters);
      values.put("line_number", report.line());
      values.put("id", idOf.apply(report.name()));
      run(values, "insertFieldReport", "insertFieldIssues", "insertFieldAttachments");
    }
    return outcomes("fieldOutcomes");
  }

  /** Adds the submission that the rows belong to. */
  public static void insertSubmission(Load load, Map<String, ?> parameters) {
    load.run(sql("insertAppSubmission"), parameters);
  }

  private void run(Map<String, ?> parameters, String... statements) {
    for (String statement : statements) {
      load.run(sql(statement), parameters);
    }
  }

  private List<Outcome> outcomes(String query) {
    return load.query(
        sql(query),
        Map.of(),
        (row, i) ->
            new Outcome(
                row.getLong("line_number"),
                row.getString("outcome"),
                row.getString("isp"),
                row.getString("pop"),
                row.getString("row_key"),
                row.getString("raw")));
  }

  private static String sql(String name) {
    return SqlText.of(AppStage.class, name);
  }
}
