-- The executions of one run of a job, and of the runs that its steps started: the newest run that fits what was asked.
WITH executions AS (
  SELECT
    e.job_execution_id,
    e.job_instance_id,
    i.job_name,
    (SELECT p.parameter_value FROM batch.batch_job_execution_params p WHERE p.job_execution_id = e.job_execution_id AND p.parameter_name = 'period') AS period,
    (SELECT p.parameter_value FROM batch.batch_job_execution_params p WHERE p.job_execution_id = e.job_execution_id AND p.parameter_name = 'run') AS run
  FROM batch.batch_job_execution e
  JOIN batch.batch_job_instance i ON i.job_instance_id = e.job_instance_id
),
asked AS (
  SELECT job_instance_id, concat_ws(' ', job_name, period, run) AS inner_run
  FROM executions
  WHERE job_name = :job AND (:period::text IS NULL OR period = :period::text) AND (:run::text IS NULL OR run = :run)
  ORDER BY job_execution_id DESC
  LIMIT 1
)
SELECT e.job_execution_id
FROM executions e
JOIN asked a ON e.job_instance_id = a.job_instance_id OR e.run = a.inner_run
ORDER BY e.job_execution_id
