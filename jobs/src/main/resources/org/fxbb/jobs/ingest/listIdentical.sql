SELECT f.isp_id = :isp_id AS own, f.period
FROM submission_files f
WHERE f.content_sha256 = :content_sha256
  AND f.inbox = 'FILING'
  AND f.feed = :feed
  AND f.id <> :file_id
  AND f.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'SUPERSEDED')
  AND (f.isp_id <> :isp_id OR f.period <> :period)
ORDER BY f.period DESC, f.id
