-- Step 1, foundation: geography, licence categories, ISPs.
-- Conventions (all steps): master tables carry audit columns and soft delete; months and days are Asia/Dhaka.

CREATE TABLE geo_divisions (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT geo_divisions_id_pk PRIMARY KEY,
  bbs_code varchar(8) NOT NULL CONSTRAINT geo_divisions_bbs_code_uk UNIQUE,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE geo_divisions IS 'The eight divisions of Bangladesh (BBS geocode, 2 digits). Reference data.';
COMMENT ON COLUMN geo_divisions.latitude IS 'Degrees north, WGS 84; null = unknown';
COMMENT ON COLUMN geo_divisions.longitude IS 'Degrees east, WGS 84; null = unknown';

CREATE TABLE geo_districts (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT geo_districts_id_pk PRIMARY KEY,
  division_id bigint NOT NULL CONSTRAINT geo_districts_division_id_fk REFERENCES geo_divisions (id),
  bbs_code varchar(8) NOT NULL CONSTRAINT geo_districts_bbs_code_uk UNIQUE,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE INDEX geo_districts_division_id_ix ON geo_districts (division_id);
COMMENT ON INDEX geo_districts_division_id_ix IS 'Serves: districts of a division (division tables of R1)';
COMMENT ON TABLE geo_districts IS 'The 64 districts (BBS geocode, 4 digits = division + 2). Reference data.';
COMMENT ON COLUMN geo_districts.latitude IS 'Degrees north, WGS 84; null = unknown';
COMMENT ON COLUMN geo_districts.longitude IS 'Degrees east, WGS 84; null = unknown';

CREATE TABLE geo_upazilas (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT geo_upazilas_id_pk PRIMARY KEY,
  district_id bigint NOT NULL CONSTRAINT geo_upazilas_district_id_fk REFERENCES geo_districts (id),
  location_code varchar(8) NOT NULL CONSTRAINT geo_upazilas_location_code_uk UNIQUE,
  bbs_code varchar(8) CONSTRAINT geo_upazilas_bbs_code_uk UNIQUE,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE INDEX geo_upazilas_district_id_ix ON geo_upazilas (district_id);
COMMENT ON INDEX geo_upazilas_district_id_ix IS 'Serves: matching an upazila name within its district';
COMMENT ON TABLE geo_upazilas IS 'Upazilas (BBS geocode, 6 digits). Reference data.';
COMMENT ON COLUMN geo_upazilas.location_code IS 'The BBS code, or <district>u<n> where no code is published';
COMMENT ON COLUMN geo_upazilas.bbs_code IS 'Null where no BBS code is published';
COMMENT ON COLUMN geo_upazilas.latitude IS 'Degrees north, WGS 84; null = unknown';
COMMENT ON COLUMN geo_upazilas.longitude IS 'Degrees east, WGS 84; null = unknown';

CREATE TABLE geo_thanas (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT geo_thanas_id_pk PRIMARY KEY,
  district_id bigint NOT NULL CONSTRAINT geo_thanas_district_id_fk REFERENCES geo_districts (id),
  bbs_code varchar(8) NOT NULL CONSTRAINT geo_thanas_bbs_code_uk UNIQUE,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE INDEX geo_thanas_district_id_ix ON geo_thanas (district_id);
COMMENT ON INDEX geo_thanas_district_id_ix IS 'Serves: matching a thana name within its district';
COMMENT ON TABLE geo_thanas IS 'Metropolitan thanas (6-digit codes beside the upazilas; parent is the district). Reference data.';
COMMENT ON COLUMN geo_thanas.latitude IS 'Degrees north, WGS 84; null = unknown';
COMMENT ON COLUMN geo_thanas.longitude IS 'Degrees east, WGS 84; null = unknown';

CREATE TABLE geo_aliases (
  location_code varchar(8) NOT NULL,
  alias text NOT NULL,
  source text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT geo_aliases_location_code_alias_source_pk PRIMARY KEY (location_code, alias, source)
);
COMMENT ON TABLE geo_aliases IS 'Other spellings of place names; a name is matched only within its parent. Reference data.';

CREATE TABLE geo_legacy_codes (
  legacy_code varchar(8) NOT NULL CONSTRAINT geo_legacy_codes_legacy_code_pk PRIMARY KEY,
  current_code varchar(8) NOT NULL,
  level text NOT NULL CONSTRAINT geo_legacy_codes_level_ck CHECK (level IN ('division', 'district', 'upazila', 'thana')),
  note text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE geo_legacy_codes IS 'Codes that documents still use and the code they mean today. Reference data.';

CREATE TABLE isp_license_categories (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT isp_license_categories_id_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT isp_license_categories_code_uk UNIQUE,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  sort_order smallint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE isp_license_categories IS 'Licence categories since the guideline of 2020-12-15. Reference data.';
INSERT INTO isp_license_categories (code, name_en, name_bn, sort_order)
VALUES
  ('NATIONWIDE', 'Nationwide', 'দেশব্যাপী', 1),
  ('DIVISIONAL', 'Divisional', 'বিভাগীয়', 2),
  ('DISTRICT', 'District', 'জেলা', 3),
  ('UPAZILA', 'Upazila/Thana', 'উপজেলা/থানা', 4);

CREATE TABLE isps (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT isps_id_pk PRIMARY KEY,
  code text NOT NULL,
  btrc_license_no text NOT NULL,
  name_en text NOT NULL,
  name_bn text,
  trade_name text,
  license_category_id bigint NOT NULL CONSTRAINT isps_license_category_id_fk REFERENCES isp_license_categories (id),
  issue_date date,
  expiry_date date,
  license_status text NOT NULL CONSTRAINT isps_license_status_ck CHECK (license_status IN ('ACTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED')),
  headquarters_code varchar(8),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX isps_code_uk ON isps (code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX isps_btrc_license_no_uk ON isps (btrc_license_no) WHERE deleted_at IS NULL;
CREATE INDEX isps_license_category_id_ix ON isps (license_category_id);
COMMENT ON INDEX isps_code_uk IS 'Serves: resolving the sender of a file';
COMMENT ON INDEX isps_btrc_license_no_uk IS 'Serves: resolving a licence number in an agent dump';
COMMENT ON INDEX isps_license_category_id_ix IS 'Serves: licence-category summary of R1';
COMMENT ON TABLE isps IS 'Licensed Internet service providers, from the registry feed isps.';
COMMENT ON COLUMN isps.code IS 'Stable code such as isp-0142; the name of the folder in the drop area';
COMMENT ON COLUMN isps.headquarters_code IS 'location_code of the head office';

CREATE TABLE isp_coverage_areas (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT isp_coverage_areas_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT isp_coverage_areas_isp_id_fk REFERENCES isps (id),
  location_code varchar(8) NOT NULL,
  coverage_type text,
  effective_date date,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX isp_coverage_areas_isp_id_location_code_uk ON isp_coverage_areas (isp_id, location_code) WHERE deleted_at IS NULL;
COMMENT ON INDEX isp_coverage_areas_isp_id_location_code_uk IS 'Serves: is a filed location inside the licence (D12)';
COMMENT ON TABLE isp_coverage_areas IS 'Where an ISP may serve; an area covers all that lies in it. From the registry feed coverage.';
COMMENT ON COLUMN isp_coverage_areas.location_code IS 'Division (2), district (4), upazila or thana (6) code, or BD for the whole country';

CREATE TABLE isp_contacts (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT isp_contacts_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT isp_contacts_isp_id_fk REFERENCES isps (id),
  kind text NOT NULL DEFAULT 'REGISTERED' CONSTRAINT isp_contacts_kind_ck CHECK (kind IN ('REGISTERED', 'TECHNICAL', 'LEGAL', 'FINANCE')),
  email text,
  phone text,
  website text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX isp_contacts_isp_id_kind_uk ON isp_contacts (isp_id, kind) WHERE deleted_at IS NULL;
COMMENT ON INDEX isp_contacts_isp_id_kind_uk IS 'Serves: the address a reminder or scorecard goes to';
COMMENT ON TABLE isp_contacts IS 'How to reach an ISP. From the registry feed isps.';
COMMENT ON COLUMN isp_contacts.email IS '[pii]';
COMMENT ON COLUMN isp_contacts.phone IS '[pii]';

CREATE TABLE isp_history (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT isp_history_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT isp_history_isp_id_fk REFERENCES isps (id),
  column_name text NOT NULL,
  old_value text,
  new_value text,
  changed_at timestamptz NOT NULL,
  submission_file_id bigint
);
CREATE INDEX isp_history_isp_id_ix ON isp_history (isp_id, changed_at);
COMMENT ON INDEX isp_history_isp_id_ix IS 'Serves: what an ISP was at a given time';
COMMENT ON TABLE isp_history IS 'What changed in isps, one row per column changed: from, to, since when, by which file.';
COMMENT ON COLUMN isp_history.submission_file_id IS 'submission_files.id of the registry file; null for a change by hand';

CREATE TABLE isp_commitments (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT isp_commitments_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT isp_commitments_isp_id_fk REFERENCES isps (id),
  commitment text NOT NULL CONSTRAINT isp_commitments_commitment_ck CHECK (commitment IN ('COVERAGE_DISTRICTS', 'POP_COUNT', 'MIN_SPEED_MBPS', 'AVAILABILITY_PCT', 'SUBSCRIBERS')),
  value numeric NOT NULL,
  due_date date,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX isp_commitments_isp_id_commitment_due_date_uk ON isp_commitments (isp_id, commitment, due_date) NULLS NOT DISTINCT WHERE deleted_at IS NULL;
COMMENT ON INDEX isp_commitments_isp_id_commitment_due_date_uk IS 'Serves: what an ISP promised; upsert of the registry feed commitments';
COMMENT ON TABLE isp_commitments IS 'What an ISP promised with its licence, from the registry feed commitments.';
COMMENT ON COLUMN isp_commitments.value IS 'In the unit that the commitment names: districts, PoPs, Mbit/s, percent, subscribers';
COMMENT ON COLUMN isp_commitments.due_date IS 'Day by which it must hold; null = at all times';

CREATE VIEW geo_locations AS
SELECT bbs_code AS location_code, 'division' AS level, name_en, name_bn, bbs_code AS division_code, NULL::varchar(8) AS district_code, latitude, longitude
FROM geo_divisions
UNION ALL
SELECT d.bbs_code, 'district', d.name_en, d.name_bn, v.bbs_code, d.bbs_code, d.latitude, d.longitude
FROM geo_districts d
JOIN geo_divisions v ON v.id = d.division_id
UNION ALL
SELECT u.location_code, 'upazila', u.name_en, u.name_bn, v.bbs_code, d.bbs_code, u.latitude, u.longitude
FROM geo_upazilas u
JOIN geo_districts d ON d.id = u.district_id
JOIN geo_divisions v ON v.id = d.division_id
UNION ALL
SELECT t.bbs_code, 'thana', t.name_en, t.name_bn, v.bbs_code, d.bbs_code, t.latitude, t.longitude
FROM geo_thanas t
JOIN geo_districts d ON d.id = t.district_id
JOIN geo_divisions v ON v.id = d.division_id;
COMMENT ON VIEW geo_locations IS 'Resolves a location_code to its level and parents.';
