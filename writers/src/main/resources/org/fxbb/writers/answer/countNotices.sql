-- How many notices each file of a page has, as far as it matters, and whether rows of it failed.
SELECT
  a.id,
  (
    SELECT count(*)
    FROM (
      SELECT 1
      FROM submission_notices n
      WHERE n.submission_file_id = a.id AND n.file_received_at = a.received_at AND n.file_received_at BETWEEN :first AND :last
      LIMIT :most
    ) counted
  ) AS notices,
  EXISTS (
    SELECT 1
    FROM quarantined_rows q
    WHERE q.submission_file_id = a.id AND q.file_received_at = a.received_at AND q.file_received_at BETWEEN :first AND :last
  ) OR EXISTS (
    SELECT 1
    FROM submission_notices n
    WHERE n.submission_file_id = a.id AND n.file_received_at = a.received_at AND n.file_received_at BETWEEN :first AND :last
      AND n.severity = 'ERROR' AND n.row_number IS NOT NULL
  ) AS rejected_rows
FROM (SELECT DISTINCT id, received_at FROM unnest(:ids::bigint[], :received_ats::timestamptz[]) AS f (id, received_at)) a
