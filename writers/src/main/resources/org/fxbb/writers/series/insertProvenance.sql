INSERT INTO data_provenance (file_received_at, load_id, submission_file_id, isp_id, target_table, rows, loaded_at)
SELECT coalesce(f.received_at, :now), :load_id, t.submission_file_id, max(t.isp_id), t.table_name, sum(t.rows), :now
FROM (
  SELECT table_name, submission_file_id, isp_id, rows
  FROM staged_counts
  UNION ALL
  SELECT target_table, submission_file_id, max(isp_id), -count(*)
  FROM staged_outcomes
  GROUP BY target_table, submission_file_id
) t
LEFT JOIN submission_files f ON f.id = t.submission_file_id
GROUP BY t.table_name, t.submission_file_id, f.received_at
HAVING sum(t.rows) <> 0
