-- Why rows and records were not loaded, most frequent first.
SELECT code COLLATE "C" AS name, count(*) AS amount
FROM quarantined_rows
WHERE file_received_at >= (SELECT min(received_at) FROM submission_files)
  AND file_received_at <= (SELECT max(received_at) FROM submission_files)
GROUP BY code
ORDER BY amount DESC, name
LIMIT 12
