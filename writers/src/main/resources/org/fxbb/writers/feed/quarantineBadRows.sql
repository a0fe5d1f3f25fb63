-- The first error of a row, in the order in which the checks ran, is the one that put it here.
INSERT INTO staged_quarantine (submission_file_id, isp_id, feed, row_number, record_kind, code, raw)
SELECT n.submission_file_id, n.isp_id, coalesce(n.feed, ''), s.row_number, 'ROW', n.code, s.raw
FROM staged_{layout} s
JOIN (
  SELECT DISTINCT ON (row_number) submission_file_id, isp_id, feed, row_number, code
  FROM staged_notices
  WHERE severity = 'ERROR' AND row_number IS NOT NULL
  ORDER BY row_number, ctid
) n ON n.row_number = s.row_number
