SELECT code, severity, row_number, column_name, found, expected, message_en, message_bn, fix_en, CAST(NULL AS boolean) AS is_new
FROM submission_notices
WHERE submission_file_id = :file
  AND file_received_at = :received_at
ORDER BY
  array_position(ARRAY['FATAL', 'ERROR', 'WARNING', 'INFO'], severity),
  code,
  row_number NULLS FIRST,
  column_name,
  found
