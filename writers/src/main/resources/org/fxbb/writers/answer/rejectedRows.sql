-- One line per failed row and error; rows quarantined without a notice of their own show their code.
SELECT
  coalesce(n.row_number, q.row_number) AS row_number,
  q.raw,
  coalesce(n.code, q.code) AS code,
  n.column_name,
  n.found,
  n.expected,
  n.fix_en
FROM (
  SELECT row_number, code, column_name, found, expected, fix_en
  FROM submission_notices
  WHERE submission_file_id = :file AND file_received_at = :received_at AND severity = 'ERROR' AND row_number IS NOT NULL
) n
FULL JOIN (
  SELECT DISTINCT ON (row_number) row_number, raw, code
  FROM quarantined_rows
  WHERE submission_file_id = :file AND file_received_at = :received_at
  ORDER BY row_number, code
) q ON q.row_number = n.row_number
ORDER BY 1, 4, 3, 5
