-- Step 2, infrastructure: PoPs, agents, SNMP targets.

CREATE TABLE pop_categories (
  code text CONSTRAINT pop_categories_code_pk PRIMARY KEY,
  filing_type text CONSTRAINT pop_categories_filing_type_ck CHECK (filing_type IN ('core', 'distribution', 'access')),
  name_en text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE pop_categories IS 'Kinds of points of presence. Reference data.';
COMMENT ON COLUMN pop_categories.filing_type IS 'The pop_type of the pops filing that means this category; null = not filed';
INSERT INTO pop_categories (code, filing_type, name_en)
VALUES
  ('CORE_DC', 'core', 'Core data centre'),
  ('REGIONAL_POP', 'distribution', 'Regional PoP'),
  ('EDGE_POP', 'access', 'Edge PoP'),
  ('IXP_INTERCONNECT', NULL, 'Internet exchange interconnect'),
  ('BDIX_POP', NULL, 'BDIX PoP');

CREATE TABLE upstream_types (
  id smallint CONSTRAINT upstream_types_id_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT upstream_types_code_uk UNIQUE,
  is_upstream boolean NOT NULL,
  name_en text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE upstream_types IS 'What an interface carries. Reference data.';
COMMENT ON COLUMN upstream_types.is_upstream IS 'True for the types that UTILISATION judges; DOWNSTREAM faces the subscribers';
INSERT INTO upstream_types (id, code, is_upstream, name_en)
VALUES
  (1, 'INTERNET', true, 'International and national transit'),
  (2, 'IX', true, 'Internet exchange (BDIX)'),
  (3, 'CACHE', true, 'Content cache'),
  (4, 'DOWNSTREAM', false, 'Towards subscribers');

CREATE TABLE pops (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pops_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT pops_isp_id_fk REFERENCES isps (id),
  code text NOT NULL,
  name_en text NOT NULL,
  name_bn text,
  category_code text CONSTRAINT pops_category_code_fk REFERENCES pop_categories (code),
  location_code varchar(8) NOT NULL,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  capacity_mbps numeric(10, 2),
  status text NOT NULL CONSTRAINT pops_status_ck CHECK (status IN ('ACTIVE', 'INACTIVE')),
  valid_from date NOT NULL,
  valid_to date,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX pops_isp_id_code_uk ON pops (isp_id, code) WHERE deleted_at IS NULL;
CREATE INDEX pops_category_code_ix ON pops (category_code);
COMMENT ON INDEX pops_isp_id_code_uk IS 'Serves: resolving a PoP code of a dump; PoPs of an ISP';
COMMENT ON INDEX pops_category_code_ix IS 'Serves: PoPs by category; foreign key';
COMMENT ON TABLE pops IS 'Registered points of presence, from the registry feed pops; a filing never creates one.';
COMMENT ON COLUMN pops.capacity_mbps IS 'Mbit/s';
COMMENT ON COLUMN pops.valid_from IS 'First day (Asia/Dhaka) the PoP is in service: commissioned_date';
COMMENT ON COLUMN pops.valid_to IS 'Last day in service; null = still in service';
COMMENT ON COLUMN pops.latitude IS 'Degrees north, WGS 84';
COMMENT ON COLUMN pops.longitude IS 'Degrees east, WGS 84';

CREATE TABLE software_agents (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT software_agents_id_pk PRIMARY KEY,
  agent_uuid uuid NOT NULL,
  agent_type text NOT NULL CONSTRAINT software_agents_agent_type_ck CHECK (agent_type IN ('SNMP_AGENT', 'QOS_AGENT')),
  isp_id bigint NOT NULL CONSTRAINT software_agents_isp_id_fk REFERENCES isps (id),
  name text,
  reference_download_mbps numeric(10, 2),
  reference_upload_mbps numeric(10, 2),
  site_group text,
  version text,
  last_seen_at timestamptz,
  status text NOT NULL DEFAULT 'ACTIVE' CONSTRAINT software_agents_status_ck CHECK (status IN ('ACTIVE', 'INACTIVE')),
  valid_from date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX software_agents_agent_uuid_uk ON software_agents (agent_uuid) WHERE deleted_at IS NULL;
CREATE INDEX software_agents_isp_id_ix ON software_agents (isp_id);
COMMENT ON INDEX software_agents_agent_uuid_uk IS 'Serves: resolving the sender of a dump';
COMMENT ON INDEX software_agents_isp_id_ix IS 'Serves: agents of an ISP; foreign key';
COMMENT ON TABLE software_agents IS 'Independent measuring agents, from the registry feed agents.';
COMMENT ON COLUMN software_agents.reference_download_mbps IS 'Mbit/s of the package that the agent''s test line carries; null = no reference';
COMMENT ON COLUMN software_agents.reference_upload_mbps IS 'Mbit/s of the package that the agent''s test line carries; null = no reference';
COMMENT ON COLUMN software_agents.last_seen_at IS 'Latest reporting_period_end received';

CREATE TABLE agent_pop_assignments (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT agent_pop_assignments_id_pk PRIMARY KEY,
  agent_id bigint NOT NULL CONSTRAINT agent_pop_assignments_agent_id_fk REFERENCES software_agents (id),
  pop_id bigint NOT NULL CONSTRAINT agent_pop_assignments_pop_id_fk REFERENCES pops (id),
  isp_id bigint NOT NULL CONSTRAINT agent_pop_assignments_isp_id_fk REFERENCES isps (id),
  valid_from date NOT NULL,
  valid_to date,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE UNIQUE INDEX agent_pop_assignments_agent_id_pop_id_uk ON agent_pop_assignments (agent_id, pop_id, valid_from);
CREATE INDEX agent_pop_assignments_pop_id_ix ON agent_pop_assignments (pop_id);
CREATE INDEX agent_pop_assignments_isp_id_ix ON agent_pop_assignments (isp_id);
COMMENT ON INDEX agent_pop_assignments_agent_id_pop_id_uk IS 'Serves: PoPs an agent may speak for';
COMMENT ON INDEX agent_pop_assignments_pop_id_ix IS 'Serves: is a PoP due to be measured (slots)';
COMMENT ON INDEX agent_pop_assignments_isp_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE agent_pop_assignments IS 'Which agent measures which PoP, and when.';
COMMENT ON COLUMN agent_pop_assignments.valid_from IS 'First day, Asia/Dhaka';
COMMENT ON COLUMN agent_pop_assignments.valid_to IS 'Last day; null = still assigned';

CREATE TABLE snmp_targets (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT snmp_targets_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT snmp_targets_isp_id_fk REFERENCES isps (id),
  pop_id bigint NOT NULL CONSTRAINT snmp_targets_pop_id_fk REFERENCES pops (id),
  target_key text NOT NULL,
  upstream_type_id smallint NOT NULL CONSTRAINT snmp_targets_upstream_type_id_fk REFERENCES upstream_types (id),
  upstream_operator text,
  target_ip text,
  port integer CONSTRAINT snmp_targets_port_ck CHECK (port BETWEEN 1 AND 65535),
  version text CONSTRAINT snmp_targets_version_ck CHECK (version IN ('1', '2c', '3')),
  credential_ref text,
  if_index integer,
  if_name text,
  if_speed_mbps numeric(10, 2),
  origin text NOT NULL CONSTRAINT snmp_targets_origin_ck CHECK (origin IN ('REGISTRY', 'SEEN')),
  seen_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX snmp_targets_pop_id_target_key_uk ON snmp_targets (pop_id, target_key) WHERE deleted_at IS NULL;
CREATE INDEX snmp_targets_isp_id_ix ON snmp_targets (isp_id);
CREATE INDEX snmp_targets_upstream_type_id_ix ON snmp_targets (upstream_type_id);
COMMENT ON INDEX snmp_targets_pop_id_target_key_uk IS 'Serves: resolving a polled interface in the merge';
COMMENT ON INDEX snmp_targets_isp_id_ix IS 'Serves: foreign key; operators of an ISP';
COMMENT ON INDEX snmp_targets_upstream_type_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE snmp_targets IS 'Interfaces that are polled; those of agents are registered on first sight.';
COMMENT ON COLUMN snmp_targets.target_key IS 'Natural key within the PoP: <target_id>/<if_index or if_name>/<interface type>';
COMMENT ON COLUMN snmp_targets.port IS 'UDP port; null = 161';
COMMENT ON COLUMN snmp_targets.version IS 'SNMP version; null = an agent polls it, not the engine';
COMMENT ON COLUMN snmp_targets.credential_ref IS 'Name in encrypted_secrets of what opens it; never the community or key itself';
COMMENT ON COLUMN snmp_targets.if_speed_mbps IS 'Port speed, Mbit/s, as of seen_at';
COMMENT ON COLUMN snmp_targets.seen_at IS 'Time of the newest poll that was loaded; operator, address, name and speed are as it stated them';

CREATE TABLE network_elements (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT network_elements_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT network_elements_isp_id_fk REFERENCES isps (id),
  pop_id bigint NOT NULL CONSTRAINT network_elements_pop_id_fk REFERENCES pops (id),
  code text NOT NULL,
  device_type text NOT NULL CONSTRAINT network_elements_device_type_ck CHECK (device_type IN ('CORE_GATEWAY', 'AGGREGATION_DEVICE', 'BRAS', 'RAS', 'OTHER')),
  vendor text,
  mib_profile text,
  management_ip text,
  status text NOT NULL DEFAULT 'ACTIVE' CONSTRAINT network_elements_status_ck CHECK (status IN ('ACTIVE', 'INACTIVE')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX network_elements_pop_id_code_uk ON network_elements (pop_id, code) WHERE deleted_at IS NULL;
CREATE INDEX network_elements_isp_id_ix ON network_elements (isp_id);
COMMENT ON INDEX network_elements_pop_id_code_uk IS 'Serves: resolving a polled device; devices of a PoP';
COMMENT ON INDEX network_elements_isp_id_ix IS 'Serves: foreign key; devices of an ISP';
COMMENT ON TABLE network_elements IS 'Devices at a PoP that are polled: gateways, aggregation devices, BRAS.';
COMMENT ON COLUMN network_elements.code IS 'target_id of the SNMP dumps';

CREATE TABLE subscriber_count_sources (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT subscriber_count_sources_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT subscriber_count_sources_isp_id_fk REFERENCES isps (id),
  bras_id text NOT NULL,
  bras_name text,
  region text,
  network_element_id bigint CONSTRAINT subscriber_count_sources_network_element_id_fk REFERENCES network_elements (id),
  method text NOT NULL DEFAULT 'SNMP' CONSTRAINT subscriber_count_sources_method_ck CHECK (method IN ('SNMP', 'RADIUS', 'FILED')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX subscriber_count_sources_isp_id_bras_id_uk ON subscriber_count_sources (isp_id, bras_id) WHERE deleted_at IS NULL;
CREATE INDEX subscriber_count_sources_network_element_id_ix ON subscriber_count_sources (network_element_id);
COMMENT ON INDEX subscriber_count_sources_isp_id_bras_id_uk IS 'Serves: what a bras_id of ts_subscriber_counts is; sources of an ISP';
COMMENT ON INDEX subscriber_count_sources_network_element_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE subscriber_count_sources IS 'Where session counts of an ISP come from: a BRAS, by the name its dumps use.';
COMMENT ON COLUMN subscriber_count_sources.region IS 'As the device states it; not a location_code';

CREATE TABLE test_target_categories (
  code text CONSTRAINT test_target_categories_code_pk PRIMARY KEY,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE test_target_categories IS 'Kinds of targets that QoS agents test against. Reference data.';
INSERT INTO test_target_categories (code, name_en, name_bn)
VALUES
  ('SPEED_SERVER', 'Speed test server', 'গতি পরীক্ষার সার্ভার'),
  ('NATIONAL_SITE', 'Website hosted in the country', 'দেশে অবস্থিত ওয়েবসাইট'),
  ('IX_PEER', 'Host at an Internet exchange', 'ইন্টারনেট এক্সচেঞ্জের হোস্ট'),
  ('INTERNATIONAL_SITE', 'Website hosted abroad', 'বিদেশে অবস্থিত ওয়েবসাইট'),
  ('DNS_RESOLVER', 'Name server', 'নেম সার্ভার');

CREATE TABLE test_targets (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT test_targets_id_pk PRIMARY KEY,
  code text NOT NULL,
  category_code text CONSTRAINT test_targets_category_code_fk REFERENCES test_target_categories (code),
  test_type text NOT NULL CONSTRAINT test_targets_test_type_ck CHECK (test_type IN ('ICMP', 'HTTP', 'HTTPS', 'DNS', 'SPEEDTEST')),
  target_type text NOT NULL CONSTRAINT test_targets_target_type_ck CHECK (target_type IN ('NATIONAL', 'IX', 'INTERNATIONAL', 'LOCAL_BD')),
  host text NOT NULL,
  port integer CONSTRAINT test_targets_port_ck CHECK (port BETWEEN 1 AND 65535),
  url text,
  status text NOT NULL DEFAULT 'ACTIVE' CONSTRAINT test_targets_status_ck CHECK (status IN ('ACTIVE', 'INACTIVE')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX test_targets_code_uk ON test_targets (code) WHERE deleted_at IS NULL;
CREATE INDEX test_targets_category_code_ix ON test_targets (category_code);
COMMENT ON INDEX test_targets_code_uk IS 'Serves: upsert of the registry feed test_targets';
COMMENT ON INDEX test_targets_category_code_ix IS 'Serves: foreign key';
COMMENT ON TABLE test_targets IS 'What QoS agents are told to test against, from the registry feed test_targets.';
