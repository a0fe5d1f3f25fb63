-- Why rows and records were not loaded, most frequent first.
SELECT code COLLATE "C" AS name, count(*) AS amount
FROM quarantined_rows
GROUP BY code
ORDER BY amount DESC, name
LIMIT 12
