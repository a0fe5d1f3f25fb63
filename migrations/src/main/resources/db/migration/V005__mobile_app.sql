-- Step 5, mobile apps: what users and field officers measured and saw.

CREATE TABLE app_installations (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT app_installations_id_pk PRIMARY KEY,
  install_uuid uuid NOT NULL,
  isp_id bigint CONSTRAINT app_installations_isp_id_fk REFERENCES isps (id),
  package_code text,
  platform text CONSTRAINT app_installations_platform_ck CHECK (platform IN ('ANDROID', 'IOS', 'WEB', 'OTHER')),
  app_version text,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX app_installations_install_uuid_uk ON app_installations (install_uuid) WHERE deleted_at IS NULL;
CREATE INDEX app_installations_isp_id_ix ON app_installations (isp_id);
COMMENT ON INDEX app_installations_install_uuid_uk IS 'Serves: resolving the sender of an app line';
COMMENT ON INDEX app_installations_isp_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE app_installations IS 'Installations of the user app; a random number stands for the person, nothing else is known of them.';
COMMENT ON COLUMN app_installations.install_uuid IS '[pii] pseudonym made by the app';
COMMENT ON COLUMN app_installations.isp_id IS 'As the newest line names it; null where it names none that is known';

CREATE TABLE ts_mobile_speed_tests (
  time timestamptz NOT NULL,
  installation_id bigint NOT NULL,
  isp_id bigint,
  package_code text,
  connection_type text NOT NULL CONSTRAINT ts_mobile_speed_tests_connection_type_ck CHECK (connection_type IN ('WIFI', 'ETHERNET', 'MOBILE_DATA')),
  download_mbps numeric(10, 2),
  upload_mbps numeric(10, 2),
  latency_ms real,
  jitter_ms real,
  loss_pct real,
  dns_ms real,
  http_ms real,
  latitude numeric(6, 3),
  longitude numeric(6, 3),
  location_code varchar(8),
  submission_id bigint NOT NULL,
  CONSTRAINT ts_mobile_speed_tests_installation_id_time_pk PRIMARY KEY (installation_id, time)
) PARTITION BY RANGE (time);
COMMENT ON TABLE ts_mobile_speed_tests IS 'Speed tests of the user app. MOBILE_DATA is not fixed broadband: kept, not judged. Partitioned by Dhaka day.';
COMMENT ON COLUMN ts_mobile_speed_tests.time IS 'When the test ran, as the app says';
COMMENT ON COLUMN ts_mobile_speed_tests.download_mbps IS 'Mbit/s';
COMMENT ON COLUMN ts_mobile_speed_tests.upload_mbps IS 'Mbit/s';
COMMENT ON COLUMN ts_mobile_speed_tests.latency_ms IS 'Round trip, milliseconds';
COMMENT ON COLUMN ts_mobile_speed_tests.jitter_ms IS 'Milliseconds';
COMMENT ON COLUMN ts_mobile_speed_tests.loss_pct IS 'Packets lost, percent';
COMMENT ON COLUMN ts_mobile_speed_tests.dns_ms IS 'Resolution time, milliseconds';
COMMENT ON COLUMN ts_mobile_speed_tests.http_ms IS 'Load time, milliseconds';
COMMENT ON COLUMN ts_mobile_speed_tests.latitude IS '[pii] degrees north, WGS 84, rounded to 3 decimals (about 100 m) on load';
COMMENT ON COLUMN ts_mobile_speed_tests.longitude IS '[pii] degrees east, WGS 84, rounded to 3 decimals on load';
COMMENT ON COLUMN ts_mobile_speed_tests.location_code IS 'Upazila or thana of the position; null = unknown';

CREATE TABLE ts_mobile_streaming_tests (
  time timestamptz NOT NULL,
  installation_id bigint NOT NULL,
  isp_id bigint,
  package_code text,
  connection_type text NOT NULL CONSTRAINT ts_mobile_streaming_tests_connection_type_ck CHECK (connection_type IN ('WIFI', 'ETHERNET', 'MOBILE_DATA')),
  video_buffer_ratio real NOT NULL CONSTRAINT ts_mobile_streaming_tests_video_buffer_ratio_ck CHECK (video_buffer_ratio BETWEEN 0 AND 1),
  location_code varchar(8),
  submission_id bigint NOT NULL,
  CONSTRAINT ts_mobile_streaming_tests_installation_id_time_pk PRIMARY KEY (installation_id, time)
) PARTITION BY RANGE (time);
COMMENT ON TABLE ts_mobile_streaming_tests IS 'Video tests of the user app. Partitioned by Dhaka day.';
COMMENT ON COLUMN ts_mobile_streaming_tests.video_buffer_ratio IS 'Time spent waiting for video, share of play time, 0 to 1';
COMMENT ON COLUMN ts_mobile_streaming_tests.location_code IS 'Upazila or thana of the position; null = unknown';

CREATE TABLE app_feedback (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT app_feedback_id_pk PRIMARY KEY,
  installation_id bigint NOT NULL CONSTRAINT app_feedback_installation_id_fk REFERENCES app_installations (id),
  isp_id bigint CONSTRAINT app_feedback_isp_id_fk REFERENCES isps (id),
  given_at timestamptz NOT NULL,
  category text NOT NULL,
  feedback text,
  submission_id bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX app_feedback_installation_id_given_at_uk ON app_feedback (installation_id, given_at) WHERE deleted_at IS NULL;
CREATE INDEX app_feedback_isp_id_ix ON app_feedback (isp_id, given_at);
COMMENT ON INDEX app_feedback_installation_id_given_at_uk IS 'Serves: recognising a repeated line';
COMMENT ON INDEX app_feedback_isp_id_ix IS 'Serves: feedback on an ISP in a month; foreign key';
COMMENT ON TABLE app_feedback IS 'What users say in the user app.';
COMMENT ON COLUMN app_feedback.feedback IS '[pii] free text of the user';

CREATE TABLE field_officers (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT field_officers_id_pk PRIMARY KEY,
  code text NOT NULL,
  name text NOT NULL,
  phone text,
  email text,
  location_code varchar(8),
  status text NOT NULL DEFAULT 'ACTIVE' CONSTRAINT field_officers_status_ck CHECK (status IN ('ACTIVE', 'INACTIVE')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX field_officers_code_uk ON field_officers (code) WHERE deleted_at IS NULL;
COMMENT ON INDEX field_officers_code_uk IS 'Serves: resolving the officer of a field report';
COMMENT ON TABLE field_officers IS 'Officers of the regulator who inspect ISPs on site.';
COMMENT ON COLUMN field_officers.name IS '[pii]';
COMMENT ON COLUMN field_officers.phone IS '[pii]';
COMMENT ON COLUMN field_officers.email IS '[pii]';
COMMENT ON COLUMN field_officers.location_code IS 'District or division the officer works in';

CREATE TABLE field_reports (
  id uuid CONSTRAINT field_reports_id_pk PRIMARY KEY,
  field_officer_id bigint NOT NULL CONSTRAINT field_reports_field_officer_id_fk REFERENCES field_officers (id),
  isp_id bigint NOT NULL CONSTRAINT field_reports_isp_id_fk REFERENCES isps (id),
  pop_id bigint CONSTRAINT field_reports_pop_id_fk REFERENCES pops (id),
  inspected_at timestamptz NOT NULL,
  inspection_type text NOT NULL,
  compliance_status text NOT NULL CONSTRAINT field_reports_compliance_status_ck CHECK (compliance_status IN ('COMPLIANT', 'PARTIAL', 'NON_COMPLIANT', 'NOT_DETERMINED')),
  recommendations text[] NOT NULL DEFAULT '{}',
  download_mbps numeric(10, 2),
  upload_mbps numeric(10, 2),
  latency_ms real,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  submission_id bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX field_reports_officer_isp_inspected_at_uk ON field_reports (field_officer_id, isp_id, inspected_at) WHERE deleted_at IS NULL;
CREATE INDEX field_reports_isp_id_ix ON field_reports (isp_id, inspected_at);
CREATE INDEX field_reports_pop_id_ix ON field_reports (pop_id);
COMMENT ON INDEX field_reports_officer_isp_inspected_at_uk IS 'Serves: recognising a repeated line; reports of an officer; foreign key';
COMMENT ON INDEX field_reports_isp_id_ix IS 'Serves: inspections of an ISP in a month; foreign key';
COMMENT ON INDEX field_reports_pop_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE field_reports IS 'Inspections on site, from the field app.';
COMMENT ON COLUMN field_reports.id IS 'UUIDv5 of <officer code>/<isp code>/<time>';
COMMENT ON COLUMN field_reports.download_mbps IS 'Mbit/s measured on site, best of the tests';
COMMENT ON COLUMN field_reports.upload_mbps IS 'Mbit/s measured on site, best of the tests';
COMMENT ON COLUMN field_reports.latency_ms IS 'Round trip measured on site, milliseconds';
COMMENT ON COLUMN field_reports.latitude IS 'Degrees north, WGS 84, of the site';
COMMENT ON COLUMN field_reports.longitude IS 'Degrees east, WGS 84, of the site';

CREATE TABLE field_report_issues (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT field_report_issues_id_pk PRIMARY KEY,
  field_report_id uuid NOT NULL CONSTRAINT field_report_issues_field_report_id_fk REFERENCES field_reports (id),
  isp_id bigint NOT NULL CONSTRAINT field_report_issues_isp_id_fk REFERENCES isps (id),
  issue_number smallint NOT NULL,
  category text NOT NULL,
  severity text CONSTRAINT field_report_issues_severity_ck CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  description text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX field_report_issues_field_report_id_issue_number_uk ON field_report_issues (field_report_id, issue_number) WHERE deleted_at IS NULL;
CREATE INDEX field_report_issues_isp_id_ix ON field_report_issues (isp_id);
COMMENT ON INDEX field_report_issues_field_report_id_issue_number_uk IS 'Serves: issues of a report';
COMMENT ON INDEX field_report_issues_isp_id_ix IS 'Serves: foreign key; issues of an ISP';
COMMENT ON TABLE field_report_issues IS 'What an inspection found wrong, one row each.';

CREATE TABLE field_report_attachments (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT field_report_attachments_id_pk PRIMARY KEY,
  field_report_id uuid NOT NULL CONSTRAINT field_report_attachments_field_report_id_fk REFERENCES field_reports (id),
  isp_id bigint NOT NULL CONSTRAINT field_report_attachments_isp_id_fk REFERENCES isps (id),
  file_name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  archive_path text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX field_report_attachments_field_report_id_sha256_uk ON field_report_attachments (field_report_id, sha256) WHERE deleted_at IS NULL;
CREATE INDEX field_report_attachments_isp_id_ix ON field_report_attachments (isp_id);
COMMENT ON INDEX field_report_attachments_field_report_id_sha256_uk IS 'Serves: attachments of a report';
COMMENT ON INDEX field_report_attachments_isp_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE field_report_attachments IS 'Photographs and documents of an inspection; the bytes lie in the archive.';
COMMENT ON COLUMN field_report_attachments.archive_path IS 'Below fxbb.archive; null = the report refers to it, its bytes have not arrived';
