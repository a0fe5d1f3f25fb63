-- How many files are in which state, and since when the oldest of them.
SELECT
  state,
  count(*) AS files,
  min(received_at) AS oldest
FROM submission_files
GROUP BY state
ORDER BY state COLLATE "C"
