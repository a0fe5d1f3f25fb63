-- Which rows a role sees (spec 3, row-level security): every table with isp_id is listed here; a test fails on one that is not.
-- The engine and the reports see all rows, an ISP its own. An ISP is known by the login of its session, which no setting changes.
-- The owner (migrations, backup) is not bound; partitions are reached through their parents, which only the engine's role may pass by.
DO $$
DECLARE
  isp_table text;
  own_rows text;
BEGIN
  SET LOCAL client_min_messages = warning;
  FOREACH isp_table IN ARRAY ARRAY[
    'isps', 'isp_coverage_areas', 'isp_contacts', 'isp_history', 'isp_commitments',
    'pops', 'network_elements', 'subscriber_count_sources', 'software_agents', 'agent_pop_assignments', 'snmp_targets',
    'packages', 'package_history', 'package_coverage', 'package_snapshots', 'subscriber_snapshots', 'bandwidth_snapshots',
    'ts_interface_metrics', 'ts_subscriber_counts', 'ts_qos_measurements',
    'app_installations', 'ts_mobile_speed_tests', 'ts_mobile_streaming_tests', 'app_feedback',
    'field_reports', 'field_report_issues', 'field_report_attachments',
    'incident_filings', 'incidents', 'incident_affected_pops', 'incident_timeline', 'outages', 'complaint_aggregates', 'mttr_summaries', 'maintenance_windows',
    'revenue_snapshots', 'revenue_details', 'package_analytics',
    'rollup_dirty_marks', 'rollup_interfaces_hourly', 'rollup_interfaces_daily', 'rollup_sessions_hourly', 'rollup_sessions_daily',
    'availability_slots', 'qos_pop_day_values', 'sla_verdicts', 'sla_violations', 'compliance_scores', 'restatements',
    'submission_files', 'api_submissions', 'submission_notices', 'quarantined_rows', 'data_provenance', 'filings', 'filing_feeds',
    'discrepancy_detections', 'discrepancy_resolutions',
    'generated_reports', 'report_deliveries', 'alerts', 'notifications',
    'users', 'api_keys', 'isp_logins', 'sftp_credentials', 'audit_logs'
  ] LOOP
    own_rows := CASE isp_table
      WHEN 'isps' THEN 'id = (SELECT l.isp_id FROM isp_logins l WHERE l.role_name = session_user)'
      WHEN 'isp_logins' THEN 'role_name = session_user'
      ELSE 'isp_id = (SELECT l.isp_id FROM isp_logins l WHERE l.role_name = session_user)'
    END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', isp_table);
    EXECUTE format('DROP POLICY IF EXISTS engine ON %I', isp_table);
    EXECUTE format('DROP POLICY IF EXISTS readers ON %I', isp_table);
    EXECUTE format('DROP POLICY IF EXISTS own_rows ON %I', isp_table);
    EXECUTE format('CREATE POLICY engine ON %I TO fxbb_etl USING (true) WITH CHECK (true)', isp_table);
    EXECUTE format('CREATE POLICY readers ON %I FOR SELECT TO fxbb_report, fxbb_finance USING (true)', isp_table);
    EXECUTE format('CREATE POLICY own_rows ON %I FOR SELECT TO fxbb_isp USING (%s)', isp_table, own_rows);
  END LOOP;
END;
$$;
