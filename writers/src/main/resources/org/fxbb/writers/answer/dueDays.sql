SELECT DISTINCT sender, (received_at AT TIME ZONE 'Asia/Dhaka')::date AS day
FROM submission_files
WHERE state NOT IN ('RECEIVED', 'CHECKING')
  AND answered_state IS DISTINCT FROM state
  AND inbox = 'AGENT'
ORDER BY sender, day
