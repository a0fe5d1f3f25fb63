SELECT coalesce(
  max(revision) FILTER (WHERE sha256 = :sha256),
  max(revision) + 1,
  0) AS revision
FROM submission_files
WHERE sender = :sender AND lower(file_name) = lower(:file_name) AND id < :id AND inbox = 'FILING'
  AND state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'SUPERSEDED', 'REJECTED')
