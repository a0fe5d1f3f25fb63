-- One row per file received for the month.
WITH files AS (
  SELECT *
  FROM fxbb_files_of_month(:period, :filing_end_at)
)
SELECT
  f.sender || ' ' || f.file_name || ' ' || to_char(f.received_at AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISSUS') || ' ' || row_number() OVER (PARTITION BY f.sender, f.file_name, f.received_at ORDER BY f.id) AS row_key,
  f.sender,
  f.file_name AS file,
  coalesce(f.feed, 'unknown file name') AS feed,
  to_char(f.received_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS received_at,
  f.state,
  coalesce(f.state_reason, '') AS reason,
  f.rows_received AS received,
  f.rows_loaded AS loaded,
  f.rows_quarantined AS quarantined,
  f.rows_duplicate AS duplicate,
  f.rows_rejected AS rejected,
  f.submissions_received AS submissions,
  f.bytes,
  f.sha256
FROM files f
ORDER BY f.sender, f.file_name, f.received_at, f.id
