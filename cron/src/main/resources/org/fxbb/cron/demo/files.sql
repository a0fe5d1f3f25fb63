-- What became of the files, with the reason of those that were not taken.
SELECT
  (state || CASE WHEN state = 'REJECTED' AND state_reason IS NOT NULL THEN ' ' || state_reason ELSE '' END) COLLATE "C" AS name,
  count(*) AS amount
FROM submission_files
GROUP BY 1
ORDER BY amount DESC, name
