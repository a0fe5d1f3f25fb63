-- One row per feed and a total: what became of every record received for the month.
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
  CASE WHEN grouping(x.feed) = 1 THEN 'ALL' ELSE coalesce(nullif(x.feed, ''), 'UNKNOWN') END AS row_key,
  CASE WHEN grouping(x.feed) = 1 THEN 'All feeds' ELSE coalesce(nullif(x.feed, ''), 'unknown file name') END AS feed,
  count(*) AS files,
  count(*) FILTER (WHERE x.state IN ('RECEIVED', 'CHECKING', 'WAITING')) AS open,
  coalesce(sum(x.rows_received), 0) AS received,
  coalesce(sum(x.rows_loaded), 0) AS loaded,
  coalesce(sum(x.rows_quarantined), 0) AS quarantined,
  coalesce(sum(x.rows_duplicate), 0) AS duplicate,
  coalesce(sum(x.rows_rejected), 0) AS rejected,
  coalesce(sum(x.submissions_received), 0) AS submissions,
  grouping(x.feed) = 1 AS is_total
FROM (
  SELECT coalesce(f.feed, '') AS feed, f.state, f.rows_received, f.rows_loaded, f.rows_quarantined, f.rows_duplicate, f.rows_rejected, f.submissions_received
  FROM files f
) x
GROUP BY GROUPING SETS ((x.feed), ())
ORDER BY grouping(x.feed), x.feed = '', x.feed
