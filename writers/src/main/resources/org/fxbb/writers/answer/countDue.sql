SELECT count(*)
FROM submission_files
WHERE state NOT IN ('RECEIVED', 'CHECKING') AND answered_state IS DISTINCT FROM state
  AND container_id IS NULL
