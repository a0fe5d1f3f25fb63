UPDATE submission_files f
SET rows_loaded = f.rows_loaded - o.duplicates - o.conflicts,
  rows_duplicate = f.rows_duplicate + o.duplicates,
  rows_quarantined = f.rows_quarantined + o.conflicts,
  state = CASE WHEN f.state = 'ACCEPTED' AND o.conflicts > 0 THEN 'ACCEPTED_WITH_ERRORS' ELSE f.state END,
  answered_state = NULL,
  updated_at = :now
FROM (
  SELECT submission_file_id,
    count(*) FILTER (WHERE outcome = 'DUPLICATE') AS duplicates,
    count(*) FILTER (WHERE outcome = 'CONFLICT') AS conflicts
  FROM staged_outcomes
  WHERE NOT is_of_load
  GROUP BY submission_file_id
) o
WHERE f.id = o.submission_file_id
