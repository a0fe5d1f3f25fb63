-- Who may do what (spec 3, roles). Repeatable: runs again whenever this text changes. Which rows a role sees: R__row_security.sql.
-- USAGE on schema public is PostgreSQL's default for everybody; functions are nobody's unless granted.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The engine: everything but the structure.
GRANT USAGE ON SCHEMA fxbb_staging, batch, quartz TO fxbb_etl;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, batch, quartz TO fxbb_etl;
GRANT SELECT ON ALL TABLES IN SCHEMA fxbb_staging TO fxbb_etl;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, batch TO fxbb_etl;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO fxbb_etl;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO fxbb_etl;
ALTER DEFAULT PRIVILEGES IN SCHEMA fxbb_staging GRANT SELECT ON TABLES TO fxbb_etl;
GRANT EXECUTE ON FUNCTION fxbb_make_partitions(text, date, date), fxbb_make_partitions_ahead(date) TO fxbb_etl;

-- Reports see what may be printed: no revenue amounts, no raw rows that could carry them, no contact data, no penalty amounts.
GRANT SELECT ON
  geo_divisions, geo_districts, geo_upazilas, geo_thanas, geo_aliases, geo_legacy_codes, geo_locations,
  isp_license_categories, isps, isp_coverage_areas, isp_history, isp_commitments,
  pop_categories, upstream_types, pops, network_elements, subscriber_count_sources, software_agents, agent_pop_assignments,
  test_target_categories, test_targets,
  package_types, connection_types, packages, package_history, package_coverage, package_snapshots,
  subscriber_snapshots, bandwidth_snapshots,
  ts_interface_metrics, ts_subscriber_counts, ts_qos_measurements, ts_mobile_streaming_tests,
  field_reports, field_report_issues, field_report_attachments,
  incident_filings, incidents, incident_affected_pops, incident_timeline, outages, complaint_aggregates, mttr_summaries, maintenance_windows,
  policy_sets, policy_values, notice_grades, calendar_days, qos_parameters, sla_thresholds, month_closings, restatements,
  rollup_interfaces_hourly, rollup_interfaces_daily, rollup_sessions_hourly, rollup_sessions_daily,
  target_down_slots, availability_slots, qos_pop_day_values, sla_verdicts, sla_violations, compliance_scores,
  data_originators, submission_files, api_submissions, data_provenance, filings, filing_feeds,
  discrepancy_rules, generated_reports, report_figures, report_schedules, report_deliveries, partition_policies
TO fxbb_report, fxbb_finance;
GRANT SELECT (code, name_en, name_bn, threshold, unit, severity, active, deleted_at) ON alert_rules TO fxbb_report, fxbb_finance;
GRANT SELECT ON intake_uptime, intake_down_days TO fxbb_report, fxbb_finance;
GRANT EXECUTE ON FUNCTION fxbb_files_of_month(date, timestamptz), fxbb_arrivals(date, timestamptz, timestamptz), fxbb_agents_heard(timestamptz, integer) TO fxbb_report, fxbb_finance, fxbb_etl;
-- Positions of users and addresses of devices are not printed.
GRANT SELECT (time, isp_id, package_code, connection_type, download_mbps, upload_mbps, latency_ms, jitter_ms, loss_pct, dns_ms, http_ms, location_code)
  ON ts_mobile_speed_tests TO fxbb_report, fxbb_finance;
GRANT SELECT (id, isp_id, pop_id, target_key, upstream_type_id, upstream_operator, if_index, if_name, if_speed_mbps, origin, seen_at, deleted_at)
  ON snmp_targets TO fxbb_report, fxbb_finance;
GRANT SELECT (id, policy_set, violation_type, parameter_code, severity, repeat_from, per, effective_date, expiry_date, legal_reference, legal_status, deleted_at)
  ON penalty_rules TO fxbb_report;
GRANT SELECT (file_received_at, submission_file_id, isp_id, feed, code, severity, row_number, column_name) ON submission_notices TO fxbb_report;
GRANT SELECT (file_received_at, submission_file_id, isp_id, feed, row_number, record_kind, code, quarantined_at) ON quarantined_rows TO fxbb_report;

-- Finance sees revenue too.
GRANT SELECT ON
  submission_notices, quarantined_rows, discrepancy_detections, discrepancy_resolutions,
  revenue_details, revenue_snapshots, package_analytics, market_analytics, penalty_rules
TO fxbb_finance;

CREATE OR REPLACE VIEW discrepancy_findings AS
SELECT
  r.code,
  d.isp_id,
  d.period,
  d.band,
  d.did_not_run,
  CASE WHEN NOT r.restricted THEN d.declared_value END AS declared_value,
  CASE WHEN NOT r.restricted THEN d.expected_value END AS expected_value,
  CASE WHEN NOT r.restricted THEN d.variance_pct END AS variance_pct,
  d.direction,
  d.worst_grain,
  CASE WHEN NOT r.restricted THEN d.at_stake END AS at_stake,
  d.months_running,
  d.partial,
  d.status
FROM discrepancy_detections d
JOIN discrepancy_rules r ON r.id = d.discrepancy_rule_id;
COMMENT ON VIEW discrepancy_findings IS 'discrepancy_detections as fxbb_report may see them: of restricted rules (revenue) band and direction only.';
GRANT SELECT ON discrepancy_findings TO fxbb_report, fxbb_finance, fxbb_etl;

-- Analysts are fxbb_report and see revenue only where no ISP can be recognised: enough contributors, none of which dominates, in a
-- month that is closed, so that two looks around the arrival of a file cannot tell its sum. A file after closing hides the cell for good.
CREATE OR REPLACE VIEW revenue_anonymised WITH (security_barrier) AS
WITH limits AS (
  SELECT
    max(value) FILTER (WHERE name = 'anonymity.min-isps') AS min_isps,
    max(value) FILTER (WHERE name = 'anonymity.max-share') AS max_share
  FROM policy_values v
  JOIN policy_sets s ON s.code = v.policy_set AND s.is_default
  WHERE name IN ('anonymity.min-isps', 'anonymity.max-share') AND expiry_date IS NULL
),
cells AS (
  SELECT
    r.snapshot_month,
    c.code AS license_category,
    count(*) FILTER (WHERE r.subscriber_revenue_bdt > 0) AS isps,
    sum(r.paying_subscribers) AS paying_subscribers,
    bool_and(r.paying_subscribers IS NOT NULL) AS all_told_subscribers,
    bool_and(
      m.month_closed_at IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM submission_files f
        WHERE f.isp_id = r.isp_id AND f.period = r.snapshot_month AND f.feed = 'revenue'
          AND f.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'SUPERSEDED') AND f.received_at >= m.data_closed_at)
    ) AS settled,
    sum(r.subscriber_revenue_bdt) AS revenue_bdt,
    max(r.subscriber_revenue_bdt) AS largest_bdt
  FROM revenue_snapshots r
  JOIN isps i ON i.id = r.isp_id
  JOIN isp_license_categories c ON c.id = i.license_category_id
  LEFT JOIN month_closings m ON m.period = r.snapshot_month
  GROUP BY r.snapshot_month, c.code
)
SELECT
  c.snapshot_month,
  c.license_category,
  CASE WHEN s.shown THEN c.isps END AS isps,
  CASE WHEN s.shown THEN round(c.revenue_bdt, -3) END AS subscriber_revenue_bdt,
  CASE WHEN s.shown AND c.all_told_subscribers THEN round(c.revenue_bdt / nullif(c.paying_subscribers, 0), 0) END AS arpu_bdt,
  NOT s.shown AS suppressed
FROM cells c
CROSS JOIN limits l
CROSS JOIN LATERAL (
  SELECT coalesce(c.settled AND c.isps >= l.min_isps AND c.largest_bdt <= l.max_share * c.revenue_bdt, false) AS shown
) s;
COMMENT ON VIEW revenue_anonymised IS 'Filed revenue by month and licence category for analysts (fxbb_analyst); suppressed while the month is not closed, where a revenue file was accepted after that, where fewer than anonymity.min-isps ISPs with revenue make a cell, or one makes more than anonymity.max-share of it.';
COMMENT ON COLUMN revenue_anonymised.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN revenue_anonymised.subscriber_revenue_bdt IS 'BDT, net of VAT, rounded to thousands; null where suppressed';
COMMENT ON COLUMN revenue_anonymised.arpu_bdt IS 'BDT a paying subscriber and month, rounded; null where suppressed or not told by all';
GRANT SELECT ON revenue_anonymised TO fxbb_analyst, fxbb_finance;

-- An ISP sees its own rows (R__row_security.sql) of what is about it, and the reference data that explains them.
GRANT SELECT ON
  isps, isp_coverage_areas, isp_contacts, isp_history, isp_commitments,
  pops, network_elements, subscriber_count_sources, software_agents, agent_pop_assignments,
  packages, package_history, package_coverage, package_snapshots, subscriber_snapshots, bandwidth_snapshots,
  ts_interface_metrics, ts_subscriber_counts, ts_qos_measurements,
  incident_filings, incidents, incident_affected_pops, incident_timeline, outages, complaint_aggregates, mttr_summaries, maintenance_windows,
  revenue_snapshots, revenue_details, package_analytics,
  rollup_interfaces_hourly, rollup_interfaces_daily, rollup_sessions_hourly, rollup_sessions_daily,
  availability_slots, qos_pop_day_values, sla_verdicts, sla_violations, compliance_scores, restatements,
  submission_files, api_submissions, submission_notices, quarantined_rows, filings, filing_feeds,
  discrepancy_detections, discrepancy_resolutions, generated_reports,
  geo_divisions, geo_districts, geo_upazilas, geo_thanas, geo_aliases, geo_legacy_codes, geo_locations,
  isp_license_categories, pop_categories, upstream_types, package_types, connection_types,
  policy_sets, policy_values, notice_grades, calendar_days, qos_parameters, sla_thresholds, discrepancy_rules, data_originators, month_closings
TO fxbb_isp;
GRANT SELECT (id, isp_id, pop_id, target_key, upstream_type_id, upstream_operator, target_ip, if_index, if_name, if_speed_mbps, origin, seen_at, deleted_at)
  ON snmp_targets TO fxbb_isp;
GRANT SELECT (isp_id, role_name) ON isp_logins TO fxbb_isp;

-- Monitoring sees how the engine runs, not what it knows.
GRANT USAGE ON SCHEMA batch, quartz TO fxbb_monitor;
GRANT SELECT ON ALL TABLES IN SCHEMA batch, quartz TO fxbb_monitor;
GRANT SELECT ON system_health, partition_policies, flyway_schema_history TO fxbb_monitor;

-- Partitions, archives and the care of indexes: functions of the owner.
REVOKE EXECUTE ON FUNCTION
  fxbb_partition_name(partition_policies, date), fxbb_grant_partition(text, text), fxbb_create_partition(text, text),
  fxbb_attach_partition(partition_policies, date),
  fxbb_list_archive(text, bigint, text, timestamptz), fxbb_stage_archive(bigint), fxbb_staged_archive(bigint),
  fxbb_verify_archive(bigint, timestamptz), fxbb_mark_archive_damaged(bigint),
  fxbb_drop_partition(bigint, timestamptz), fxbb_restore_partition(text, date, timestamptz),
  fxbb_analyze(text), fxbb_reindex(text), fxbb_bloated_indexes(), fxbb_index_bloat()
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  fxbb_list_archive(text, bigint, text, timestamptz), fxbb_stage_archive(bigint),
  fxbb_verify_archive(bigint, timestamptz), fxbb_mark_archive_damaged(bigint),
  fxbb_drop_partition(bigint, timestamptz), fxbb_restore_partition(text, date, timestamptz),
  fxbb_analyze(text), fxbb_reindex(text), fxbb_content_checksum(regclass, text[])
TO fxbb_etl;
GRANT EXECUTE ON FUNCTION fxbb_bloated_indexes(), fxbb_index_bloat() TO fxbb_etl, fxbb_monitor;
GRANT SELECT ON partition_ranges, partition_archives, partition_policies TO fxbb_etl, fxbb_monitor;
GRANT SELECT (parent_table, range_from, range_to, state) ON partition_archives TO fxbb_report, fxbb_finance;
REVOKE INSERT, UPDATE, DELETE ON partition_archives, partition_policies FROM fxbb_etl;

-- The audit log is written by its triggers and sealed by fxbb_seal_audit, as the owner: nobody else changes either.
REVOKE ALL ON audit_logs, audit_seals, audit_seal_marks, fxbb_staging.audit_writers FROM fxbb_etl;
REVOKE ALL ON SEQUENCE audit_logs_seq FROM fxbb_etl;
GRANT SELECT ON audit_logs, audit_seals TO fxbb_etl;
GRANT SELECT ON audit_seals TO fxbb_report, fxbb_finance;

-- What was granted on all tables above must not reach past a parent that grants less.
SELECT fxbb_grant_partition(parent_table, partition_name) FROM partition_ranges;
