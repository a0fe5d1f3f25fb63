-- Files of a page whose newest answer does not tell their state. A duplicate repeats the notices of its twin.
SELECT
  f.id,
  CASE WHEN f.state = 'DUPLICATE' AND f.twin_id IS NOT NULL THEN f.twin_id ELSE f.id END AS notices_of,
  CASE WHEN f.state = 'DUPLICATE' AND f.twin_id IS NOT NULL THEN t.received_at ELSE f.received_at END AS notices_received_at,
  f.sender,
  f.inbox,
  f.feed,
  f.period,
  f.revision,
  f.file_name,
  f.sha256,
  f.received_at,
  f.state,
  f.state_reason,
  t.file_name AS twin_name,
  coalesce(f.header_line, t.header_line) AS header_line,
  f.rows_received,
  f.rows_loaded,
  f.rows_quarantined,
  f.rows_duplicate,
  f.rows_rejected,
  f.submissions_received,
  f.submissions_loaded,
  f.submissions_quarantined,
  f.submissions_duplicate,
  f.submissions_rejected
FROM unnest(:ids::bigint[]) WITH ORDINALITY AS due (id, place)
JOIN submission_files f ON f.id = due.id
LEFT JOIN submission_files t ON t.id = f.twin_id
WHERE f.state NOT IN ('RECEIVED', 'CHECKING')
  AND f.answered_state IS DISTINCT FROM f.state
ORDER BY due.place
