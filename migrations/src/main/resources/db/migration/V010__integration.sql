-- Step 10, integration: who sent what, what became of it, where witnesses disagree.

CREATE TABLE data_originators (
  code text CONSTRAINT data_originators_code_pk PRIMARY KEY,
  trust smallint,
  name_en text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE data_originators IS 'Who may state facts, and how far they are trusted. Reference data.';
COMMENT ON COLUMN data_originators.trust IS '0 to 100; for the same quantity the higher wins. Null: derived data, not a witness';
INSERT INTO data_originators (code, trust, name_en)
VALUES
  ('SNMP_AGENT', 95, 'SNMP agent'),
  ('QOS_AGENT', 90, 'QoS agent'),
  ('REG_APP', 80, 'Field officer app'),
  ('ISP_API', 70, 'ISP filing'),
  ('USER_APP', 65, 'User app'),
  ('MANUAL', 60, 'Regulator by hand'),
  ('CALCULATED', NULL, 'Calculated by the engine');

CREATE SEQUENCE api_submissions_id_seq AS bigint INCREMENT BY 1000;
COMMENT ON SEQUENCE api_submissions_id_seq IS 'Hands out blocks of 1000 ids: nextval n means n .. n + 999';
CREATE SEQUENCE load_id_seq AS bigint;
COMMENT ON SEQUENCE load_id_seq IS 'One number per merging transaction (batch)';

CREATE TABLE submission_files (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT submission_files_id_pk PRIMARY KEY,
  sender text NOT NULL,
  inbox text NOT NULL CONSTRAINT submission_files_inbox_ck CHECK (inbox IN ('FILING', 'TRY', 'AGENT', 'APP', 'MANUAL')),
  originator text CONSTRAINT submission_files_originator_fk REFERENCES data_originators (code),
  isp_id bigint CONSTRAINT submission_files_isp_id_fk REFERENCES isps (id),
  agent_id bigint CONSTRAINT submission_files_agent_id_fk REFERENCES software_agents (id),
  feed text,
  period date,
  revision integer,
  container_id bigint CONSTRAINT submission_files_container_id_fk REFERENCES submission_files (id),
  file_name text NOT NULL,
  sha256 text NOT NULL,
  content_sha256 text,
  bytes bigint NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL CONSTRAINT submission_files_state_ck CHECK (state IN ('RECEIVED', 'CHECKING', 'WAITING', 'ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'REJECTED', 'DUPLICATE', 'SUPERSEDED')),
  state_reason text,
  state_at timestamptz NOT NULL,
  twin_id bigint,
  archive_path text NOT NULL,
  rows_received bigint,
  rows_loaded bigint,
  rows_quarantined bigint,
  rows_duplicate bigint,
  rows_rejected bigint,
  submissions_received bigint,
  submissions_loaded bigint,
  submissions_quarantined bigint,
  submissions_duplicate bigint,
  submissions_rejected bigint,
  covers_from timestamptz,
  covers_to timestamptz,
  header_line text,
  cell_separator text CONSTRAINT submission_files_cell_separator_ck CHECK (cell_separator IN (',', ';', E'\t')),
  answered_state text,
  in_inbox boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT submission_files_rows_balance_ck CHECK (rows_received IS NULL OR rows_received = rows_loaded + rows_quarantined + rows_duplicate + rows_rejected),
  CONSTRAINT submission_files_submissions_balance_ck CHECK (submissions_received IS NULL OR submissions_received = submissions_loaded + submissions_quarantined + submissions_duplicate + submissions_rejected)
);
CREATE INDEX submission_files_state_ix ON submission_files (state, received_at) WHERE state IN ('RECEIVED', 'CHECKING', 'WAITING');
CREATE INDEX submission_files_content_ix ON submission_files (content_sha256) WHERE inbox <> 'AGENT';
CREATE INDEX submission_files_sha256_ix ON submission_files (sha256);
CREATE INDEX submission_files_isp_id_ix ON submission_files (isp_id, period, feed);
CREATE INDEX submission_files_agent_id_ix ON submission_files (agent_id);
CREATE INDEX submission_files_container_id_ix ON submission_files (container_id) WHERE container_id IS NOT NULL;
CREATE INDEX submission_files_originator_ix ON submission_files (originator);
CREATE INDEX submission_files_sender_name_ix ON submission_files (sender, file_name) WHERE inbox <> 'AGENT';
CREATE INDEX submission_files_sender_received_at_ix ON submission_files (sender, received_at);
CREATE INDEX submission_files_in_inbox_ix ON submission_files (id) WHERE in_inbox;
CREATE INDEX submission_files_due_ix ON submission_files (sender, received_at) WHERE state NOT IN ('RECEIVED', 'CHECKING') AND answered_state IS DISTINCT FROM state;
CREATE INDEX submission_files_uncounted_ix ON submission_files (twin_id) WHERE state = 'DUPLICATE' AND rows_received IS NULL;
COMMENT ON INDEX submission_files_state_ix IS 'Serves: the queue of ingest';
COMMENT ON INDEX submission_files_content_ix IS 'Serves: finding the twin of a filing once it was read';
COMMENT ON INDEX submission_files_sha256_ix IS 'Serves: finding the twin of a file before it is read';
COMMENT ON INDEX submission_files_isp_id_ix IS 'Serves: files of a filing; foreign key';
COMMENT ON INDEX submission_files_agent_id_ix IS 'Serves: foreign key';
COMMENT ON INDEX submission_files_container_id_ix IS 'Serves: members of a zip, for its state and its answer; foreign key';
COMMENT ON INDEX submission_files_originator_ix IS 'Serves: foreign key';
COMMENT ON INDEX submission_files_sender_name_ix IS 'Serves: earlier tries of a filing under the same name';
COMMENT ON INDEX submission_files_sender_received_at_ix IS 'Serves: the answer to an agent for a day';
COMMENT ON INDEX submission_files_in_inbox_ix IS 'Serves: files that are perhaps not yet removed from their inbox, few at any time';
COMMENT ON INDEX submission_files_due_ix IS 'Serves: answers that are due';
COMMENT ON INDEX submission_files_uncounted_ix IS 'Serves: duplicates that still wait for the counts of their twins';
COMMENT ON TABLE submission_files IS 'One row per arrival of a file: what it is, its state and its balance (spec 4.1, 4.10).';
COMMENT ON COLUMN submission_files.sender IS 'Who the folder says the sender is: isp code, agent uuid, apps, or manual';
COMMENT ON COLUMN submission_files.sha256 IS 'Of the bytes as received; names the archived copy';
COMMENT ON COLUMN submission_files.content_sha256 IS 'Of the decompressed content; null where it could not be read';
COMMENT ON COLUMN submission_files.container_id IS 'The zip that this file was a member of; null = it arrived alone. Members are answered with their zip';
COMMENT ON COLUMN submission_files.received_at IS 'Arrival time that deadlines are judged by';
COMMENT ON COLUMN submission_files.period IS 'First day of the month named by a filing';
COMMENT ON COLUMN submission_files.state_reason IS 'Notice code that decided a rejection, or what a WAITING file waits for';
COMMENT ON COLUMN submission_files.twin_id IS 'DUPLICATE: the file whose answer is repeated; SUPERSEDED: the file that displaced it';
COMMENT ON COLUMN submission_files.rows_received IS 'Filings and registry: data records. Dumps: records (tests, polls). Null until checked. rows_received = loaded + quarantined + duplicate + rejected';
COMMENT ON COLUMN submission_files.submissions_received IS 'Dumps: lines; null otherwise';
COMMENT ON COLUMN submission_files.covers_from IS 'Dumps: start of the earliest period among the submissions loaded; null otherwise';
COMMENT ON COLUMN submission_files.covers_to IS 'Dumps: start of the latest period among the submissions loaded; null otherwise';
COMMENT ON COLUMN submission_files.header_line IS 'CSV files: the header record as received, comma separated; heads the rejected rows of the answer';
COMMENT ON COLUMN submission_files.cell_separator IS 'CSV files: what stood between the cells, and stands so in the rejected rows of the answer; null = never read';
COMMENT ON COLUMN submission_files.answered_state IS 'State that the newest written answer tells; differs from state while an answer is due';
COMMENT ON COLUMN submission_files.in_inbox IS 'The file is archived and recorded but perhaps not yet removed from its inbox; tells a crash from a second arrival';


CREATE TABLE submission_file_parts (
  submission_file_id bigint NOT NULL CONSTRAINT submission_file_parts_submission_file_id_fk REFERENCES submission_files (id),
  part_number integer NOT NULL,
  loaded_at timestamptz NOT NULL,
  CONSTRAINT submission_file_parts_file_part_pk PRIMARY KEY (submission_file_id, part_number)
);
COMMENT ON TABLE submission_file_parts IS 'Parts of history files that are loaded while others are not yet; empty once a file is done.';
COMMENT ON COLUMN submission_file_parts.part_number IS 'From 1; the same file has the same parts each time it is read';
CREATE TABLE api_submissions (
  id bigint NOT NULL,
  originator text NOT NULL,
  submission_uuid uuid NOT NULL,
  isp_id bigint,
  agent_id bigint,
  pop_id bigint,
  period_start timestamptz NOT NULL,
  period_end timestamptz,
  submission_time timestamptz NOT NULL,
  content_hash bigint NOT NULL,
  agent_status text,
  cpu_pct real,
  clock_offset_ms bigint,
  connectivity_status text,
  submission_file_id bigint NOT NULL,
  line_number bigint NOT NULL,
  CONSTRAINT api_submissions_originator_uuid_period_hash_pk PRIMARY KEY (originator, submission_uuid, period_start, content_hash)
) PARTITION BY RANGE (period_start);
CREATE INDEX api_submissions_pop_id_period_start_ix ON api_submissions (pop_id, period_start);
COMMENT ON INDEX api_submissions_pop_id_period_start_ix IS 'Serves: which slots of a PoP have a submission, and was the agent at fault';
COMMENT ON TABLE api_submissions IS 'One row per submission: a line of an agent''s dump, a filing, or a dump of an app. Key of de-duplication. Monthly partitions by period start.';
COMMENT ON COLUMN api_submissions.period_start IS 'reporting_period_start; of a filing the first instant of its month (Asia/Dhaka)';
COMMENT ON COLUMN api_submissions.period_end IS 'reporting_period_end, exclusive; null for a filing';
COMMENT ON COLUMN api_submissions.content_hash IS '64-bit hash of the line: equal key and hash is a repeat; another content under the same key is kept as a submission of its own and its rows compete by their own keys';
COMMENT ON COLUMN api_submissions.line_number IS 'Line of the dump, from 1; 0 for a filing';
COMMENT ON COLUMN api_submissions.cpu_pct IS 'Processor load of the agent''s host, percent; null = not told';
COMMENT ON COLUMN api_submissions.clock_offset_ms IS 'Milliseconds the agent says its clock is off; null = not told';
COMMENT ON COLUMN api_submissions.connectivity_status IS 'FULL, PARTIAL or NONE as the agent detected; null = not told';

CREATE TABLE submission_notices (
  file_received_at timestamptz NOT NULL,
  submission_file_id bigint NOT NULL,
  isp_id bigint,
  feed text,
  code text NOT NULL,
  severity text NOT NULL CONSTRAINT submission_notices_severity_ck CHECK (severity IN ('FATAL', 'ERROR', 'WARNING', 'INFO')),
  row_number bigint,
  column_name text,
  found text,
  expected text,
  message_en text NOT NULL,
  message_bn text NOT NULL,
  fix_en text NOT NULL
) PARTITION BY RANGE (file_received_at);
CREATE INDEX submission_notices_submission_file_id_ix ON submission_notices (submission_file_id);
COMMENT ON INDEX submission_notices_submission_file_id_ix IS 'Serves: the answer to a file';
COMMENT ON TABLE submission_notices IS 'Everything the checks found, row by row, without a cap. Monthly partitions.';
COMMENT ON COLUMN submission_notices.file_received_at IS 'received_at of the file: whoever asks for a file bounds the partitions by it';
COMMENT ON COLUMN submission_notices.row_number IS 'Line of the file as a spreadsheet shows it (header = 1), or line of a dump; null = the file as a whole';

CREATE TABLE quarantined_rows (
  file_received_at timestamptz NOT NULL,
  submission_file_id bigint NOT NULL,
  isp_id bigint,
  feed text NOT NULL,
  row_number bigint NOT NULL,
  record_kind text NOT NULL CONSTRAINT quarantined_rows_record_kind_ck CHECK (record_kind IN ('ROW', 'SUBMISSION', 'RECORD')),
  code text NOT NULL,
  raw text NOT NULL,
  quarantined_at timestamptz NOT NULL
) PARTITION BY RANGE (file_received_at);
CREATE INDEX quarantined_rows_submission_file_id_ix ON quarantined_rows (submission_file_id);
COMMENT ON INDEX quarantined_rows_submission_file_id_ix IS 'Serves: the rejected CSV of an answer; the balance of a file';
COMMENT ON TABLE quarantined_rows IS 'Rows that were received and not loaded, with the reason. The bad rows of a REJECTED file are kept here for its answer but count as rejected, not as quarantined. Monthly partitions.';
COMMENT ON COLUMN quarantined_rows.file_received_at IS 'As in submission_notices';
COMMENT ON COLUMN quarantined_rows.record_kind IS 'ROW of a CSV file, SUBMISSION (line) of a dump, RECORD (test, poll) of a submission';
COMMENT ON COLUMN quarantined_rows.code IS 'Notice code that put it here';
COMMENT ON COLUMN quarantined_rows.raw IS 'ROW: the cells as received, as one CSV record. SUBMISSION: the line as received (cut after 64 KB; the archive keeps it whole). RECORD: the record as JSON';
COMMENT ON COLUMN quarantined_rows.row_number IS 'As in submission_notices';

CREATE TABLE data_provenance (
  file_received_at timestamptz NOT NULL,
  load_id bigint NOT NULL,
  submission_file_id bigint NOT NULL,
  isp_id bigint,
  target_table text NOT NULL,
  rows bigint NOT NULL,
  loaded_at timestamptz NOT NULL,
  CONSTRAINT data_provenance_file_table_load_pk PRIMARY KEY (submission_file_id, target_table, load_id, file_received_at)
) PARTITION BY RANGE (file_received_at);
COMMENT ON TABLE data_provenance IS 'How many rows of which file went to which table in which merging transaction. Monthly partitions.';
COMMENT ON COLUMN data_provenance.file_received_at IS 'As in submission_notices';

CREATE TABLE filings (
  isp_id bigint NOT NULL CONSTRAINT filings_isp_id_fk REFERENCES isps (id),
  period date NOT NULL,
  state text NOT NULL CONSTRAINT filings_state_ck CHECK (state IN ('OPEN', 'COMPLETE', 'CLOSED')),
  due_at timestamptz,
  down_days integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT filings_isp_id_period_pk PRIMARY KEY (isp_id, period)
);
COMMENT ON TABLE filings IS 'The filing of an ISP and month; COMPLETE when every mandatory feed has been accepted.';
COMMENT ON COLUMN filings.period IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN filings.due_at IS 'First instant that was too late when the newest file of it was loaded';
COMMENT ON COLUMN filings.down_days IS 'Days by which due_at moved because intake was down';

CREATE TABLE filing_feeds (
  isp_id bigint NOT NULL CONSTRAINT filing_feeds_isp_id_fk REFERENCES isps (id),
  period date NOT NULL,
  feed text NOT NULL,
  state text NOT NULL CONSTRAINT filing_feeds_state_ck CHECK (state IN ('MISSING', 'ON_TIME', 'LATE')),
  with_errors boolean NOT NULL DEFAULT false,
  first_received_at timestamptz,
  late_days integer,
  in_force_file_id bigint,
  in_force_revision integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT filing_feeds_isp_id_period_feed_pk PRIMARY KEY (isp_id, period, feed)
);
COMMENT ON TABLE filing_feeds IS 'State of each mandatory or optional feed of a filing, by first acceptance (spec 4.4, 4.10).';
COMMENT ON COLUMN filing_feeds.period IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN filing_feeds.late_days IS 'Days after the deadline, begun days count; 0 on time; null = missing';
COMMENT ON COLUMN filing_feeds.with_errors IS 'The version in force was accepted with errors: its totals are partial';

CREATE TABLE discrepancy_rules (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT discrepancy_rules_id_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT discrepancy_rules_code_uk UNIQUE,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  unit text NOT NULL,
  warn_over numeric,
  investigate_over numeric,
  warn_under numeric,
  investigate_under numeric,
  minimum_evidence numeric,
  feeds text[] NOT NULL,
  restricted boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  legal_status text NOT NULL DEFAULT 'ASSUMED' CONSTRAINT discrepancy_rules_legal_status_ck CHECK (legal_status IN ('GAZETTED', 'DRAFT', 'PRESS', 'ASSUMED')),
  meaning_en text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE discrepancy_rules IS 'Rules that make two witnesses face each other (spec 5.8). Bands are data.';
COMMENT ON COLUMN discrepancy_rules.unit IS 'Unit of the bands and of variance_pct: ratio or %';
COMMENT ON COLUMN discrepancy_rules.warn_over IS 'WARN above this (a)';
COMMENT ON COLUMN discrepancy_rules.investigate_over IS 'INVESTIGATE above this (b)';
COMMENT ON COLUMN discrepancy_rules.warn_under IS 'WARN below this; null = not judged on this side';
COMMENT ON COLUMN discrepancy_rules.investigate_under IS 'INVESTIGATE below this';
COMMENT ON COLUMN discrepancy_rules.feeds IS 'Filings whose totals the rule reads: one accepted with errors makes the finding partial';
COMMENT ON COLUMN discrepancy_rules.restricted IS 'Amounts are revenue: reports see band and direction only';

CREATE TABLE discrepancy_detections (
  discrepancy_rule_id bigint NOT NULL CONSTRAINT discrepancy_detections_discrepancy_rule_id_fk REFERENCES discrepancy_rules (id),
  isp_id bigint NOT NULL CONSTRAINT discrepancy_detections_isp_id_fk REFERENCES isps (id),
  period date NOT NULL,
  band text CONSTRAINT discrepancy_detections_band_ck CHECK (band IN ('OK', 'WARN', 'INVESTIGATE')),
  did_not_run text,
  declared_value numeric,
  expected_value numeric,
  variance_pct numeric,
  direction text CONSTRAINT discrepancy_detections_direction_ck CHECK (direction IN ('OVER', 'UNDER', 'EQUAL')),
  worst_grain text,
  at_stake numeric,
  months_running integer NOT NULL DEFAULT 0,
  partial boolean NOT NULL DEFAULT false,
  status text NOT NULL DEFAULT 'OPEN' CONSTRAINT discrepancy_detections_status_ck CHECK (status IN ('OPEN', 'EXPLAINED', 'CORRECTED', 'CONFIRMED', 'DISMISSED')),
  detected_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT discrepancy_detections_rule_isp_period_pk PRIMARY KEY (discrepancy_rule_id, isp_id, period),
  CONSTRAINT discrepancy_detections_band_did_not_run_ck CHECK (num_nonnulls(band, did_not_run) = 1)
);
CREATE INDEX discrepancy_detections_isp_id_ix ON discrepancy_detections (isp_id, period);
COMMENT ON INDEX discrepancy_detections_isp_id_ix IS 'Serves: discrepancies of an ISP; foreign key';
COMMENT ON TABLE discrepancy_detections IS 'One finding per rule, ISP and month, OK ones and those that could not run too.';
COMMENT ON COLUMN discrepancy_detections.period IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN discrepancy_detections.did_not_run IS 'Why the rule could not run; null where it has a band';
COMMENT ON COLUMN discrepancy_detections.variance_pct IS 'In the unit of the rule: (declared - expected) / expected x 100, or expected / declared (ratio); null where expected is 0 and declared is not';
COMMENT ON COLUMN discrepancy_detections.direction IS 'OVER: declared more than expected; UNDER: less';
COMMENT ON COLUMN discrepancy_detections.worst_grain IS 'Package or location that gave the band; empty = the whole';
COMMENT ON COLUMN discrepancy_detections.at_stake IS 'Subscribers, or BDT for restricted rules';
COMMENT ON COLUMN discrepancy_detections.partial IS 'A filing behind it was accepted with errors: its totals are partial';
COMMENT ON COLUMN discrepancy_detections.months_running IS 'Months in a row, this one included, with a band other than OK';

CREATE TABLE discrepancy_resolutions (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT discrepancy_resolutions_id_pk PRIMARY KEY,
  discrepancy_rule_id bigint NOT NULL CONSTRAINT discrepancy_resolutions_discrepancy_rule_id_fk REFERENCES discrepancy_rules (id),
  isp_id bigint NOT NULL CONSTRAINT discrepancy_resolutions_isp_id_fk REFERENCES isps (id),
  period date NOT NULL,
  outcome text NOT NULL CONSTRAINT discrepancy_resolutions_outcome_ck CHECK (outcome IN ('EXPLAINED', 'CORRECTED', 'CONFIRMED', 'DISMISSED')),
  explanation text NOT NULL,
  document_reference text,
  decided_at timestamptz NOT NULL,
  decided_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX discrepancy_resolutions_rule_isp_period_uk ON discrepancy_resolutions (discrepancy_rule_id, isp_id, period) WHERE deleted_at IS NULL;
CREATE INDEX discrepancy_resolutions_isp_id_ix ON discrepancy_resolutions (isp_id, period);
COMMENT ON INDEX discrepancy_resolutions_rule_isp_period_uk IS 'Serves: was a finding decided; foreign key';
COMMENT ON INDEX discrepancy_resolutions_isp_id_ix IS 'Serves: decisions about an ISP; foreign key';
COMMENT ON TABLE discrepancy_resolutions IS 'What the regulator decided about a finding. Found by rule, ISP and month, so that it outlives a finding that is computed again.';
COMMENT ON COLUMN discrepancy_resolutions.period IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN discrepancy_resolutions.decided_by IS '[pii] officer who decided';
