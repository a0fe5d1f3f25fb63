-- Staging layouts. A load makes a temporary table LIKE one of these, so nothing here ever holds a row.
CREATE SCHEMA fxbb_staging;
COMMENT ON SCHEMA fxbb_staging IS 'Layouts that COPY fills before a merge; sessions copy them into temporary tables.';

-- Dumps.
CREATE TABLE fxbb_staging.submissions (
  submission_id bigint NOT NULL,
  submission_file_id bigint NOT NULL,
  line_number bigint NOT NULL,
  originator text NOT NULL,
  submission_uuid uuid NOT NULL,
  isp_id bigint NOT NULL,
  agent_id bigint,
  pop_id bigint,
  period_start timestamptz NOT NULL,
  period_end timestamptz NOT NULL,
  submission_time timestamptz NOT NULL,
  content_hash bigint NOT NULL,
  agent_status text,
  cpu_pct real,
  clock_offset_ms bigint,
  connectivity_status text,
  agent_version text,
  records integer NOT NULL,
  is_duplicate boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE fxbb_staging.submissions IS 'Lines of the dumps of a batch that are submissions.';
COMMENT ON COLUMN fxbb_staging.submissions.submission_id IS 'Already that of api_submissions.id';
COMMENT ON COLUMN fxbb_staging.submissions.records IS 'Records of the line, those quarantined included';
COMMENT ON COLUMN fxbb_staging.submissions.is_duplicate IS 'Set in the merge: the submission is stored already';

CREATE TABLE fxbb_staging.targets (
  target_ordinal integer NOT NULL,
  isp_id bigint NOT NULL,
  pop_id bigint NOT NULL,
  target_key text NOT NULL,
  upstream_type_id smallint NOT NULL
);
COMMENT ON TABLE fxbb_staging.targets IS 'Interfaces polled in a batch, each once.';
COMMENT ON COLUMN fxbb_staging.targets.target_ordinal IS 'From 0, in the order in which the batch names them';

CREATE TABLE fxbb_staging.target_states (
  snmp_target_id bigint NOT NULL,
  upstream_operator text,
  target_ip text,
  if_index integer,
  if_name text,
  if_speed_mbps numeric(10, 2),
  seen_at timestamptz NOT NULL
);
COMMENT ON TABLE fxbb_staging.target_states IS 'Interfaces polled in a batch as their newest poll describes them.';
COMMENT ON COLUMN fxbb_staging.target_states.if_speed_mbps IS 'Mbit/s';

CREATE TABLE fxbb_staging.windows (
  table_name text NOT NULL,
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  hour timestamptz NOT NULL
);
COMMENT ON TABLE fxbb_staging.windows IS 'Roll-up windows that the rows of a batch touch; a window may stand here several times.';
COMMENT ON COLUMN fxbb_staging.windows.pop_id IS '0 where rows belong to no PoP';

CREATE TABLE fxbb_staging.counts (
  table_name text NOT NULL,
  submission_file_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  rows bigint NOT NULL
);
COMMENT ON TABLE fxbb_staging.counts IS 'How many rows of each file of a batch went into each table; several lines add up.';

CREATE TABLE fxbb_staging.interface_metrics (
  staged_row bigint GENERATED ALWAYS AS IDENTITY,
  snmp_target_id bigint NOT NULL,
  time timestamptz NOT NULL,
  isp_id bigint NOT NULL,
  pop_id bigint NOT NULL,
  upstream_type_id smallint NOT NULL,
  poll_status text NOT NULL,
  in_bps bigint,
  out_bps bigint,
  in_errors bigint,
  out_errors bigint,
  in_discards bigint,
  out_discards bigint,
  utilization_in_pct real,
  utilization_out_pct real,
  admin_status text,
  oper_status text,
  restarted boolean NOT NULL,
  data_quality text NOT NULL,
  submission_id bigint NOT NULL
);
COMMENT ON TABLE fxbb_staging.interface_metrics IS 'Contested rows for ts_interface_metrics; units as there.';
COMMENT ON COLUMN fxbb_staging.interface_metrics.staged_row IS 'Order in the batch';

CREATE TABLE fxbb_staging.subscriber_counts (
  staged_row bigint GENERATED ALWAYS AS IDENTITY,
  time timestamptz NOT NULL,
  isp_id bigint NOT NULL,
  bras_id text NOT NULL,
  pop_id bigint,
  poll_status text NOT NULL,
  active_sessions bigint,
  pppoe_sessions bigint,
  dhcp_leases bigint,
  ipoe_sessions bigint,
  submission_id bigint NOT NULL
);
COMMENT ON TABLE fxbb_staging.subscriber_counts IS 'Contested rows for ts_subscriber_counts; units as there.';
COMMENT ON COLUMN fxbb_staging.subscriber_counts.staged_row IS 'Order in the batch';

CREATE TABLE fxbb_staging.qos_measurements (
  staged_row bigint GENERATED ALWAYS AS IDENTITY,
  time timestamptz NOT NULL,
  isp_id bigint NOT NULL,
  pop_id bigint NOT NULL,
  agent_id bigint NOT NULL,
  test_type text NOT NULL,
  target_type text NOT NULL,
  target_key text NOT NULL,
  test_status text NOT NULL,
  latency_min_ms real,
  latency_avg_ms real,
  latency_median_ms real,
  latency_max_ms real,
  latency_p95_ms real,
  latency_p99_ms real,
  jitter_ms real,
  packets_sent integer,
  packets_received integer,
  download_mbps numeric(10, 2),
  upload_mbps numeric(10, 2),
  dns_ms real,
  dns_query_ms real[],
  http_ms real,
  http_score real,
  hops smallint,
  path_complete boolean,
  details jsonb,
  submission_id bigint NOT NULL
);
COMMENT ON TABLE fxbb_staging.qos_measurements IS 'Contested rows for ts_qos_measurements; units as there.';
COMMENT ON COLUMN fxbb_staging.qos_measurements.staged_row IS 'Order in the batch';

CREATE TABLE fxbb_staging.files (
  submission_file_id bigint NOT NULL,
  content_sha256 text,
  state text NOT NULL,
  state_reason text,
  submissions_received bigint NOT NULL
);
COMMENT ON TABLE fxbb_staging.files IS 'What reading each dump of a batch came to; the merge adds what was loaded and what was a duplicate.';

CREATE TABLE fxbb_staging.outcomes (
  submission_file_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  target_table text NOT NULL,
  outcome text NOT NULL,
  is_of_load boolean NOT NULL,
  isp_id bigint,
  line_number bigint,
  row_key text,
  raw text
);
COMMENT ON TABLE fxbb_staging.outcomes IS 'Rows of a merge that did not win their key.';
COMMENT ON COLUMN fxbb_staging.outcomes.outcome IS 'DUPLICATE: same values as the winner; CONFLICT: other values';
COMMENT ON COLUMN fxbb_staging.outcomes.is_of_load IS 'False: the row was stored by an earlier load and lost its place now';

-- What every load finds.
CREATE TABLE fxbb_staging.notices (
  submission_file_id bigint NOT NULL,
  submission_id bigint,
  isp_id bigint,
  feed text,
  code text NOT NULL,
  severity text NOT NULL,
  row_number bigint,
  column_name text,
  found text,
  expected text,
  message_en text NOT NULL,
  message_bn text NOT NULL,
  fix_en text NOT NULL
);
COMMENT ON TABLE fxbb_staging.notices IS 'Rows for submission_notices; those of a duplicate submission are dropped.';
CREATE TABLE fxbb_staging.quarantine (
  submission_file_id bigint NOT NULL,
  submission_id bigint,
  isp_id bigint,
  feed text NOT NULL,
  row_number bigint NOT NULL,
  record_kind text NOT NULL,
  code text NOT NULL,
  raw text NOT NULL
);
COMMENT ON TABLE fxbb_staging.quarantine IS 'Rows for quarantined_rows; those of a duplicate submission are dropped.';

-- CSV feeds: the columns of the feed as declared in org.fxbb.readers.feed.Feeds, after the number and the cells of the row.
CREATE TABLE fxbb_staging.filing_packages (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  package_code text,
  package_name text,
  package_name_bn text,
  package_type text,
  connection_type text,
  download_speed_mbps numeric,
  upload_speed_mbps numeric,
  mir_mbps numeric,
  cir_mbps numeric,
  price_bdt numeric,
  data_cap_gb numeric,
  has_fup boolean,
  fup_threshold_gb numeric,
  fup_speed_mbps numeric,
  contention_ratio numeric,
  contract_months bigint,
  installation_fee_bdt numeric,
  status text,
  subscriber_count bigint,
  price_includes_vat boolean,
  period text
);
COMMENT ON TABLE fxbb_staging.filing_packages IS 'Good rows of a packages filing; units as the feed declares them.';
CREATE TABLE fxbb_staging.filing_subscribers (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  package_code text,
  location text,
  current_count bigint,
  new_count bigint,
  churned_count bigint,
  suspended_count bigint,
  period text
);
COMMENT ON TABLE fxbb_staging.filing_subscribers IS 'Good rows of a subscribers filing; units as the feed declares them.';
CREATE TABLE fxbb_staging.filing_pops (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  location text,
  pop_code text,
  pop_count bigint,
  pop_type text,
  status text,
  upstream_capacity_mbps numeric,
  international_mbps numeric,
  ix_mbps numeric,
  cache_mbps numeric,
  latitude numeric,
  longitude numeric,
  period text
);
COMMENT ON TABLE fxbb_staging.filing_pops IS 'Good rows of a pops filing; units as the feed declares them.';
CREATE TABLE fxbb_staging.filing_revenue (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  package_code text,
  location text,
  subscriber_revenue_bdt numeric,
  vat_bdt numeric,
  installation_revenue_bdt numeric,
  other_revenue_bdt numeric,
  paying_subscribers bigint,
  period text
);
COMMENT ON TABLE fxbb_staging.filing_revenue IS 'Good rows of a revenue filing; units as the feed declares them.';
CREATE TABLE fxbb_staging.filing_bandwidth (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  upstream_type text,
  provider_name text,
  contracted_mbps numeric,
  provisioned_mbps numeric,
  peak_utilization_pct numeric,
  avg_utilization_pct numeric,
  p95_utilization_pct numeric,
  period text
);
COMMENT ON TABLE fxbb_staging.filing_bandwidth IS 'Good rows of a bandwidth filing; units as the feed declares them.';
CREATE TABLE fxbb_staging.filing_incidents (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  incident_id text,
  incident_type text,
  severity text,
  status text,
  detected_time timestamptz,
  reported_time timestamptz,
  acknowledged_time timestamptz,
  work_started_time timestamptz,
  resolved_time timestamptz,
  affected_pop_codes text,
  service_impact text,
  location text,
  description text,
  period text
);
COMMENT ON TABLE fxbb_staging.filing_incidents IS 'Good rows of an incidents filing; units as the feed declares them.';
CREATE TABLE fxbb_staging.filing_complaints (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  category text,
  received bigint,
  resolved bigint,
  mttr_hours numeric,
  period text
);
COMMENT ON TABLE fxbb_staging.filing_complaints IS 'Good rows of a complaints filing; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_isps (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  isp_code text,
  btrc_license_no text,
  name_en text,
  name_bn text,
  trade_name text,
  license_category text,
  issue_date date,
  expiry_date date,
  license_status text,
  headquarters_bbs_code text,
  email text,
  phone text,
  website text
);
COMMENT ON TABLE fxbb_staging.registry_isps IS 'Good rows of an isps registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_coverage (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  isp_code text,
  bbs_code text,
  coverage_type text,
  effective_date date
);
COMMENT ON TABLE fxbb_staging.registry_coverage IS 'Good rows of a coverage registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_pops (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  isp_code text,
  pop_code text,
  name_en text,
  name_bn text,
  category text,
  bbs_code text,
  latitude numeric,
  longitude numeric,
  capacity_mbps numeric,
  commissioned_date date,
  status text
);
COMMENT ON TABLE fxbb_staging.registry_pops IS 'Good rows of a pops registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_agents (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  agent_uuid uuid,
  isp_code text,
  agent_type text,
  name text,
  pop_codes text,
  reference_download_mbps numeric,
  reference_upload_mbps numeric,
  site_group text,
  valid_from date,
  status text
);
COMMENT ON TABLE fxbb_staging.registry_agents IS 'Good rows of an agents registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_thresholds (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  policy_set text,
  parameter text,
  license_category text,
  package_type text,
  target_type text,
  threshold_type text,
  value numeric,
  warning_value numeric,
  statistic text,
  percentile numeric,
  share_pct numeric,
  busy_hours_only boolean,
  min_samples bigint,
  effective_date date,
  expiry_date date,
  legal_reference text,
  legal_status text
);
COMMENT ON TABLE fxbb_staging.registry_thresholds IS 'Good rows of a thresholds registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_maintenance (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  isp_code text,
  pop_codes text,
  kind text,
  starts_at timestamptz,
  ends_at timestamptz,
  announced_at timestamptz,
  approved_at timestamptz,
  approved_by text,
  document_reference text
);
COMMENT ON TABLE fxbb_staging.registry_maintenance IS 'Good rows of a maintenance registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_snmp_targets (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  isp_code text,
  pop_code text,
  interface_type text,
  upstream_operator text,
  target_ip text,
  port bigint,
  version text,
  credential_ref text,
  if_index bigint,
  if_name text,
  if_speed_mbps numeric
);
COMMENT ON TABLE fxbb_staging.registry_snmp_targets IS 'Good rows of an snmp_targets registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_test_targets (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  code text,
  category text,
  test_type text,
  target_type text,
  host text,
  port bigint,
  url text
);
COMMENT ON TABLE fxbb_staging.registry_test_targets IS 'Good rows of a test_targets registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_commitments (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  isp_code text,
  commitment text,
  value numeric,
  due_date date
);
COMMENT ON TABLE fxbb_staging.registry_commitments IS 'Good rows of a commitments registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_notice_grades (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  code text,
  severity text,
  effective_date date,
  expiry_date date,
  reason text,
  legal_reference text
);
COMMENT ON TABLE fxbb_staging.registry_notice_grades IS 'Good rows of a notice_grades registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_calendar (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  day date,
  kind text,
  value text
);
COMMENT ON TABLE fxbb_staging.registry_calendar IS 'Good rows of a calendar registry file; units as the feed declares them.';
CREATE TABLE fxbb_staging.registry_credentials (
  row_number bigint NOT NULL,
  raw text NOT NULL,
  account text,
  ssh_public_key text,
  valid_from date,
  valid_to date
);
COMMENT ON TABLE fxbb_staging.registry_credentials IS 'Good rows of a credentials registry file; units as the feed declares them.';

-- Dumps of the apps.
CREATE TABLE fxbb_staging.user_reports (
  line_number bigint NOT NULL,
  install_uuid uuid NOT NULL,
  time timestamptz NOT NULL,
  isp text,
  isp_id bigint,
  package_code text,
  connection_type text NOT NULL,
  platform text,
  app_version text,
  download_mbps numeric(10, 2),
  upload_mbps numeric(10, 2),
  latency_ms real,
  jitter_ms real,
  loss_pct real,
  dns_ms real,
  http_ms real,
  video_buffer_ratio real,
  latitude numeric(6, 3),
  longitude numeric(6, 3),
  category text,
  feedback text,
  outcome text
);
COMMENT ON TABLE fxbb_staging.user_reports IS 'Lines of a user app''s dump; units as in ts_mobile_speed_tests.';
COMMENT ON COLUMN fxbb_staging.user_reports.outcome IS 'Set in the merge: DUPLICATE or CONFLICT with an earlier line of the same installation and time; null = to be loaded';

CREATE TABLE fxbb_staging.field_reports (
  line_number bigint NOT NULL,
  officer text NOT NULL,
  officer_name text,
  isp text NOT NULL,
  isp_id bigint,
  pop text,
  pop_id bigint,
  time timestamptz NOT NULL,
  inspection_type text NOT NULL,
  compliance_status text NOT NULL,
  recommendations jsonb NOT NULL,
  download_mbps numeric(10, 2),
  upload_mbps numeric(10, 2),
  latency_ms real,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  issues jsonb NOT NULL,
  attachments jsonb NOT NULL,
  outcome text
);
COMMENT ON TABLE fxbb_staging.field_reports IS 'Lines of a field officers'' dump; units as in the table field_reports.';
COMMENT ON COLUMN fxbb_staging.field_reports.outcome IS 'Set in the merge: UNKNOWN_ISP, DUPLICATE or CONFLICT with an earlier report of the same officer, ISP and time; null = to be loaded';

-- Not a layout: it is here because only the engine may name what is here, and whoever can name a table can lock it.
CREATE TABLE fxbb_staging.audit_writers (
  nothing boolean
);
COMMENT ON TABLE fxbb_staging.audit_writers IS 'Never holds a row. A transaction that has a number of audit_logs holds a ROW SHARE lock on it, by which fxbb_seal_audit knows it; the sealer holds SHARE UPDATE EXCLUSIVE.';
