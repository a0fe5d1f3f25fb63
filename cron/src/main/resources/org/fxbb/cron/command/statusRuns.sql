-- The newest execution of every job.
SELECT DISTINCT ON (i.job_name)
  i.job_name,
  (SELECT p.parameter_value FROM batch.batch_job_execution_params p WHERE p.job_execution_id = e.job_execution_id AND p.parameter_name = 'period') AS period,
  (SELECT p.parameter_value FROM batch.batch_job_execution_params p WHERE p.job_execution_id = e.job_execution_id AND p.parameter_name = 'run') AS run,
  e.status,
  e.start_time,
  e.end_time,
  (SELECT s.step_name FROM batch.batch_step_execution s WHERE s.job_execution_id = e.job_execution_id ORDER BY s.step_execution_id DESC LIMIT 1) AS step
FROM batch.batch_job_instance i
JOIN batch.batch_job_execution e ON e.job_instance_id = i.job_instance_id
ORDER BY i.job_name, e.job_execution_id DESC
