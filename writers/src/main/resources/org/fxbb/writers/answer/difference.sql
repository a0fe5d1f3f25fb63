-- Two tries of a filing: a notice is still there where row, column and what was found are the same, or where its row moved with
-- equal cells; of the file as a whole where code and column are the same. As often as it was told, so that counts add up.
WITH told AS (
  SELECT
    n.submission_file_id = :file AS mine,
    n.code,
    n.severity,
    n.row_number,
    n.column_name,
    n.found,
    n.expected,
    n.message_en,
    n.message_bn,
    n.fix_en,
    CASE WHEN n.row_number IS NULL THEN '' ELSE coalesce(n.found, '') END AS seen,
    coalesce(q.raw, '') AS raw
  FROM submission_notices n
  LEFT JOIN (
    SELECT submission_file_id, row_number, min(md5(raw)) AS raw
    FROM quarantined_rows
    WHERE submission_file_id IN (:file, :previous) AND file_received_at IN (:received_at, :previous_received_at)
    GROUP BY submission_file_id, row_number
  ) q ON q.submission_file_id = n.submission_file_id AND q.row_number = n.row_number
  WHERE n.submission_file_id IN (:file, :previous)
    AND n.file_received_at IN (:received_at, :previous_received_at)
    AND (n.submission_file_id = :file OR n.severity <> 'INFO')
), numbered AS (
  SELECT told.*, row_number() OVER (PARTITION BY mine, code, row_number, column_name, seen ORDER BY expected) AS nth
  FROM told
), in_place AS (
  SELECT numbered.*, count(*) OVER (PARTITION BY code, row_number, column_name, seen, nth) = 2 AS stayed
  FROM numbered
), renumbered AS (
  SELECT in_place.*, row_number() OVER (PARTITION BY mine, stayed, code, column_name, seen, raw ORDER BY row_number) AS nth_moved
  FROM in_place
), compared AS (
  SELECT renumbered.*, stayed OR count(*) OVER (PARTITION BY stayed, code, column_name, seen, raw, nth_moved) = 2 AS still
  FROM renumbered
)
SELECT
  code,
  count(*) FILTER (WHERE NOT mine AND NOT still) AS fixed,
  count(*) FILTER (WHERE mine AND NOT still) AS new,
  count(*) FILTER (WHERE mine AND still) AS still
FROM compared
WHERE severity <> 'INFO'
GROUP BY code
ORDER BY code
