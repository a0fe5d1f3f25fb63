SELECT archive_path
FROM submission_files
WHERE isp_id = :isp_id
  AND period = :period
  AND feed = 'packages'
  AND inbox = 'TRY'
  AND state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS')
ORDER BY received_at DESC, id DESC
LIMIT 1
