-- What was wrong most in the filings of the month, trials left out: notices by code, the most frequent first.
SELECT
  n.code AS row_key,
  n.code,
  n.severity,
  count(*) AS notices,
  count(DISTINCT f.id) AS files,
  count(DISTINCT f.isp_id) AS isps
FROM submission_notices n
JOIN submission_files f ON f.id = n.submission_file_id AND f.received_at = n.file_received_at
WHERE f.period = :period AND f.inbox = 'FILING'
  AND n.severity <> 'INFO'
  AND n.file_received_at >= :period_start_at AND n.file_received_at <= :now
GROUP BY n.code, n.severity
ORDER BY count(*) DESC, n.code
