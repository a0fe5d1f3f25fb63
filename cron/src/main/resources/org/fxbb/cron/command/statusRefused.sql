-- Filings that were refused before it was known which filing of whom they are; members of zips are told with their zip.
SELECT sender, file_name, received_at, state_reason
FROM submission_files
WHERE inbox = 'FILING'
  AND state = 'REJECTED'
  AND isp_id IS NULL
  AND received_at >= :since
  AND (CAST(:sender AS text) IS NULL OR sender = :sender)
ORDER BY received_at DESC, id DESC
