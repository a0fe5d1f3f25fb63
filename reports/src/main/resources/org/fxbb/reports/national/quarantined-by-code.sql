-- Rows in quarantine by reason, those kept of rejected files apart, and a total.
WITH files AS (
  SELECT *
  FROM fxbb_files_of_month(:period, :filing_end_at)
)
SELECT
  coalesce(q.code, 'all') AS row_key,
  coalesce(q.code, 'All reasons') AS code,
  count(*) FILTER (WHERE q.record_kind IN ('ROW', 'RECORD') AND f.state <> 'REJECTED') AS rows,
  count(*) FILTER (WHERE q.record_kind IN ('ROW', 'RECORD') AND f.state = 'REJECTED') AS of_rejected,
  count(*) FILTER (WHERE q.record_kind = 'SUBMISSION') AS submissions,
  count(DISTINCT q.submission_file_id) AS files,
  grouping(q.code) = 1 AS is_total
FROM quarantined_rows q
JOIN files f ON f.id = q.submission_file_id AND f.received_at = q.file_received_at
WHERE q.file_received_at >= (SELECT min(received_at) FROM files)
  AND q.file_received_at <= (SELECT max(received_at) FROM files)
GROUP BY GROUPING SETS ((q.code), ())
ORDER BY grouping(q.code), q.code
