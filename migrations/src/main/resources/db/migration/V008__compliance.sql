-- Step 8, compliance: policy as dated rows, slots, roll-ups, verdicts, violations, scores.

CREATE TABLE policy_sets (
  code text CONSTRAINT policy_sets_code_pk PRIMARY KEY,
  title_en text NOT NULL,
  effective_date date NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  note text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE UNIQUE INDEX policy_sets_is_default_uk ON policy_sets (is_default) WHERE is_default;
COMMENT ON INDEX policy_sets_is_default_uk IS 'Serves: the set that judges; at most one';
COMMENT ON TABLE policy_sets IS 'Named sets of thresholds, weights and bands. Judgement is data.';

CREATE TABLE policy_values (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT policy_values_id_pk PRIMARY KEY,
  policy_set text NOT NULL CONSTRAINT policy_values_policy_set_fk REFERENCES policy_sets (code),
  name text NOT NULL,
  value numeric,
  text_value text,
  unit text NOT NULL,
  effective_date date NOT NULL,
  expiry_date date,
  legal_reference text,
  legal_status text NOT NULL DEFAULT 'ASSUMED' CONSTRAINT policy_values_legal_status_ck CHECK (legal_status IN ('GAZETTED', 'DRAFT', 'PRESS', 'ASSUMED')),
  meaning_en text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT policy_values_set_name_date_uk UNIQUE (policy_set, name, effective_date),
  CONSTRAINT policy_values_value_ck CHECK (num_nonnulls(value, text_value) = 1)
);
COMMENT ON TABLE policy_values IS 'Every number of judgement that is not a threshold, by name, with dates.';
COMMENT ON COLUMN policy_values.unit IS 'Unit of value, or text';
COMMENT ON COLUMN policy_values.effective_date IS 'First day in force';
COMMENT ON COLUMN policy_values.expiry_date IS 'First day no longer in force; null = open';

CREATE TABLE notice_grades (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notice_grades_id_pk PRIMARY KEY,
  code text NOT NULL,
  severity text NOT NULL CONSTRAINT notice_grades_severity_ck CHECK (severity IN ('SUSPENDED', 'INFO', 'WARNING', 'ERROR')),
  effective_date date NOT NULL,
  expiry_date date,
  reason text NOT NULL,
  legal_reference text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz,
  CONSTRAINT notice_grades_dates_ck CHECK (expiry_date > effective_date)
);
CREATE UNIQUE INDEX notice_grades_code_effective_date_uk ON notice_grades (code, effective_date) WHERE deleted_at IS NULL;
COMMENT ON INDEX notice_grades_code_effective_date_uk IS 'Serves: upsert of the registry feed notice_grades';
COMMENT ON TABLE notice_grades IS 'Rules of the notice catalogue that are suspended or graded otherwise for some time, from the registry feed notice_grades. Only rules whose rows can be loaded either way; of two grades in force the later effective_date holds.';
COMMENT ON COLUMN notice_grades.code IS 'Code of the notice, as in RULES.md';
COMMENT ON COLUMN notice_grades.severity IS 'SUSPENDED: not told at all. ERROR: the row is not loaded';
COMMENT ON COLUMN notice_grades.effective_date IS 'First day in force, Asia/Dhaka, by the day on which a file is checked';
COMMENT ON COLUMN notice_grades.expiry_date IS 'First day no longer in force; null = open';

CREATE TABLE calendar_days (
  day date NOT NULL,
  kind text NOT NULL CONSTRAINT calendar_days_kind_ck CHECK (kind IN ('HOLIDAY', 'BUSY_HOURS')),
  value text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT calendar_days_day_kind_pk PRIMARY KEY (day, kind)
);
COMMENT ON TABLE calendar_days IS 'Holidays, and days whose busy hours differ.';
COMMENT ON COLUMN calendar_days.value IS 'BUSY_HOURS: <from hour>-<to hour>, such as 20-24; HOLIDAY: its name';

CREATE TABLE qos_parameters (
  code text CONSTRAINT qos_parameters_code_pk PRIMARY KEY,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  unit text NOT NULL,
  category text NOT NULL CONSTRAINT qos_parameters_category_ck CHECK (category IN ('SPEED', 'LATENCY', 'AVAILABILITY', 'CAPACITY')),
  weight numeric(6, 3) NOT NULL,
  better text NOT NULL CONSTRAINT qos_parameters_better_ck CHECK (better IN ('HIGHER', 'LOWER')),
  busy_hours boolean NOT NULL,
  sort_order smallint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE qos_parameters IS 'What is judged. Reference data.';
COMMENT ON COLUMN qos_parameters.weight IS 'Share of the score, sums to 100';
COMMENT ON COLUMN qos_parameters.unit IS 'Unit of a sample: % of reference, ms, % or weight';
COMMENT ON COLUMN qos_parameters.category IS 'Category score it belongs to; CAPACITY has none';
COMMENT ON COLUMN qos_parameters.busy_hours IS 'Judged in busy hours; false = on all hours';

CREATE TABLE sla_thresholds (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT sla_thresholds_id_pk PRIMARY KEY,
  policy_set text NOT NULL CONSTRAINT sla_thresholds_policy_set_fk REFERENCES policy_sets (code),
  parameter_code text NOT NULL CONSTRAINT sla_thresholds_parameter_code_fk REFERENCES qos_parameters (code),
  license_category text NOT NULL DEFAULT '',
  package_type text NOT NULL DEFAULT '',
  target_type text NOT NULL DEFAULT '',
  threshold_type text NOT NULL CONSTRAINT sla_thresholds_threshold_type_ck CHECK (threshold_type IN ('MIN', 'MAX')),
  value numeric NOT NULL,
  warning_value numeric,
  statistic text NOT NULL CONSTRAINT sla_thresholds_statistic_ck CHECK (statistic IN ('MEAN', 'RATIO', 'SHARE', 'PERCENTILE')),
  percentile numeric,
  share_pct numeric,
  busy_hours_only boolean NOT NULL,
  min_samples integer NOT NULL,
  effective_date date NOT NULL,
  expiry_date date,
  legal_reference text,
  legal_status text NOT NULL CONSTRAINT sla_thresholds_legal_status_ck CHECK (legal_status IN ('GAZETTED', 'DRAFT', 'PRESS', 'ASSUMED')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX sla_thresholds_natural_uk ON sla_thresholds (policy_set, parameter_code, license_category, package_type, target_type, effective_date) WHERE deleted_at IS NULL;
CREATE INDEX sla_thresholds_parameter_code_ix ON sla_thresholds (parameter_code);
COMMENT ON INDEX sla_thresholds_natural_uk IS 'Serves: the threshold of a parameter in force on a day; upsert of the registry feed thresholds';
COMMENT ON INDEX sla_thresholds_parameter_code_ix IS 'Serves: foreign key';
COMMENT ON TABLE sla_thresholds IS 'What each parameter must reach, by policy set and date.';
COMMENT ON COLUMN sla_thresholds.value IS 'Limit of one sample (SHARE, PERCENTILE) or of the mean or ratio, in the unit of the parameter; inclusive';
COMMENT ON COLUMN sla_thresholds.warning_value IS 'Same unit; raises alerts, never violations';
COMMENT ON COLUMN sla_thresholds.percentile IS 'PERCENTILE: p95 <= value means at least 95 % of samples <= value';
COMMENT ON COLUMN sla_thresholds.share_pct IS 'SHARE: percent of samples that must meet value';
COMMENT ON COLUMN sla_thresholds.effective_date IS 'First day in force; read on the first day of the period';
COMMENT ON COLUMN sla_thresholds.busy_hours_only IS 'Judged on samples of busy hours; false = on all hours';
COMMENT ON COLUMN sla_thresholds.license_category IS 'Empty = all';
COMMENT ON COLUMN sla_thresholds.package_type IS 'Empty = all';
COMMENT ON COLUMN sla_thresholds.target_type IS 'Empty = the parameter''s own';

CREATE TABLE rollup_dirty_marks (
  load_id bigint NOT NULL,
  table_name text NOT NULL,
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  hour timestamptz NOT NULL
);
CREATE INDEX rollup_dirty_marks_table_name_hour_ix ON rollup_dirty_marks (table_name, hour);
COMMENT ON INDEX rollup_dirty_marks_table_name_hour_ix IS 'Serves: taking the marks of a table and day by DELETE ... RETURNING';
COMMENT ON TABLE rollup_dirty_marks IS 'Windows that a load touched and a refresh has not yet taken; appended, never updated, never unique.';
COMMENT ON COLUMN rollup_dirty_marks.table_name IS 'ts_interface_metrics, ts_subscriber_counts, ts_qos_measurements, availability_slots (re-judge, whatever the cause), outages, or subscriber_snapshots (of an ISP, for package_coverage)';
COMMENT ON COLUMN rollup_dirty_marks.pop_id IS '0 where the rows carry no PoP (sessions of a BRAS that serves several)';
COMMENT ON COLUMN rollup_dirty_marks.hour IS 'Start of the hour that holds changed rows; of filings: of their month, Asia/Dhaka';

CREATE TABLE rollup_interfaces_hourly (
  hour timestamptz NOT NULL,
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  snmp_target_id bigint NOT NULL,
  upstream_type_id smallint NOT NULL,
  samples integer NOT NULL,
  excluded integer NOT NULL,
  in_bps_avg double precision,
  in_bps_min bigint,
  in_bps_max bigint,
  in_bps_stddev double precision,
  in_bps_p50 bigint,
  in_bps_p95 bigint,
  in_bps_p99 bigint,
  out_bps_avg double precision,
  out_bps_min bigint,
  out_bps_max bigint,
  out_bps_stddev double precision,
  out_bps_p50 bigint,
  out_bps_p95 bigint,
  out_bps_p99 bigint,
  down_polls integer NOT NULL,
  CONSTRAINT rollup_interfaces_hourly_pop_target_hour_pk PRIMARY KEY (pop_id, snmp_target_id, hour)
) PARTITION BY RANGE (hour);
COMMENT ON TABLE rollup_interfaces_hourly IS 'Interface traffic per hour, exact from ts_interface_metrics (percentiles by nearest rank). Monthly partitions.';
COMMENT ON COLUMN rollup_interfaces_hourly.samples IS 'RELIABLE polls that made the statistics';
COMMENT ON COLUMN rollup_interfaces_hourly.excluded IS 'RESET, UNRELIABLE and failed polls';
COMMENT ON COLUMN rollup_interfaces_hourly.down_polls IS 'Polls that saw oper_status DOWN';
COMMENT ON COLUMN rollup_interfaces_hourly.in_bps_avg IS 'bit/s received, mean; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.in_bps_min IS 'bit/s received, lowest; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.in_bps_max IS 'bit/s received, highest; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.in_bps_stddev IS 'bit/s received, sample standard deviation; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.in_bps_p50 IS 'bit/s received, median, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.in_bps_p95 IS 'bit/s received, 95th percentile, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.in_bps_p99 IS 'bit/s received, 99th percentile, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.out_bps_avg IS 'bit/s sent, mean; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.out_bps_min IS 'bit/s sent, lowest; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.out_bps_max IS 'bit/s sent, highest; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.out_bps_stddev IS 'bit/s sent, sample standard deviation; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.out_bps_p50 IS 'bit/s sent, median, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.out_bps_p95 IS 'bit/s sent, 95th percentile, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_hourly.out_bps_p99 IS 'bit/s sent, 99th percentile, nearest rank; null = no reliable poll';

CREATE TABLE rollup_interfaces_daily (
  day date NOT NULL,
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  snmp_target_id bigint NOT NULL,
  upstream_type_id smallint NOT NULL,
  samples integer NOT NULL,
  excluded integer NOT NULL,
  in_bps_avg double precision,
  in_bps_min bigint,
  in_bps_max bigint,
  in_bps_stddev double precision,
  in_bps_p50 bigint,
  in_bps_p95 bigint,
  in_bps_p99 bigint,
  out_bps_avg double precision,
  out_bps_min bigint,
  out_bps_max bigint,
  out_bps_stddev double precision,
  out_bps_p50 bigint,
  out_bps_p95 bigint,
  out_bps_p99 bigint,
  down_polls integer NOT NULL,
  CONSTRAINT rollup_interfaces_daily_pop_target_day_pk PRIMARY KEY (pop_id, snmp_target_id, day)
) PARTITION BY RANGE (day);
COMMENT ON TABLE rollup_interfaces_daily IS 'Interface traffic per Dhaka day, exact from ts_interface_metrics (percentiles by nearest rank). Monthly partitions.';
COMMENT ON COLUMN rollup_interfaces_daily.samples IS 'RELIABLE polls that made the statistics';
COMMENT ON COLUMN rollup_interfaces_daily.excluded IS 'RESET, UNRELIABLE and failed polls';
COMMENT ON COLUMN rollup_interfaces_daily.down_polls IS 'Polls that saw oper_status DOWN';
COMMENT ON COLUMN rollup_interfaces_daily.in_bps_avg IS 'bit/s received, mean; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.in_bps_min IS 'bit/s received, lowest; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.in_bps_max IS 'bit/s received, highest; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.in_bps_stddev IS 'bit/s received, sample standard deviation; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.in_bps_p50 IS 'bit/s received, median, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.in_bps_p95 IS 'bit/s received, 95th percentile, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.in_bps_p99 IS 'bit/s received, 99th percentile, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.out_bps_avg IS 'bit/s sent, mean; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.out_bps_min IS 'bit/s sent, lowest; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.out_bps_max IS 'bit/s sent, highest; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.out_bps_stddev IS 'bit/s sent, sample standard deviation; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.out_bps_p50 IS 'bit/s sent, median, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.out_bps_p95 IS 'bit/s sent, 95th percentile, nearest rank; null = no reliable poll';
COMMENT ON COLUMN rollup_interfaces_daily.out_bps_p99 IS 'bit/s sent, 99th percentile, nearest rank; null = no reliable poll';

CREATE TABLE rollup_sessions_hourly (
  hour timestamptz NOT NULL,
  isp_id bigint NOT NULL,
  bras_id text NOT NULL,
  pop_id bigint,
  samples integer NOT NULL,
  excluded integer NOT NULL,
  active_avg double precision,
  active_min bigint,
  active_max bigint,
  active_stddev double precision,
  active_p50 bigint,
  active_p95 bigint,
  active_p99 bigint,
  CONSTRAINT rollup_sessions_hourly_isp_bras_hour_pk PRIMARY KEY (isp_id, bras_id, hour)
) PARTITION BY RANGE (hour);
COMMENT ON TABLE rollup_sessions_hourly IS 'Active sessions of a BRAS per hour, exact from ts_subscriber_counts. Monthly partitions.';
COMMENT ON COLUMN rollup_sessions_hourly.samples IS 'Successful polls';
COMMENT ON COLUMN rollup_sessions_hourly.excluded IS 'Polls that failed';

CREATE TABLE rollup_sessions_daily (
  day date NOT NULL,
  isp_id bigint NOT NULL,
  bras_id text NOT NULL,
  pop_id bigint,
  samples integer NOT NULL,
  excluded integer NOT NULL,
  active_avg double precision,
  active_min bigint,
  active_max bigint,
  active_stddev double precision,
  active_p50 bigint,
  active_p95 bigint,
  active_p99 bigint,
  CONSTRAINT rollup_sessions_daily_isp_bras_day_pk PRIMARY KEY (isp_id, bras_id, day)
) PARTITION BY RANGE (day);
COMMENT ON TABLE rollup_sessions_daily IS 'Active sessions of a BRAS per Dhaka day, exact from ts_subscriber_counts. Monthly partitions.';
COMMENT ON COLUMN rollup_sessions_daily.samples IS 'Successful polls';
COMMENT ON COLUMN rollup_sessions_daily.excluded IS 'Polls that failed';

CREATE TABLE target_down_slots (
  slot_start timestamptz NOT NULL,
  test_type text NOT NULL,
  target_key text NOT NULL,
  agents integer NOT NULL,
  failed_agents integer NOT NULL,
  isps integer NOT NULL,
  operators integer NOT NULL,
  CONSTRAINT target_down_slots_slot_test_target_pk PRIMARY KEY (slot_start, test_type, target_key)
);
COMMENT ON TABLE target_down_slots IS 'Quarter hours in which a target failed from so many agents that the target is at fault (spec 5.2 TARGET_DOWN).';
COMMENT ON COLUMN target_down_slots.isps IS 'ISPs whose agents failed';
COMMENT ON COLUMN target_down_slots.operators IS 'Upstream operators of those ISPs'' PoPs';

CREATE TABLE availability_slots (
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  slot_start timestamptz NOT NULL,
  status text NOT NULL CONSTRAINT availability_slots_status_ck CHECK (status IN ('AVAILABLE', 'DEGRADED', 'POOR', 'OUTAGE', 'NOT_MEASURED', 'UNKNOWN', 'EXCLUDED')),
  slot_value numeric(3, 2),
  quality numeric(6, 2),
  reason text NOT NULL DEFAULT '',
  excluded_status text CONSTRAINT availability_slots_excluded_status_ck CHECK (excluded_status IN ('AVAILABLE', 'DEGRADED', 'POOR', 'OUTAGE', 'NOT_MEASURED', 'UNKNOWN')),
  CONSTRAINT availability_slots_pop_id_slot_start_pk PRIMARY KEY (pop_id, slot_start)
) PARTITION BY RANGE (slot_start);
COMMENT ON TABLE availability_slots IS 'One row per PoP that is due and quarter hour (spec 5.3). Monthly partitions.';
COMMENT ON COLUMN availability_slots.slot_value IS '1.00 AVAILABLE, 0.50 DEGRADED, 0.25 POOR, 0.00 OUTAGE; null where not judged';
COMMENT ON COLUMN availability_slots.quality IS 'Q, 0 to 100; null where too little was measured';
COMMENT ON COLUMN availability_slots.reason IS 'Empty, AGENT_SILENT, AGENT_FAULT, FEW_TESTS, INTERFACE_DOWN, DEVICE_RESTARTED, SESSIONS_LOST, SINGLE_WITNESS, or the kind of the window that excludes';
COMMENT ON COLUMN availability_slots.excluded_status IS 'EXCLUDED: the status the slot would have had';

CREATE TABLE qos_pop_day_values (
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  day date NOT NULL,
  parameter_code text NOT NULL,
  busy boolean NOT NULL,
  samples real[] NOT NULL,
  failures integer NOT NULL,
  tests integer NOT NULL,
  due integer NOT NULL,
  numerator bigint,
  denominator bigint,
  left_agent_fault integer NOT NULL DEFAULT 0,
  left_target_down integer NOT NULL DEFAULT 0,
  left_slot integer NOT NULL DEFAULT 0,
  left_no_reference integer NOT NULL DEFAULT 0,
  CONSTRAINT qos_pop_day_values_pop_day_parameter_busy_pk PRIMARY KEY (pop_id, day, parameter_code, busy)
) PARTITION BY RANGE (day);
COMMENT ON TABLE qos_pop_day_values IS 'Sorted samples of a parameter, PoP and Dhaka day; every share and percentile above merges from here (spec 5.1, 5.2). Monthly partitions.';
COMMENT ON COLUMN qos_pop_day_values.busy IS 'True: samples inside busy hours; false: the others. The 24-hour value merges both';
COMMENT ON COLUMN qos_pop_day_values.samples IS 'Ascending, in the unit of the parameter; a test that failed stands as 0 (speed, HTTP) or Infinity (times, loss)';
COMMENT ON COLUMN qos_pop_day_values.failures IS 'How many of the samples are failures';
COMMENT ON COLUMN qos_pop_day_values.tests IS 'Tests (DNS: tests, while samples are queries) that entered';
COMMENT ON COLUMN qos_pop_day_values.due IS 'Tests due: quarter hours of the window x 1 per agent and target type (UTILISATION: 5-minute polls)';
COMMENT ON COLUMN qos_pop_day_values.numerator IS 'PACKET_LOSS: packets lost';
COMMENT ON COLUMN qos_pop_day_values.denominator IS 'PACKET_LOSS: packets sent';
COMMENT ON COLUMN qos_pop_day_values.left_slot IS 'Tests left out because their slot is OUTAGE or EXCLUDED';

CREATE TABLE sla_verdicts (
  policy_set text NOT NULL,
  period date NOT NULL,
  level text NOT NULL CONSTRAINT sla_verdicts_level_ck CHECK (level IN ('POP', 'ISP', 'DISTRICT', 'DIVISION', 'NATION')),
  subject_key text NOT NULL,
  isp_id bigint,
  pop_id bigint,
  parameter_code text NOT NULL,
  verdict text NOT NULL CONSTRAINT sla_verdicts_verdict_ck CHECK (verdict IN ('MEETS', 'BREACHES', 'INSUFFICIENT_EVIDENCE', 'NOT_MEASURED')),
  reason text NOT NULL DEFAULT '' CONSTRAINT sla_verdicts_reason_ck CHECK (reason IN ('', 'NO_AGENT', 'AGENT_SILENT', 'AGENT_FAULT', 'TARGET_DOWN', 'NO_REFERENCE', 'REFERENCE_NOT_REPRESENTATIVE', 'EXCLUDED', 'NOT_IN_POLICY', 'RULE_DID_NOT_RUN', 'FEW_TESTS', 'FEW_DAYS', 'LOW_COVERAGE', 'LOW_REPRESENTATION', 'BELOW_NOT_PROVEN')),
  severity text CONSTRAINT sla_verdicts_severity_ck CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  statistic_value double precision,
  statistic_24h double precision,
  attained double precision,
  attained_low double precision,
  attained_high double precision,
  required double precision,
  limit_value double precision,
  n bigint NOT NULL DEFAULT 0,
  days integer NOT NULL DEFAULT 0,
  effective_n double precision,
  due bigint NOT NULL DEFAULT 0,
  coverage_pct double precision,
  represented_pct double precision,
  pops integer NOT NULL DEFAULT 0,
  agents integer NOT NULL DEFAULT 0,
  weight double precision,
  threshold_id bigint,
  partial boolean NOT NULL DEFAULT false,
  CONSTRAINT sla_verdicts_set_period_level_subject_parameter_pk PRIMARY KEY (policy_set, period, level, subject_key, parameter_code)
);
CREATE INDEX sla_verdicts_period_isp_id_ix ON sla_verdicts (period, isp_id);
COMMENT ON INDEX sla_verdicts_period_isp_id_ix IS 'Serves: scorecard of an ISP';
COMMENT ON TABLE sla_verdicts IS 'One judgement per subject, parameter and month (spec 5.4); replaced as a whole when the month is judged again.';
COMMENT ON COLUMN sla_verdicts.period IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN sla_verdicts.subject_key IS 'POP: <isp>/<pop>; ISP: its code; areas: location_code; NATION: BD';
COMMENT ON COLUMN sla_verdicts.statistic_value IS 'Printed statistic in the unit of the parameter: percentile, median % (speed), pooled %, availability %; null = nothing measured';
COMMENT ON COLUMN sla_verdicts.statistic_24h IS 'The same over all hours';
COMMENT ON COLUMN sla_verdicts.attained IS 'Estimate that is judged: share 0 to 1 (or ratio) against required';
COMMENT ON COLUMN sla_verdicts.attained_low IS 'Lower end of the 95 % interval';
COMMENT ON COLUMN sla_verdicts.attained_high IS 'Upper end of the 95 % interval';
COMMENT ON COLUMN sla_verdicts.required IS 'Share 0 to 1 (or ratio) that must be reached (or not exceeded: PACKET_LOSS)';
COMMENT ON COLUMN sla_verdicts.limit_value IS 'sla_thresholds.value';
COMMENT ON COLUMN sla_verdicts.days IS 'Days with at least one sample';
COMMENT ON COLUMN sla_verdicts.effective_n IS 'n* of the day-clustered interval';
COMMENT ON COLUMN sla_verdicts.coverage_pct IS 'Measured of due, percent';
COMMENT ON COLUMN sla_verdicts.represented_pct IS 'Subscribers in districts with a judged PoP of all subscribers, percent; null = subscribers unknown';
COMMENT ON COLUMN sla_verdicts.severity IS 'BREACHES: read at the end of the interval nearer the limit (spec 5.5); null otherwise';
COMMENT ON COLUMN sla_verdicts.weight IS 'POP: share of the PoP in the verdict of its ISP, 0 where it was not measured; null for other levels';
COMMENT ON COLUMN sla_verdicts.partial IS 'The month was still running when judged';

CREATE TABLE sla_violations (
  id uuid CONSTRAINT sla_violations_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT sla_violations_isp_id_fk REFERENCES isps (id),
  pop_id bigint CONSTRAINT sla_violations_pop_id_fk REFERENCES pops (id),
  parent_violation_id uuid CONSTRAINT sla_violations_parent_violation_id_fk REFERENCES sla_violations (id),
  violation_type text NOT NULL CONSTRAINT sla_violations_violation_type_ck CHECK (violation_type IN ('SERVICE', 'REPORTING')),
  parameter_code text NOT NULL,
  measurement_period_start date NOT NULL,
  measurement_period_end date NOT NULL,
  verdict text NOT NULL CONSTRAINT sla_violations_verdict_ck CHECK (verdict IN ('MEETS', 'BREACHES', 'INSUFFICIENT_EVIDENCE', 'NOT_MEASURED')),
  severity text NOT NULL CONSTRAINT sla_violations_severity_ck CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  legal_effect text NOT NULL CONSTRAINT sla_violations_legal_effect_ck CHECK (legal_effect IN ('BINDING', 'INDICATIVE')),
  scored boolean NOT NULL,
  cause text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'DETECTED' CONSTRAINT sla_violations_status_ck CHECK (status IN ('DETECTED', 'NOTIFIED', 'ACKNOWLEDGED', 'DISPUTED', 'CONFIRMED', 'RESOLVED', 'WAIVED')),
  expected double precision,
  actual double precision,
  deviation_pct double precision,
  interval_low double precision,
  interval_high double precision,
  n bigint,
  days integer,
  affected_subscribers bigint,
  evidence jsonb,
  policy_set text NOT NULL,
  detected_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE INDEX sla_violations_isp_id_ix ON sla_violations (isp_id, measurement_period_start);
CREATE INDEX sla_violations_pop_id_ix ON sla_violations (pop_id);
CREATE INDEX sla_violations_parent_violation_id_ix ON sla_violations (parent_violation_id);
CREATE INDEX sla_violations_measurement_period_start_ix ON sla_violations (measurement_period_start) WHERE deleted_at IS NULL;
COMMENT ON INDEX sla_violations_isp_id_ix IS 'Serves: violations of an ISP and month';
COMMENT ON INDEX sla_violations_pop_id_ix IS 'Serves: foreign key';
COMMENT ON INDEX sla_violations_parent_violation_id_ix IS 'Serves: children of a violation';
COMMENT ON INDEX sla_violations_measurement_period_start_ix IS 'Serves: violation tables of R1';
COMMENT ON TABLE sla_violations IS 'One scored violation per ISP, parameter and month; PoP breaches are its children (spec 5.5).';
COMMENT ON COLUMN sla_violations.id IS 'UUIDv5 of <isp>/<parameter or REPORTING:feed>/<period>[/<pop>]';
COMMENT ON COLUMN sla_violations.parameter_code IS 'qos_parameters.code; FILING_<FEED> or MEASUREMENT_ACCESS for REPORTING';
COMMENT ON COLUMN sla_violations.measurement_period_end IS 'Last day, inclusive';
COMMENT ON COLUMN sla_violations.measurement_period_start IS 'First day, Asia/Dhaka';
COMMENT ON COLUMN sla_violations.days IS 'Days with at least one sample';
COMMENT ON COLUMN sla_violations.expected IS 'Required share or limit in the unit that actual has';
COMMENT ON COLUMN sla_violations.interval_low IS 'Same unit as actual';
COMMENT ON COLUMN sla_violations.interval_high IS 'Same unit as actual';
COMMENT ON COLUMN sla_violations.deviation_pct IS '(actual - expected) / expected x 100; printed only';

CREATE TABLE compliance_scores (
  isp_id bigint NOT NULL CONSTRAINT compliance_scores_isp_id_fk REFERENCES isps (id),
  score_month date NOT NULL,
  policy_set text NOT NULL,
  overall_score numeric(6, 2),
  speed_score numeric(6, 2),
  latency_score numeric(6, 2),
  availability_score numeric(6, 2),
  reporting_score numeric(6, 2),
  compliance_tier text NOT NULL CONSTRAINT compliance_scores_compliance_tier_ck CHECK (compliance_tier IN ('EXCELLENT', 'GOOD', 'SATISFACTORY', 'NEEDS_IMPROVEMENT', 'NON_COMPLIANT', 'INSUFFICIENT_EVIDENCE', 'NOT_MEASURED')),
  compliance_rank integer,
  category_rank integer,
  size_class text CONSTRAINT compliance_scores_size_class_ck CHECK (size_class IN ('UNKNOWN', '<1000', '<10000', '<100000', '>=100000')),
  size_rank integer,
  judged_weight_pct numeric(6, 2) NOT NULL,
  represented_pct numeric(6, 2),
  service_deduction numeric(6, 2),
  reporting_deduction numeric(6, 2),
  previous_score numeric(6, 2),
  trend text CONSTRAINT compliance_scores_trend_ck CHECK (trend IN ('UP', 'DOWN', 'STEADY')),
  partial boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT compliance_scores_isp_id_score_month_policy_set_pk PRIMARY KEY (isp_id, score_month, policy_set)
);
COMMENT ON TABLE compliance_scores IS 'Score, tier and ranks of every active licensed ISP and month (spec 5.6).';
COMMENT ON COLUMN compliance_scores.score_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN compliance_scores.overall_score IS '0 to 100; null where evidence is missing: never 100, never 0';
COMMENT ON COLUMN compliance_scores.speed_score IS '0 to 100; null where evidence is missing';
COMMENT ON COLUMN compliance_scores.latency_score IS '0 to 100; null where evidence is missing';
COMMENT ON COLUMN compliance_scores.availability_score IS '0 to 100; null where evidence is missing';
COMMENT ON COLUMN compliance_scores.reporting_score IS '0 to 100; null where evidence is missing';
COMMENT ON COLUMN compliance_scores.previous_score IS 'overall_score of the month before; null where it had none';
COMMENT ON COLUMN compliance_scores.judged_weight_pct IS 'Percent of parameter weight that was judged';
COMMENT ON COLUMN compliance_scores.represented_pct IS 'Percent of subscribers in districts with a judged PoP';
COMMENT ON COLUMN compliance_scores.size_class IS '<1000, <10000, <100000, >=100000 active subscribers, or UNKNOWN';

CREATE TABLE penalty_rules (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT penalty_rules_id_pk PRIMARY KEY,
  policy_set text NOT NULL CONSTRAINT penalty_rules_policy_set_fk REFERENCES policy_sets (code),
  violation_type text NOT NULL CONSTRAINT penalty_rules_violation_type_ck CHECK (violation_type IN ('SERVICE', 'REPORTING')),
  parameter_code text NOT NULL DEFAULT '',
  severity text NOT NULL CONSTRAINT penalty_rules_severity_ck CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  repeat_from integer NOT NULL DEFAULT 1 CONSTRAINT penalty_rules_repeat_from_ck CHECK (repeat_from >= 1),
  amount_bdt numeric(15, 2) NOT NULL CONSTRAINT penalty_rules_amount_bdt_ck CHECK (amount_bdt >= 0),
  per text NOT NULL DEFAULT 'VIOLATION' CONSTRAINT penalty_rules_per_ck CHECK (per IN ('VIOLATION', 'DAY', 'POP')),
  effective_date date NOT NULL,
  expiry_date date,
  legal_reference text,
  legal_status text NOT NULL CONSTRAINT penalty_rules_legal_status_ck CHECK (legal_status IN ('GAZETTED', 'DRAFT', 'PRESS', 'ASSUMED')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX penalty_rules_natural_uk ON penalty_rules (policy_set, violation_type, parameter_code, severity, repeat_from, effective_date) WHERE deleted_at IS NULL;
COMMENT ON INDEX penalty_rules_natural_uk IS 'Serves: the penalty of a violation on a day; foreign key';
COMMENT ON TABLE penalty_rules IS 'What a violation may cost; none is shipped, since none is gazetted. Amounts are restricted.';
COMMENT ON COLUMN penalty_rules.parameter_code IS 'qos_parameters.code or FILING_<FEED>; empty = all';
COMMENT ON COLUMN penalty_rules.repeat_from IS 'Applies from the n-th month in a row with the violation';
COMMENT ON COLUMN penalty_rules.amount_bdt IS 'BDT for each unit of per. Restricted';
COMMENT ON COLUMN penalty_rules.effective_date IS 'First day in force';
COMMENT ON COLUMN penalty_rules.expiry_date IS 'First day no longer in force; null = open';

CREATE TABLE month_closings (
  period date CONSTRAINT month_closings_period_pk PRIMARY KEY,
  policy_set text NOT NULL CONSTRAINT month_closings_policy_set_fk REFERENCES policy_sets (code),
  data_closed_at timestamptz NOT NULL,
  data_closed_by text NOT NULL,
  month_closed_at timestamptz,
  month_closed_by text,
  figures_sha256 text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT month_closings_order_ck CHECK (month_closed_at IS NULL OR month_closed_at >= data_closed_at)
);
CREATE INDEX month_closings_policy_set_ix ON month_closings (policy_set);
COMMENT ON INDEX month_closings_policy_set_ix IS 'Serves: foreign key';
COMMENT ON TABLE month_closings IS 'Months whose figures are frozen (data_closed_at), and whose verdicts are (month_closed_at). No row: the month is open.';
COMMENT ON COLUMN month_closings.period IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN month_closings.month_closed_at IS 'When verdicts were frozen and packs delivered; null = not yet';
COMMENT ON COLUMN month_closings.month_closed_by IS '[pii] who closed it: a job run or an officer';
COMMENT ON COLUMN month_closings.data_closed_by IS '[pii] as month_closed_by';
COMMENT ON COLUMN month_closings.figures_sha256 IS 'Of the canonical figures at closing, hexadecimal; null until the month is closed';

CREATE TABLE restatements (
  id uuid CONSTRAINT restatements_id_pk PRIMARY KEY,
  period date NOT NULL CONSTRAINT restatements_period_fk REFERENCES month_closings (period),
  revision integer NOT NULL CONSTRAINT restatements_revision_ck CHECK (revision >= 1),
  isp_id bigint CONSTRAINT restatements_isp_id_fk REFERENCES isps (id),
  figure_id text NOT NULL,
  old_value numeric,
  new_value numeric,
  unit text NOT NULL,
  cause text NOT NULL CONSTRAINT restatements_cause_ck CHECK (cause IN ('LATE_DATA', 'RESUBMISSION', 'CORRECTION', 'DECISION')),
  explanation text,
  restated_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX restatements_period_figure_id_revision_uk ON restatements (period, figure_id, revision) WHERE deleted_at IS NULL;
CREATE INDEX restatements_isp_id_ix ON restatements (isp_id);
COMMENT ON INDEX restatements_period_figure_id_revision_uk IS 'Serves: restatements of earlier months in R1; foreign key';
COMMENT ON INDEX restatements_isp_id_ix IS 'Serves: restatements of an ISP; foreign key';
COMMENT ON TABLE restatements IS 'Figures of closed months that changed afterwards: from, to and why.';
COMMENT ON COLUMN restatements.id IS 'UUIDv5 of <period>/<figure id>/<revision>';
COMMENT ON COLUMN restatements.period IS 'First day of the closed month, Asia/Dhaka';
COMMENT ON COLUMN restatements.old_value IS 'As printed before, in unit; null = was not measured';
COMMENT ON COLUMN restatements.new_value IS 'In unit; null = is no longer measured';
