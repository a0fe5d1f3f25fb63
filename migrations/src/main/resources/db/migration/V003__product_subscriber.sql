-- Step 3, products and subscribers. Snapshot tables hold only rows in force (the highest accepted revision).

CREATE TABLE package_types (
  code text CONSTRAINT package_types_code_pk PRIMARY KEY,
  session_based boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
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
COMMENT ON COLUMN package_snapshots.contract_months IS 'Shortest contract, months; null = not told';
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
  upstream_type text NOT NULL DEFAULT '',
  provider_name text NOT NULL DEFAULT '',
  location_code varchar(8) NOT NULL DEFAULT '',
  pop_type text NOT NULL DEFAULT '',
  pop_code text NOT NULL DEFAULT '',
  pop_count integer,
  status text CONSTRAINT bandwidth_snapshots_status_ck CHECK (status IN ('ACTIVE', 'INACTIVE')),
  upstream_capacity_mbps numeric(12, 2),
  international_mbps numeric(12, 2),
  ix_mbps numeric(12, 2),
  cache_mbps numeric(12, 2),
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  contracted_mbps numeric(12, 2),
  provisioned_mbps numeric(12, 2),
  peak_utilization_pct numeric(5, 2),
  avg_utilization_pct numeric(5, 2),
  p95_utilization_pct numeric(5, 2),
  submission_id bigint NOT NULL,
  CONSTRAINT bandwidth_snapshots_isp_month_provider_pop_pk PRIMARY KEY (isp_id, snapshot_month, upstream_type, provider_name, location_code, pop_type, pop_code),
  CONSTRAINT bandwidth_snapshots_kind_ck CHECK (
    CASE upstream_type
      WHEN '' THEN provider_name = '' AND location_code <> '' AND pop_type IN ('core', 'distribution', 'access')
        AND num_nulls(pop_count, status, upstream_capacity_mbps, international_mbps, ix_mbps, cache_mbps) = 0
        AND num_nonnulls(contracted_mbps, provisioned_mbps, peak_utilization_pct, avg_utilization_pct, p95_utilization_pct) = 0
      ELSE upstream_type IN ('INTERNET', 'IX', 'CACHE') AND provider_name <> '' AND location_code = '' AND pop_type = '' AND pop_code = ''
        AND num_nulls(contracted_mbps, provisioned_mbps) = 0
        AND num_nonnulls(pop_count, status, upstream_capacity_mbps, international_mbps, ix_mbps, cache_mbps, latitude, longitude) = 0
    END
  )
);
COMMENT ON TABLE bandwidth_snapshots IS 'Two filings of a month, as in force. pops: declared PoPs and capacities, where upstream_type is empty. bandwidth: what is bought from each provider, where it is not.';
COMMENT ON COLUMN bandwidth_snapshots.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN bandwidth_snapshots.upstream_type IS 'Row of the bandwidth filing: INTERNET, IX or CACHE. Empty: row of the pops filing';
COMMENT ON COLUMN bandwidth_snapshots.provider_name IS 'Row of the bandwidth filing: the provider as filed';
COMMENT ON COLUMN bandwidth_snapshots.pop_code IS 'Registry code of the PoP; empty where the row is a count';
COMMENT ON COLUMN bandwidth_snapshots.upstream_capacity_mbps IS 'Mbit/s';
COMMENT ON COLUMN bandwidth_snapshots.international_mbps IS 'Mbit/s provisioned towards the Internet';
COMMENT ON COLUMN bandwidth_snapshots.ix_mbps IS 'Mbit/s';
COMMENT ON COLUMN bandwidth_snapshots.cache_mbps IS 'Mbit/s';
COMMENT ON COLUMN bandwidth_snapshots.latitude IS 'Degrees north, WGS 84';
COMMENT ON COLUMN bandwidth_snapshots.longitude IS 'Degrees east, WGS 84';
COMMENT ON COLUMN bandwidth_snapshots.contracted_mbps IS 'Mbit/s bought from the provider';
COMMENT ON COLUMN bandwidth_snapshots.provisioned_mbps IS 'Mbit/s that the provider has set up';
COMMENT ON COLUMN bandwidth_snapshots.peak_utilization_pct IS 'Highest use in the month, percent of provisioned_mbps, as filed; null = not told';
COMMENT ON COLUMN bandwidth_snapshots.avg_utilization_pct IS 'Mean use in the month, percent, as filed';
COMMENT ON COLUMN bandwidth_snapshots.p95_utilization_pct IS '95th percentile of use in the month, percent, as filed';

CREATE TABLE connection_types (
  code text CONSTRAINT connection_types_code_pk PRIMARY KEY,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE connection_types IS 'How a line reaches the subscriber. Reference data; packages.connection_type is free text as filed.';
INSERT INTO connection_types (code, name_en, name_bn)
VALUES
  ('FTTH', 'Fibre to the home', 'বাড়ি পর্যন্ত ফাইবার'),
  ('FTTB', 'Fibre to the building', 'ভবন পর্যন্ত ফাইবার'),
  ('ETHERNET', 'Ethernet over copper', 'তামার তারে ইথারনেট'),
  ('HFC', 'Cable (hybrid fibre-coaxial)', 'কেবল'),
  ('XDSL', 'Telephone line (DSL)', 'টেলিফোন লাইন'),
  ('FWA', 'Fixed wireless', 'স্থির বেতার'),
  ('SATELLITE', 'Satellite', 'উপগ্রহ');

CREATE TABLE package_history (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT package_history_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT package_history_isp_id_fk REFERENCES isps (id),
  package_id bigint NOT NULL CONSTRAINT package_history_package_id_fk REFERENCES packages (id),
  column_name text NOT NULL,
  old_value text,
  new_value text,
  valid_from date NOT NULL,
  submission_id bigint NOT NULL,
  CONSTRAINT package_history_package_id_valid_from_column_name_uk UNIQUE (package_id, valid_from, column_name)
);
CREATE INDEX package_history_isp_id_ix ON package_history (isp_id, valid_from);
COMMENT ON INDEX package_history_isp_id_ix IS 'Serves: what an ISP changed in a month; rebuilding a month when it is filed again; foreign key';
COMMENT ON TABLE package_history IS 'What changed in a package from the last month it was filed to the next: one row per column; rebuilt from package_snapshots by each packages load, so it follows resubmissions and late months.';
COMMENT ON COLUMN package_history.column_name IS 'Column of package_snapshots; "filed" where a filing named the package again (true) or no longer (false)';
COMMENT ON COLUMN package_history.old_value IS 'Null = not told';
COMMENT ON COLUMN package_history.new_value IS 'Null = not told any more';
COMMENT ON COLUMN package_history.valid_from IS 'First month (first day, Asia/Dhaka) with the new value';
COMMENT ON COLUMN package_history.submission_id IS 'The packages filing that said so';

CREATE TABLE package_coverage (
  isp_id bigint NOT NULL,
  package_id bigint NOT NULL,
  location_code varchar(8) NOT NULL,
  first_month date NOT NULL,
  last_month date NOT NULL,
  submission_id bigint NOT NULL,
  CONSTRAINT package_coverage_isp_id_package_id_location_code_pk PRIMARY KEY (isp_id, package_id, location_code),
  CONSTRAINT package_coverage_first_month_last_month_ck CHECK (first_month <= last_month)
);
COMMENT ON TABLE package_coverage IS 'Where a package has subscribers, by the subscribers filings in force at the newest roll-up.';
COMMENT ON COLUMN package_coverage.first_month IS 'First month with at least one subscriber there (first day, Asia/Dhaka)';
COMMENT ON COLUMN package_coverage.last_month IS 'Latest month with at least one subscriber there';
COMMENT ON COLUMN package_coverage.submission_id IS 'The filing of last_month';
