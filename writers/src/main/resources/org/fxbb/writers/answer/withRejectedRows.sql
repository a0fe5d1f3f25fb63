-- Which files of a page have rows that failed.
SELECT a.id
FROM (SELECT DISTINCT id, received_at FROM unnest(:ids::bigint[], :received_ats::timestamptz[]) AS f (id, received_at)) a
WHERE EXISTS (
    SELECT 1
    FROM quarantined_rows q
    WHERE q.submission_file_id = a.id AND q.file_received_at = a.received_at AND q.file_received_at BETWEEN :first AND :last
  )
  OR EXISTS (
    SELECT 1
    FROM submission_notices n
    WHERE n.submission_file_id = a.id AND n.file_received_at = a.received_at AND n.file_received_at BETWEEN :first AND :last
      AND n.severity = 'ERROR' AND n.row_number IS NOT NULL
  )
