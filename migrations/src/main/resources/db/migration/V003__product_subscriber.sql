-- Step 3, products and subscribers. Snapshot tables hold only rows in force (the highest accepted revision).

CREATE TABLE package_types (
  code text CONSTRAINT package_types_code_pk PRIMARY KEY,
  session_based boolean NOT NULL
);
COMMENT ON TABLE package_types IS 'Kinds of packages. Reference data.';
COMMENT ON COLUMN package_types.session_based IS 'False where subscribers have no BRAS session (DEDICATED): left out of D01';
INSERT INTO package_types (code, session_based)
VALUES ('RESIDENTIAL', true), ('CORPORATE', true), ('SOHO', true), ('ENTERPRISE', true), ('DEDICATED', false);

CREATE TABLE packages (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT packages_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT packages_isp_id_fk REFERENCES isps (id),
  code text NOT NULL,
  name_en text NOT NULL,
  name_bn text,
  package_type text NOT NULL CONSTRAINT packages_package_type_fk REFERENCES package_types (code),
  connection_type text,
  status text NOT NULL CONSTRAINT packages_status_ck CHECK (status IN ('ACTIVE', 'DISCONTINUED')),
  last_month date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX packages_isp_id_code_uk ON packages (isp_id, code) WHERE deleted_at IS NULL;
CREATE INDEX packages_package_type_ix ON packages (package_type);
COMMENT ON INDEX packages_isp_id_code_uk IS 'Serves: resolving package_code of a filing row';
COMMENT ON INDEX packages_package_type_ix IS 'Serves: foreign key';
COMMENT ON TABLE packages IS 'Packages an ISP has ever filed; name, type and status as in the latest month accepted.';
COMMENT ON COLUMN packages.last_month IS 'Latest month whose packages filing names it (first day, Asia/Dhaka)';

CREATE TABLE package_snapshots (
  isp_id bigint NOT NULL,
  snapshot_month date NOT NULL,
  package_id bigint NOT NULL,
  package_name text NOT NULL,
  package_type text NOT NULL,
  download_speed_mbps numeric(10, 2) NOT NULL,
  upload_speed_mbps numeric(10, 2) NOT NULL,
  mir_mbps numeric(10, 2) NOT NULL,
  cir_mbps numeric(10, 2) NOT NULL,
  price_bdt numeric(15, 2) NOT NULL,
  price_includes_vat boolean NOT NULL,
  data_cap_gb numeric(12, 2),
  has_fup boolean NOT NULL,
  fup_threshold_gb numeric(12, 2),
  fup_speed_mbps numeric(10, 2),
  contention_ratio integer,
  contract_months integer,
  installation_fee_bdt numeric(15, 2),
  status text NOT NULL CONSTRAINT package_snapshots_status_ck CHECK (status IN ('ACTIVE', 'DISCONTINUED')),
  subscriber_count bigint,
  submission_id bigint NOT NULL,
  CONSTRAINT package_snapshots_isp_id_snapshot_month_package_id_pk PRIMARY KEY (isp_id, snapshot_month, package_id)
);
COMMENT ON TABLE package_snapshots IS 'The packages filing of a month, as in force: prices and speeds of that month (decision: packages keeps identity, a snapshot the month).';
COMMENT ON COLUMN package_snapshots.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN package_snapshots.download_speed_mbps IS 'Mbit/s';
COMMENT ON COLUMN package_snapshots.upload_speed_mbps IS 'Mbit/s';
COMMENT ON COLUMN package_snapshots.mir_mbps IS 'Maximum information rate, Mbit/s';
COMMENT ON COLUMN package_snapshots.cir_mbps IS 'Committed information rate, Mbit/s';
COMMENT ON COLUMN package_snapshots.price_bdt IS 'BDT a month';
COMMENT ON COLUMN package_snapshots.price_includes_vat IS 'True unless the filing says otherwise';
COMMENT ON COLUMN package_snapshots.data_cap_gb IS 'Gigabytes a month; null = none';
COMMENT ON COLUMN package_snapshots.fup_threshold_gb IS 'Gigabytes';
COMMENT ON COLUMN package_snapshots.fup_speed_mbps IS 'Mbit/s';
COMMENT ON COLUMN package_snapshots.contention_ratio IS 'n of 1:n';
COMMENT ON COLUMN package_snapshots.installation_fee_bdt IS 'BDT';

CREATE TABLE subscriber_snapshots (
  isp_id bigint NOT NULL,
  snapshot_month date NOT NULL,
  package_id bigint NOT NULL,
  location_code varchar(8) NOT NULL,
  total_subscribers bigint NOT NULL,
  new_subscribers bigint NOT NULL,
  churned_subscribers bigint NOT NULL,
  suspended_subscribers bigint NOT NULL DEFAULT 0,
  submission_id bigint NOT NULL,
  CONSTRAINT subscriber_snapshots_isp_month_package_location_pk PRIMARY KEY (isp_id, snapshot_month, package_id, location_code)
);
COMMENT ON TABLE subscriber_snapshots IS 'The subscribers filing of a month, as in force. Active = total - suspended.';
COMMENT ON COLUMN subscriber_snapshots.snapshot_month IS 'First day of the month, Asia/Dhaka';

CREATE TABLE bandwidth_snapshots (
  isp_id bigint NOT NULL,
  snapshot_month date NOT NULL,
  location_code varchar(8) NOT NULL,
  pop_type text NOT NULL CONSTRAINT bandwidth_snapshots_pop_type_ck CHECK (pop_type IN ('core', 'distribution', 'access')),
  pop_code text NOT NULL DEFAULT '',
  pop_count integer NOT NULL,
  status text NOT NULL CONSTRAINT bandwidth_snapshots_status_ck CHECK (status IN ('ACTIVE', 'INACTIVE')),
  upstream_capacity_mbps numeric(12, 2) NOT NULL,
  international_mbps numeric(12, 2) NOT NULL,
  ix_mbps numeric(12, 2) NOT NULL,
  cache_mbps numeric(12, 2) NOT NULL,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  submission_id bigint NOT NULL,
  CONSTRAINT bandwidth_snapshots_isp_month_location_type_pop_pk PRIMARY KEY (isp_id, snapshot_month, location_code, pop_type, pop_code)
);
COMMENT ON TABLE bandwidth_snapshots IS 'The pops filing of a month, as in force: declared PoPs and capacities.';
COMMENT ON COLUMN bandwidth_snapshots.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN bandwidth_snapshots.pop_code IS 'Registry code of the PoP; empty where the row is a count';
COMMENT ON COLUMN bandwidth_snapshots.upstream_capacity_mbps IS 'Mbit/s';
COMMENT ON COLUMN bandwidth_snapshots.international_mbps IS 'Mbit/s provisioned towards the Internet';
COMMENT ON COLUMN bandwidth_snapshots.ix_mbps IS 'Mbit/s';
COMMENT ON COLUMN bandwidth_snapshots.cache_mbps IS 'Mbit/s';
COMMENT ON COLUMN bandwidth_snapshots.latitude IS 'Degrees north, WGS 84';
COMMENT ON COLUMN bandwidth_snapshots.longitude IS 'Degrees east, WGS 84';
