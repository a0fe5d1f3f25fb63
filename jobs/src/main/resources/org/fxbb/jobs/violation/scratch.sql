CREATE TEMPORARY TABLE IF NOT EXISTS found_violations (
  id uuid PRIMARY KEY,
  parent_id uuid,
  isp_id bigint NOT NULL,
  pop_id bigint,
  violation_type text NOT NULL,
  parameter_code text NOT NULL,
  severity text NOT NULL,
  expected double precision,
  actual double precision
) ON COMMIT DROP;
TRUNCATE found_violations;
CREATE TEMPORARY TABLE IF NOT EXISTS affected_subscribers (
  isp_id bigint NOT NULL,
  pop_id bigint,
  subscribers bigint NOT NULL
) ON COMMIT DROP;
TRUNCATE affected_subscribers;
