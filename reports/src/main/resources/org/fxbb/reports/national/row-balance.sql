-- One row per feed and a total: what became of every record received for the month.
WITH files AS (
  SELECT *
  FROM fxbb_files_of_month(:period, :filing_end_at)
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
