CREATE TEMPORARY TABLE IF NOT EXISTS taken_marks (
  pop_id bigint NOT NULL,
  isp_id bigint NOT NULL,
  hour timestamptz NOT NULL
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS target_states (
  slot_start timestamptz NOT NULL,
  test_type text NOT NULL,
  target_key text NOT NULL,
  agents integer NOT NULL,
  failed_agents integer NOT NULL,
  isps integer NOT NULL,
  operators integer NOT NULL,
  is_down boolean NOT NULL,
  was_down boolean NOT NULL
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS target_suspects (
  slot_start timestamptz NOT NULL,
  test_type text NOT NULL,
  target_key text NOT NULL
) ON COMMIT DROP;
TRUNCATE taken_marks, target_states, target_suspects;
