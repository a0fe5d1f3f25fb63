-- What the engine did not load, in a few words: files by state and reason, rows by notice.
SELECT feed || ' ' || state || coalesce(' (' || state_reason || ')', '') || ': ' || count(*) || ' files'
FROM submission_files
WHERE state <> 'ACCEPTED'
GROUP BY feed, state, state_reason
UNION ALL
SELECT code || ': ' || count(*) || ' rows'
FROM quarantined_rows
GROUP BY code
