-- Rows in quarantine by reason, those kept of rejected files apart, and a total.
WITH files AS (
  SELECT f.*
  FROM submission_files f
  WHERE f.inbox <> 'TRY'
    AND (
      f.period = :period
      OR (f.period IS NULL AND f.inbox = 'MANUAL' AND f.received_at < :filing_end_at)
      OR (f.period IS NULL AND f.received_at >= :period_start_at AND f.received_at < :filing_end_at
        AND NOT EXISTS (SELECT 1 FROM api_submissions s WHERE s.submission_file_id = f.id AND s.period_start >= :period_end_at))
      OR EXISTS (
        SELECT 1 FROM api_submissions s
        WHERE s.submission_file_id = f.id AND s.period_start >= :period_start_at AND s.period_start < :period_end_at)
    )
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
