-- The steps of the newest run of any job that took longest, and the time between and around steps; a partition's name has a colon.
WITH steps AS (
  SELECT s.step_name AS name, extract(epoch FROM s.end_time - s.start_time) AS seconds
  FROM batch.batch_step_execution s
  WHERE s.job_execution_id = (SELECT max(job_execution_id) FROM batch.batch_job_execution)
    AND s.step_name NOT LIKE '%:%'
), listed AS (
  SELECT name, seconds FROM steps WHERE seconds >= 0.05
  UNION ALL
  SELECT (SELECT count(*) FROM steps WHERE seconds < 0.05) || ' others', (SELECT coalesce(sum(seconds), 0) FROM steps WHERE seconds < 0.05)
  UNION ALL
  SELECT 'between them', (SELECT extract(epoch FROM j.end_time - j.start_time) FROM batch.batch_job_execution j ORDER BY j.job_execution_id DESC LIMIT 1) - (SELECT sum(seconds) FROM steps)
)
SELECT name || ' ' || to_char(seconds, 'FM999990.00') || ' s' FROM listed ORDER BY seconds DESC
