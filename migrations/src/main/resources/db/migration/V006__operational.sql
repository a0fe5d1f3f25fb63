-- Step 6, operations: outages that were measured, windows that are excluded.

CREATE TABLE outages (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outages_id_pk PRIMARY KEY,
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  is_open boolean NOT NULL DEFAULT false,
  minutes integer NOT NULL,
  slots integer NOT NULL CONSTRAINT outages_slots_ck CHECK (slots >= 2),
  witness text NOT NULL CONSTRAINT outages_witness_ck CHECK (witness IN ('CORROBORATED', 'SINGLE_WITNESS')),
  affected_subscribers bigint,
  CONSTRAINT outages_pop_id_started_at_uk UNIQUE (pop_id, started_at)
);
CREATE INDEX outages_isp_id_started_at_ix ON outages (isp_id, started_at);
COMMENT ON INDEX outages_isp_id_started_at_ix IS 'Serves: outages of an ISP in a month (R2, subscriber-hours lost)';
COMMENT ON TABLE outages IS 'Runs of at least 2 consecutive OUTAGE slots of a PoP (spec 5.3.6); rebuilt from availability_slots.';
COMMENT ON COLUMN outages.started_at IS 'Start of the first OUTAGE slot';
COMMENT ON COLUMN outages.ended_at IS 'End of the last OUTAGE slot, exclusive';
COMMENT ON COLUMN outages.is_open IS 'The run still went on at the end of the data';
COMMENT ON COLUMN outages.minutes IS 'Minutes from start to end';
COMMENT ON COLUMN outages.witness IS 'SINGLE_WITNESS where no slot of the run was corroborated by the other witness';
COMMENT ON COLUMN outages.affected_subscribers IS 'The ISP''s subscribers in the district / its active PoPs there; null = unknown';

CREATE TABLE maintenance_windows (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT maintenance_windows_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT maintenance_windows_isp_id_fk REFERENCES isps (id),
  pop_id bigint NOT NULL CONSTRAINT maintenance_windows_pop_id_fk REFERENCES pops (id),
  kind text NOT NULL CONSTRAINT maintenance_windows_kind_ck CHECK (kind IN ('PLANNED', 'CALAMITY', 'GOVERNMENT_ORDER', 'POWER_GRID', 'UPSTREAM')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  announced_at timestamptz NOT NULL,
  approved_at timestamptz NOT NULL,
  approved_by text NOT NULL,
  document_reference text NOT NULL,
  submission_file_id bigint,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz,
  CONSTRAINT maintenance_windows_starts_at_ends_at_ck CHECK (starts_at < ends_at)
);
CREATE UNIQUE INDEX maintenance_windows_pop_id_starts_at_kind_uk ON maintenance_windows (pop_id, starts_at, kind) WHERE deleted_at IS NULL;
CREATE INDEX maintenance_windows_isp_id_ix ON maintenance_windows (isp_id);
COMMENT ON INDEX maintenance_windows_pop_id_starts_at_kind_uk IS 'Serves: is a slot excluded';
COMMENT ON INDEX maintenance_windows_isp_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE maintenance_windows IS 'Times that may be excluded from availability, one row per PoP; whether a PLANNED one counts is judged (spec 5.3.4). From the registry feed maintenance.';
COMMENT ON COLUMN maintenance_windows.ends_at IS 'Exclusive';
COMMENT ON COLUMN maintenance_windows.approved_by IS '[pii] officer who approved';

CREATE TABLE incident_filings (
  isp_id bigint NOT NULL,
  period date NOT NULL,
  incident_key text NOT NULL,
  incident_type text NOT NULL,
  severity text NOT NULL,
  status text NOT NULL,
  service_impact text NOT NULL,
  detected_at timestamptz NOT NULL,
  reported_at timestamptz,
  acknowledged_at timestamptz,
  work_started_at timestamptz,
  resolved_at timestamptz,
  affected_pop_codes text,
  location_code varchar(8),
  description text,
  submission_id bigint NOT NULL,
  CONSTRAINT incident_filings_isp_id_incident_key_period_pk PRIMARY KEY (isp_id, incident_key, period)
);
CREATE INDEX incident_filings_isp_id_period_ix ON incident_filings (isp_id, period);
COMMENT ON INDEX incident_filings_isp_id_period_ix IS 'Serves: replacing what an ISP filed for a month';
COMMENT ON TABLE incident_filings IS 'The incidents filing of each month, as in force. An incident that lasts is filed in several months; the newest of them makes the row of incidents.';
COMMENT ON COLUMN incident_filings.period IS 'Month of the filing (first day, Asia/Dhaka)';
COMMENT ON COLUMN incident_filings.incident_key IS 'incident_id of the filing, unique within the ISP';
COMMENT ON COLUMN incident_filings.affected_pop_codes IS 'As filed, separated by |';

CREATE TABLE incidents (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT incidents_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT incidents_isp_id_fk REFERENCES isps (id),
  incident_key text NOT NULL,
  period date NOT NULL,
  incident_type text NOT NULL CONSTRAINT incidents_incident_type_ck CHECK (incident_type IN ('OUTAGE', 'DEGRADATION', 'SECURITY', 'UPSTREAM')),
  severity text NOT NULL CONSTRAINT incidents_severity_ck CHECK (severity IN ('CRITICAL', 'MAJOR', 'MINOR')),
  status text NOT NULL,
  service_impact text NOT NULL CONSTRAINT incidents_service_impact_ck CHECK (service_impact IN ('COMPLETE_OUTAGE', 'PARTIAL_OUTAGE', 'PARTIAL_DEGRADATION', 'MINIMAL')),
  detected_at timestamptz NOT NULL,
  reported_at timestamptz,
  acknowledged_at timestamptz,
  work_started_at timestamptz,
  resolved_at timestamptz,
  location_code varchar(8),
  description text,
  submission_id bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX incidents_isp_id_incident_key_uk ON incidents (isp_id, incident_key) WHERE deleted_at IS NULL;
CREATE INDEX incidents_isp_id_detected_at_ix ON incidents (isp_id, detected_at);
COMMENT ON INDEX incidents_isp_id_incident_key_uk IS 'Serves: recognising an incident that is filed again';
COMMENT ON INDEX incidents_isp_id_detected_at_ix IS 'Serves: incidents of an ISP in a month (repair time)';
COMMENT ON TABLE incidents IS 'Incidents as ISPs file them (feed incidents), each as the newest month that names it tells it; deleted where none does any more.';
COMMENT ON COLUMN incidents.incident_key IS 'incident_id of the filing, unique within the ISP';
COMMENT ON COLUMN incidents.period IS 'Month of the filing in force that names it (first day, Asia/Dhaka)';
COMMENT ON COLUMN incidents.status IS 'As filed';

CREATE TABLE incident_affected_pops (
  incident_id bigint NOT NULL CONSTRAINT incident_affected_pops_incident_id_fk REFERENCES incidents (id),
  pop_id bigint NOT NULL CONSTRAINT incident_affected_pops_pop_id_fk REFERENCES pops (id),
  isp_id bigint NOT NULL CONSTRAINT incident_affected_pops_isp_id_fk REFERENCES isps (id),
  CONSTRAINT incident_affected_pops_incident_id_pop_id_pk PRIMARY KEY (incident_id, pop_id)
);
CREATE INDEX incident_affected_pops_pop_id_ix ON incident_affected_pops (pop_id);
CREATE INDEX incident_affected_pops_isp_id_ix ON incident_affected_pops (isp_id);
COMMENT ON INDEX incident_affected_pops_pop_id_ix IS 'Serves: does an outage that was measured stand in a filed incident (D09); foreign key';
COMMENT ON INDEX incident_affected_pops_isp_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE incident_affected_pops IS 'PoPs that an incident names.';

CREATE TABLE incident_timeline (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT incident_timeline_id_pk PRIMARY KEY,
  incident_id bigint NOT NULL CONSTRAINT incident_timeline_incident_id_fk REFERENCES incidents (id),
  isp_id bigint NOT NULL CONSTRAINT incident_timeline_isp_id_fk REFERENCES isps (id),
  event text NOT NULL CONSTRAINT incident_timeline_event_ck CHECK (event IN ('DETECTED', 'REPORTED', 'ACKNOWLEDGED', 'WORK_STARTED', 'RESOLVED', 'NOTE')),
  happened_at timestamptz NOT NULL,
  note text,
  submission_id bigint,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE INDEX incident_timeline_incident_id_ix ON incident_timeline (incident_id, happened_at);
CREATE INDEX incident_timeline_isp_id_ix ON incident_timeline (isp_id);
COMMENT ON INDEX incident_timeline_incident_id_ix IS 'Serves: the course of an incident';
COMMENT ON INDEX incident_timeline_isp_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE incident_timeline IS 'What happened in an incident, in order; filed times and the notes of officers.';

CREATE TABLE complaint_aggregates (
  isp_id bigint NOT NULL,
  snapshot_month date NOT NULL,
  category text NOT NULL CONSTRAINT complaint_aggregates_category_ck CHECK (category IN ('BANDWIDTH', 'OUTAGE', 'UPSTREAM', 'WEBSITE_UNREACHABLE', 'LATENCY')),
  received bigint NOT NULL,
  resolved bigint NOT NULL,
  mttr_hours numeric(10, 2),
  submission_id bigint NOT NULL,
  CONSTRAINT complaint_aggregates_isp_id_snapshot_month_category_pk PRIMARY KEY (isp_id, snapshot_month, category),
  CONSTRAINT complaint_aggregates_resolved_ck CHECK (resolved BETWEEN 0 AND received)
);
COMMENT ON TABLE complaint_aggregates IS 'The complaints filing of a month, as in force.';
COMMENT ON COLUMN complaint_aggregates.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN complaint_aggregates.mttr_hours IS 'Mean time to resolve, hours, as filed; null = not told';

CREATE TABLE mttr_summaries (
  isp_id bigint NOT NULL CONSTRAINT mttr_summaries_isp_id_fk REFERENCES isps (id),
  summary_month date NOT NULL,
  source text NOT NULL CONSTRAINT mttr_summaries_source_ck CHECK (source IN ('FILED', 'MEASURED')),
  events integer NOT NULL,
  resolved integer NOT NULL,
  mean_minutes numeric(12, 2),
  median_minutes numeric(12, 2),
  p95_minutes numeric(12, 2),
  in_target integer,
  target_minutes integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT mttr_summaries_isp_id_summary_month_source_pk PRIMARY KEY (isp_id, summary_month, source),
  CONSTRAINT mttr_summaries_resolved_ck CHECK (resolved BETWEEN 0 AND events)
);
COMMENT ON TABLE mttr_summaries IS 'Repair times of an ISP and month: of filed incidents, and of outages that were measured. Not measured is null, never zero.';
COMMENT ON COLUMN mttr_summaries.summary_month IS 'First day of the month, Asia/Dhaka, in which the repair ended; of a filed incident that is not resolved, the month that names it last';
COMMENT ON COLUMN mttr_summaries.mean_minutes IS 'Minutes from start to end';
COMMENT ON COLUMN mttr_summaries.median_minutes IS 'Minutes, nearest rank';
COMMENT ON COLUMN mttr_summaries.p95_minutes IS 'Minutes, nearest rank';
COMMENT ON COLUMN mttr_summaries.in_target IS 'Repairs that took at most target_minutes';
COMMENT ON COLUMN mttr_summaries.target_minutes IS 'The target in force on the first day of the month; null = none';
