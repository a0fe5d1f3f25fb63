package org.fxbb.jobs.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code filings} and {@code filing_feeds} in step with the files of an ISP and month, always
 * worked out anew from all of them, so that the order of arrival does not matter.
 *
 * <p><b>Source</b>: spec 4.4 and 4.10: state by first acceptance; a version that was rejected for
 * row errors only and corrected in time keeps its reception, once per feed and month.
 */
final class FilingStates {
  private static final String CORRECTABLE = "too_many_errors";

  private final FilingCalendar calendar;

  FilingStates(FilingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * One version of a filing.
   *
   * @param id {@code submission_files.id}
   * @param state as in the table
   * @param stateReason notice code of a rejection
   * @param receivedAt arrival
   * @param revision what it counts as
   * @param rows its data rows, exact repeats left out
   */
  record Version(
      long id,
      String state,
      @Nullable String stateReason,
      Instant receivedAt,
      int revision,
      long rows) {

    boolean isInForce() {
      return state.equals("ACCEPTED") || state.equals("ACCEPTED_WITH_ERRORS");
    }

    boolean wasFit() {
      return isInForce() || state.equals("SUPERSEDED");
    }
  }

  /** Every version of one feed of an ISP and month that was decided. */
  static List<Version> versions(Load load, Map<String, ?> key) {
    return load.query(
        sql("listVersions"),
        key,
        (row, i) ->
            new Version(
                row.getLong("id"),
                row.getString("state"),
                row.getString("state_reason"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("revision"),
                row.getLong("rows")));
  }

  /**
   * Writes the state of a feed.
   *
   * @param isp the ISP's id
   * @param month first day of the month
   */
  void update(Load load, long isp, LocalDate month, String feed) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("isp_id", isp);
    values.put("period", month);
    values.put("feed", feed);
    values.put("due_at", calendar.deadline(month).atOffset(ZoneOffset.UTC));
    values.put("down_days", calendar.addedFor(month).size());
    load.run(sql("openFiling"), values);
    load.run(sql("openFeeds"), values);
    List<Version> versions = versions(load, values);
    Optional<Version> inForce = versions.stream().filter(Version::isInForce).findFirst();
    Optional<Instant> first =
        versions.stream()
            .filter(Version::wasFit)
            .map(version -> reception(version, versions))
            .min(Comparator.naturalOrder());
    if (inForce.isPresent() && first.isPresent()) {
      int late = calendar.lateDays(month, first.get());
      values.put("state", late == 0 ? "ON_TIME" : "LATE");
      values.put("late_days", late);
      values.put("first_received_at", first.get().atOffset(ZoneOffset.UTC));
      values.put("with_errors", inForce.get().state().equals("ACCEPTED_WITH_ERRORS"));
      values.put("file_id", inForce.get().id());
      values.put("revision", inForce.get().revision());
      load.run(sql("setFeed"), values);
      load.run(sql("completeFiling"), values);
    }
    load.run(sql("closeFiling"), values);
  }

  /** When a version counts as received: where it corrects an earlier one in time, as that one. */
  private Instant reception(Version version, List<Version> versions) {
    return versions.stream()
        .filter(v -> v.state().equals("REJECTED") && CORRECTABLE.equals(v.stateReason()))
        .min(Comparator.comparing(Version::receivedAt))
        .filter(rejected -> rejected.receivedAt().isBefore(version.receivedAt()))
        .filter(
            rejected ->
                version.receivedAt().isBefore(calendar.correctionDeadline(rejected.receivedAt())))
        .map(Version::receivedAt)
        .orElse(version.receivedAt());
  }

  private static String sql(String name) {
    return SqlText.of(FilingStates.class, name);
  }
}
