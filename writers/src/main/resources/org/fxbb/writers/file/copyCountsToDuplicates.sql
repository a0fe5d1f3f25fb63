UPDATE submission_files d
SET rows_received = t.rows_received,
  rows_loaded = 0,
  rows_quarantined = 0,
  rows_duplicate = t.rows_received,
  rows_rejected = 0,
  submissions_received = t.submissions_received,
  submissions_loaded = CASE WHEN t.submissions_received IS NOT NULL THEN 0 END,
  submissions_quarantined = CASE WHEN t.submissions_received IS NOT NULL THEN 0 END,
  submissions_duplicate = t.submissions_received,
  submissions_rejected = CASE WHEN t.submissions_received IS NOT NULL THEN 0 END
FROM submission_files t
WHERE d.state = 'DUPLICATE' AND d.rows_received IS NULL AND t.id = d.twin_id AND t.rows_received IS NOT NULL
