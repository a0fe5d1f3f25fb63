SELECT id, file_name
FROM submission_files
WHERE content_sha256 = :sha256
  AND sender = :sender
  AND inbox <> 'TRY'
  AND inbox <> 'AGENT'
  AND feed IS NOT DISTINCT FROM CAST(:feed AS text)
  AND period IS NOT DISTINCT FROM CAST(:period AS date)
  AND id <> :id
  AND (state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS') OR (state IN ('RECEIVED', 'CHECKING', 'WAITING') AND id < :id))
ORDER BY id
LIMIT 1
