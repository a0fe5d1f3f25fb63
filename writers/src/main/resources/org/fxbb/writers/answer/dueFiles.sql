-- Short answers first, so that one sender's many errors keep nobody waiting.
SELECT id
FROM submission_files
WHERE state NOT IN ('RECEIVED', 'CHECKING')
  AND answered_state IS DISTINCT FROM state
  AND container_id IS NULL
  AND (inbox <> 'AGENT' OR state = 'REJECTED')
ORDER BY coalesce(rows_quarantined, 0) + coalesce(rows_rejected, 0), id
