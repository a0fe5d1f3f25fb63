SELECT id, state, state_reason, received_at, coalesce(revision, 0) AS revision
FROM submission_files
WHERE isp_id = :isp_id AND period = :period AND feed = :feed AND inbox = 'FILING'
  AND state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'SUPERSEDED', 'REJECTED')
ORDER BY received_at, id
