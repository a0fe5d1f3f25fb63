CREATE TEMPORARY TABLE IF NOT EXISTS outage_windows (
  pop_id bigint PRIMARY KEY,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
) ON COMMIT DROP;
TRUNCATE outage_windows;
