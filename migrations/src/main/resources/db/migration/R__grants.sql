-- Who may do what (spec 3, roles). Repeatable: runs again whenever this text changes.
-- USAGE on schema public is PostgreSQL's default for everybody.
GRANT USAGE ON SCHEMA fxbb_staging, batch, quartz TO fxbb_etl;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, batch, quartz TO fxbb_etl;
GRANT SELECT ON ALL TABLES IN SCHEMA fxbb_staging TO fxbb_etl;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, batch TO fxbb_etl;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO fxbb_etl;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO fxbb_etl;
ALTER DEFAULT PRIVILEGES IN SCHEMA fxbb_staging GRANT SELECT ON TABLES TO fxbb_etl;
GRANT EXECUTE ON FUNCTION fxbb_make_partitions(text, date, date), fxbb_make_partitions_ahead(date) TO fxbb_etl;
REVOKE EXECUTE ON FUNCTION fxbb_make_partitions(text, date, date), fxbb_make_partitions_ahead(date) FROM PUBLIC;

-- Reports see what may be printed: no revenue amounts, no raw rows that could carry them, no contact data.
GRANT SELECT ON
  geo_divisions, geo_districts, geo_upazilas, geo_thanas, geo_aliases, geo_legacy_codes, geo_locations,
  isp_license_categories, isps, isp_coverage_areas, isp_history,
  pop_categories, upstream_types, pops, software_agents, agent_pop_assignments, snmp_targets,
  package_types, packages, package_snapshots, subscriber_snapshots, bandwidth_snapshots,
  ts_interface_metrics, ts_subscriber_counts, ts_qos_measurements,
  outages, maintenance_windows,
  policy_sets, policy_values, calendar_days, qos_parameters, sla_thresholds,
  rollup_interfaces_hourly, rollup_interfaces_daily, rollup_sessions_hourly, rollup_sessions_daily,
  target_down_slots, availability_slots, qos_pop_day_values, sla_verdicts, sla_violations, compliance_scores,
  data_originators, submission_files, api_submissions, data_provenance, filings, filing_feeds,
  discrepancy_rules, generated_reports, report_figures, partition_policies
TO fxbb_report, fxbb_finance;
GRANT SELECT (file_received_at, submission_file_id, isp_id, feed, code, severity, row_number, column_name) ON submission_notices TO fxbb_report;
GRANT SELECT (file_received_at, submission_file_id, isp_id, feed, row_number, record_kind, code, quarantined_at) ON quarantined_rows TO fxbb_report;
GRANT SELECT ON submission_notices, quarantined_rows, discrepancy_detections, revenue_details, revenue_snapshots TO fxbb_finance;

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
GRANT SELECT ON ALL TABLES IN SCHEMA batch TO fxbb_monitor;
GRANT USAGE ON SCHEMA batch TO fxbb_monitor;

-- Partitions, archives and the care of indexes: functions of the owner.
REVOKE EXECUTE ON FUNCTION
  fxbb_partition_name(partition_policies, date), fxbb_grant_partition(text, text), fxbb_create_partition(text, text),
  fxbb_attach_partition(partition_policies, date), fxbb_drop_partition(bigint, timestamptz),
  fxbb_begin_restore(text, date), fxbb_end_restore(text, date, timestamptz),
  fxbb_analyze(text), fxbb_reindex(text), fxbb_bloated_indexes(), fxbb_index_bloat()
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  fxbb_drop_partition(bigint, timestamptz), fxbb_begin_restore(text, date), fxbb_end_restore(text, date, timestamptz),
  fxbb_analyze(text), fxbb_reindex(text)
TO fxbb_etl;
GRANT EXECUTE ON FUNCTION fxbb_bloated_indexes(), fxbb_index_bloat() TO fxbb_etl, fxbb_monitor;
GRANT SELECT ON partition_ranges, partition_archives, partition_policies TO fxbb_etl, fxbb_monitor;
REVOKE DELETE ON partition_archives FROM fxbb_etl;

-- The audit log is written by its triggers and sealed by fxbb_seal_audit, as the owner: nobody else changes either.
REVOKE ALL ON audit_logs, audit_seals, audit_seal_marks FROM fxbb_etl;
REVOKE ALL ON SEQUENCE audit_logs_seq FROM fxbb_etl;
GRANT SELECT ON audit_logs, audit_seals TO fxbb_etl;
GRANT SELECT ON audit_seals TO fxbb_report, fxbb_finance;

-- What was granted on all tables above must not reach past a parent that grants less.
SELECT fxbb_grant_partition(parent_table, partition_name) FROM partition_ranges;
