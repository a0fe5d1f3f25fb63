-- What does not add up: no row means that the pack may be released.
WITH files AS (
  SELECT f.id, f.sender, f.file_name, f.isp_id, f.feed, f.state, f.received_at, f.rows_received, f.rows_loaded, f.rows_quarantined, f.rows_duplicate, f.rows_rejected
  FROM submission_files f
  WHERE f.period = :period AND f.inbox = 'FILING'
)
SELECT 'file ' || f.sender || '/' || f.file_name || ': rows received against loaded + quarantined + duplicate + rejected' AS what,
  f.rows_received::numeric AS expected,
  (f.rows_loaded + f.rows_quarantined + f.rows_duplicate + f.rows_rejected)::numeric AS found
FROM files f
WHERE f.rows_received IS DISTINCT FROM f.rows_loaded + f.rows_quarantined + f.rows_duplicate + f.rows_rejected
UNION ALL
SELECT 'filing ' || v.isp || ' ' || v.feed || ': in force by its state against accepted files',
  (v.state IN ('ACCEPTED', 'WITH_ERRORS', 'LATE'))::integer, count(f.id)
FROM fxbb_arrivals(:period, :deadline, :now) v
LEFT JOIN files f ON f.isp_id = v.isp_id AND f.feed = v.feed AND f.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS')
GROUP BY v.isp, v.feed, v.state
HAVING count(f.id) <> (v.state IN ('ACCEPTED', 'WITH_ERRORS', 'LATE'))::integer
UNION ALL
SELECT 'file ' || f.sender || '/' || f.file_name || ': rows_quarantined against its rows in quarantine',
  f.rows_quarantined, count(q.submission_file_id)
FROM files f
LEFT JOIN quarantined_rows q ON q.submission_file_id = f.id AND q.file_received_at = f.received_at AND q.record_kind = 'ROW'
  AND q.file_received_at >= :period_start_at AND q.file_received_at <= :now
WHERE f.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS')
  -- Of files whose month of quarantine was archived, nothing is left to compare.
  AND NOT EXISTS (
    SELECT 1 FROM partition_archives a
    WHERE a.parent_table = 'quarantined_rows' AND a.state = 'DROPPED'
      AND (f.received_at AT TIME ZONE 'Asia/Dhaka')::date >= a.range_from
      AND (f.received_at AT TIME ZONE 'Asia/Dhaka')::date < a.range_to)
GROUP BY f.id, f.sender, f.file_name, f.rows_quarantined
HAVING f.rows_quarantined <> count(q.submission_file_id)
ORDER BY what
