INSERT INTO data_provenance (file_received_at, load_id, submission_file_id, isp_id, target_table, rows, loaded_at)
SELECT coalesce(f.received_at, :now), :load_id, t.submission_file_id, max(t.isp_id), :table_name, sum(t.n), :now
FROM (
  SELECT b.submission_file_id, max(b.isp_id) AS isp_id, count(*) AS n
  FROM staged_{layout} s
  JOIN staged_submissions b ON b.submission_id = s.submission_id
  GROUP BY b.submission_file_id
  UNION ALL
  SELECT submission_file_id, max(isp_id), -count(*)
  FROM staged_outcomes
  WHERE target_table = :table_name
  GROUP BY submission_file_id
) t
LEFT JOIN submission_files f ON f.id = t.submission_file_id
GROUP BY t.submission_file_id, f.received_at
HAVING sum(t.n) <> 0
