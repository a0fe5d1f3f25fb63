-- A zip is what its members came to, and its own notices: accepted as a whole only where nothing of it was refused.
UPDATE submission_files c
SET state = m.state,
  state_reason = m.reason,
  state_at = :now,
  updated_at = :now
FROM (
  SELECT
    CASE
      WHEN bool_or(state IN ('RECEIVED', 'CHECKING')) THEN 'CHECKING'
      WHEN bool_or(state = 'WAITING') THEN 'WAITING'
      WHEN bool_and(state = 'REJECTED') THEN 'REJECTED'
      WHEN bool_or(state IN ('REJECTED', 'ACCEPTED_WITH_ERRORS')) OR EXISTS (
        SELECT FROM submission_notices n
        WHERE n.submission_file_id = :id AND n.file_received_at = :received_at AND n.severity = 'ERROR'
      ) THEN 'ACCEPTED_WITH_ERRORS'
      WHEN bool_and(state = 'SUPERSEDED') THEN 'SUPERSEDED'
      ELSE 'ACCEPTED'
    END AS state,
    CASE
      WHEN bool_or(state IN ('RECEIVED', 'CHECKING')) THEN NULL
      WHEN bool_or(state = 'WAITING') THEN min(state_reason) FILTER (WHERE state = 'WAITING')
      WHEN bool_and(state = 'REJECTED') THEN min(state_reason)
    END AS reason
  FROM submission_files
  WHERE container_id = :id
) m
WHERE c.id = :id AND c.state IS DISTINCT FROM m.state
