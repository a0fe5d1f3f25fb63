-- Why rows and records were not loaded, most frequent first.
SELECT code AS name, count(*) AS amount
FROM quarantined_rows
GROUP BY code
ORDER BY amount DESC, name COLLATE "C"
LIMIT 12
