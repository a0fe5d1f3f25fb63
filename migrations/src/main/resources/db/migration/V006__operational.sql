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
