package org.fxbb.jobs.arrivals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.migrations.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** ISPs, agents and files for January 2026, made by hand. */
public final class Filings {
  public static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  public static final Instant DEADLINE = Instant.parse("2026-02-10T18:00:00Z");

  public final DataSource etl;
  public final NamedParameterJdbcTemplate jdbc;

  public Filings() {
    etl = TestDatabase.create().etl();
    jdbc = new NamedParameterJdbcTemplate(etl);
  }

  public void isp(String code) {
    jdbc.update(
        """
        INSERT INTO isps (code, btrc_license_no, name_en, name_bn, license_category_id, issue_date, license_status)
        SELECT :code, 'L-' || :code, 'Net ' || :code, 'নেট', id, DATE '2024-01-01', 'ACTIVE' FROM isp_license_categories WHERE code = 'NATIONWIDE'
        """,
        Map.of("code", code));
  }

  public void email(String isp, String kind, String address) {
    jdbc.update(
        "INSERT INTO isp_contacts (isp_id, kind, email) SELECT id, :kind, :address FROM isps WHERE code = :isp",
        Map.of("isp", isp, "kind", kind, "address", address));
  }

  /** A file of a filing, as it was decided. */
  public void file(
      String inbox,
      String isp,
      String feed,
      String state,
      @Nullable String reason,
      Instant received) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("inbox", inbox);
    values.put("isp", isp);
    values.put("feed", feed);
    values.put("state", state);
    values.put("reason", reason);
    values.put("received", received.atOffset(ZoneOffset.UTC));
    values.put("period", JANUARY);
    jdbc.update(
        """
        INSERT INTO submission_files (sender, inbox, isp_id, feed, period, file_name, sha256, bytes, received_at, state, state_reason, state_at, archive_path,
          rows_received, rows_loaded, rows_quarantined, rows_duplicate, rows_rejected)
        SELECT code, :inbox, id, :feed, :period, code || '_' || :feed || '_2026-01.csv', md5(random()::text), 10, :received, :state, :reason, :received, 'x',
          10, 10 * (:state = 'ACCEPTED')::integer, 0, 0, 10 * (:state <> 'ACCEPTED')::integer
        FROM isps WHERE code = :isp
        """,
        values);
  }

  /** A feed in force whose first reception counts from an instant. */
  public void accepted(String isp, String feed, boolean withErrors, Instant received) {
    file("FILING", isp, feed, "ACCEPTED", null, received);
    jdbc.update(
        """
        INSERT INTO filing_feeds (isp_id, period, feed, state, with_errors, first_received_at)
        SELECT id, :period, :feed, 'ON_TIME', :errors, :received FROM isps WHERE code = :isp
        """,
        Map.of(
            "isp",
            isp,
            "period",
            JANUARY,
            "feed",
            feed,
            "errors",
            withErrors,
            "received",
            received.atOffset(ZoneOffset.UTC)));
  }

  public void agent(String uuid, String isp, @Nullable Instant lastSeen) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("uuid", uuid);
    values.put("isp", isp);
    values.put("seen", lastSeen == null ? null : lastSeen.atOffset(ZoneOffset.UTC));
    jdbc.update(
        """
        INSERT INTO software_agents (agent_uuid, agent_type, isp_id, valid_from, last_seen_at)
        SELECT CAST(:uuid AS uuid), 'QOS_AGENT', id, DATE '2026-01-01', CAST(:seen AS timestamptz) FROM isps WHERE code = :isp
        """,
        values);
  }

  public List<String> texts(String query) {
    return jdbc.queryForList(query, Map.of(), String.class);
  }

  public void run(String statement) {
    jdbc.update(statement, Map.of());
  }
}
