WITH parts AS (
  DELETE FROM submission_file_parts
  WHERE submission_file_id = :id
)
UPDATE submission_files
SET state = CASE WHEN rows_quarantined > 0 OR CAST(:damage AS text) IS NOT NULL THEN 'ACCEPTED_WITH_ERRORS' ELSE 'ACCEPTED' END,
  state_reason = :damage,
  state_at = :now,
  content_sha256 = :content_sha256,
  answered_state = NULL,
  updated_at = :now
WHERE id = :id
