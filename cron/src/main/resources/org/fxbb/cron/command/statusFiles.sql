-- Files that arrived in the last day, and those that are queued however long: how many, and where their rows went.
SELECT
  inbox,
  coalesce(feed, 'unknown') AS feed,
  state,
  count(*) AS files,
  sum(bytes) AS bytes,
  min(received_at) AS oldest,
  coalesce(sum(rows_received), 0) AS received,
  coalesce(sum(rows_loaded), 0) AS loaded,
  coalesce(sum(rows_quarantined), 0) AS quarantined,
  coalesce(sum(rows_duplicate), 0) AS duplicate,
  coalesce(sum(rows_rejected), 0) AS rejected
FROM submission_files
WHERE received_at >= :since OR state IN ('RECEIVED', 'CHECKING', 'WAITING')
GROUP BY inbox, coalesce(feed, 'unknown'), state
ORDER BY inbox COLLATE "C", coalesce(feed, 'unknown') COLLATE "C", state COLLATE "C"
