-- What the merge must note of rows that went through staging, beside what went straight in.
WITH windows AS (
  INSERT INTO staged_windows (table_name, pop_id, isp_id, hour)
  SELECT DISTINCT '{table}', coalesce(pop_id, 0), isp_id, date_trunc('hour', time, 'UTC')
  FROM staged_{layout}
)
INSERT INTO staged_counts (table_name, submission_file_id, isp_id, rows)
SELECT '{table}', b.submission_file_id, b.isp_id, count(*)
FROM staged_{layout} s
JOIN staged_submissions b ON b.submission_id = s.submission_id
GROUP BY b.submission_file_id, b.isp_id
