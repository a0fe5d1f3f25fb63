SELECT id, state, state_reason, received_at, coalesce(revision, 0) AS revision, coalesce(rows_received - rows_duplicate, 0) AS rows
FROM submission_files
WHERE isp_id = :isp_id AND period = :period AND feed = :feed AND inbox = 'FILING'
  AND state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'SUPERSEDED', 'REJECTED')
ORDER BY received_at, id
