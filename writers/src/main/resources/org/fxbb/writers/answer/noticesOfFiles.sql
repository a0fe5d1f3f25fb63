SELECT
  n.submission_file_id,
  n.code,
  n.severity,
  n.row_number,
  n.column_name,
  n.found,
  n.expected,
  n.message_en,
  n.message_bn,
  n.fix_en,
  CAST(NULL AS boolean) AS is_new
FROM (SELECT DISTINCT id, received_at FROM unnest(:ids::bigint[], :received_ats::timestamptz[]) AS f (id, received_at)) a
JOIN submission_notices n ON n.submission_file_id = a.id AND n.file_received_at = a.received_at
WHERE n.file_received_at BETWEEN :first AND :last
ORDER BY
  n.submission_file_id,
  array_position(ARRAY['FATAL', 'ERROR', 'WARNING', 'INFO'], n.severity),
  n.code,
  n.row_number NULLS FIRST,
  n.column_name,
  n.found
