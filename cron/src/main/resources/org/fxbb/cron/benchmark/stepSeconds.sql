-- Seconds that the steps of the newest run of any job took whose names begin so; a partition's name has a colon.
SELECT sum(extract(epoch FROM s.end_time - s.start_time))
FROM batch.batch_step_execution s
WHERE s.job_execution_id = (SELECT max(job_execution_id) FROM batch.batch_job_execution)
  AND s.step_name LIKE ?
  AND s.step_name NOT LIKE '%:%'
