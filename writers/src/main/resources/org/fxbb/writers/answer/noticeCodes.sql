-- How many notices of each code the files of a page have, and the first of each as an example.
WITH counted AS (
  SELECT n.submission_file_id, n.file_received_at, n.code, n.severity, count(*) AS notices, min(coalesce(n.row_number, 0)) AS first_row
  FROM (SELECT DISTINCT id, received_at FROM unnest(:ids::bigint[], :received_ats::timestamptz[]) AS f (id, received_at)) a
  JOIN submission_notices n ON n.submission_file_id = a.id AND n.file_received_at = a.received_at
  WHERE n.file_received_at BETWEEN :first AND :last
  GROUP BY n.submission_file_id, n.file_received_at, n.code, n.severity
)
SELECT DISTINCT ON (c.submission_file_id, array_position(ARRAY['FATAL', 'ERROR', 'WARNING', 'INFO'], c.severity), c.code)
  c.submission_file_id,
  c.notices,
  n.code,
  n.severity,
  n.row_number,
  n.column_name,
  n.found,
  n.expected,
  n.message_en,
  n.message_bn,
  n.fix_en
FROM counted c
JOIN submission_notices n
  ON n.submission_file_id = c.submission_file_id
  AND n.file_received_at = c.file_received_at
  AND n.code = c.code
  AND n.severity = c.severity
  AND coalesce(n.row_number, 0) = c.first_row
WHERE n.file_received_at BETWEEN :first AND :last
ORDER BY
  c.submission_file_id,
  array_position(ARRAY['FATAL', 'ERROR', 'WARNING', 'INFO'], c.severity),
  c.code,
  n.column_name,
  n.found
