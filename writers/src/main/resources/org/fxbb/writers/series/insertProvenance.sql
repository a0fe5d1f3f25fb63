INSERT INTO data_provenance (load_id, submission_file_id, target_table, rows, loaded_at)
SELECT :load_id, submission_file_id, :table_name, sum(n), :now
FROM (
  SELECT b.submission_file_id, count(*) AS n
  FROM staged_{layout} s
  JOIN staged_submissions b ON b.submission_id = s.submission_id
  GROUP BY b.submission_file_id
  UNION ALL
  SELECT submission_file_id, -count(*)
  FROM staged_outcomes
  WHERE target_table = :table_name
  GROUP BY submission_file_id
) t
GROUP BY submission_file_id
HAVING sum(n) <> 0
