-- Runs of jobs (instances) of which every attempt ended before :before, with all that belongs to them.
WITH old_runs AS (
  SELECT i.job_instance_id
  FROM batch.batch_job_instance i
  JOIN batch.batch_job_execution e ON e.job_instance_id = i.job_instance_id
  GROUP BY i.job_instance_id
  HAVING bool_and(e.end_time IS NOT NULL AND e.end_time < :before)
),
attempts AS (
  SELECT job_execution_id FROM batch.batch_job_execution WHERE job_instance_id IN (SELECT job_instance_id FROM old_runs)
),
steps AS (
  SELECT step_execution_id FROM batch.batch_step_execution WHERE job_execution_id IN (SELECT job_execution_id FROM attempts)
),
step_contexts AS (
  DELETE FROM batch.batch_step_execution_context WHERE step_execution_id IN (SELECT step_execution_id FROM steps)
),
job_contexts AS (
  DELETE FROM batch.batch_job_execution_context WHERE job_execution_id IN (SELECT job_execution_id FROM attempts)
),
parameters AS (
  DELETE FROM batch.batch_job_execution_params WHERE job_execution_id IN (SELECT job_execution_id FROM attempts)
),
gone_steps AS (
  DELETE FROM batch.batch_step_execution WHERE step_execution_id IN (SELECT step_execution_id FROM steps)
),
gone_attempts AS (
  DELETE FROM batch.batch_job_execution WHERE job_execution_id IN (SELECT job_execution_id FROM attempts)
),
gone_runs AS (
  DELETE FROM batch.batch_job_instance WHERE job_instance_id IN (SELECT job_instance_id FROM old_runs)
  RETURNING job_instance_id
)
SELECT count(*) FROM gone_runs
