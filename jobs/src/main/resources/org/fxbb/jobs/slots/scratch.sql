CREATE TEMPORARY TABLE IF NOT EXISTS day_pops (
  pop_id bigint PRIMARY KEY,
  isp_id bigint NOT NULL,
  qos_agents integer NOT NULL,
  snmp_agents integer NOT NULL
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS busy_hours (
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS excluded_slots (
  pop_id bigint NOT NULL,
  slot_start timestamptz NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (pop_id, slot_start)
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS day_tests (
  pop_id bigint NOT NULL,
  slot_start timestamptz NOT NULL,
  agent_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  test_type text NOT NULL,
  target_type text NOT NULL,
  succeeded boolean NOT NULL,
  left_for text NOT NULL,
  download real,
  upload real,
  rtt real,
  jitter real,
  sent integer,
  lost integer,
  dns real[],
  http real
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS slot_drafts (
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  slot_start timestamptz NOT NULL,
  submitted boolean NOT NULL,
  candidate boolean NOT NULL,
  faulty boolean NOT NULL,
  quality numeric,
  PRIMARY KEY (pop_id, slot_start)
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS slot_witness (
  pop_id bigint NOT NULL,
  slot_start timestamptz NOT NULL,
  alive boolean NOT NULL,
  interface_down boolean NOT NULL,
  restarted boolean NOT NULL,
  sessions_lost boolean NOT NULL,
  PRIMARY KEY (pop_id, slot_start)
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS upstream_capacity (
  pop_id bigint NOT NULL,
  upstream_type_id smallint NOT NULL,
  interfaces integer NOT NULL,
  bps numeric NOT NULL,
  PRIMARY KEY (pop_id, upstream_type_id)
) ON COMMIT DROP;
TRUNCATE day_pops, busy_hours, excluded_slots, day_tests, slot_drafts, slot_witness, upstream_capacity;
