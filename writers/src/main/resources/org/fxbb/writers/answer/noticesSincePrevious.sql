-- Two tries of a filing: a notice is still there where row, column and what was found are the same, or where its row moved with
-- equal cells; of the file as a whole where code and column are the same. As often as it was told, so that counts add up.
-- What was received of a row is put beside its notices by a window and not by a join, which the planner, not knowing a load of a
-- moment ago, would do row by row.
WITH told_or_kept AS (
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
    NULL AS kept
  FROM submission_notices n
  WHERE n.submission_file_id IN (:file, :previous)
    AND n.file_received_at IN (:received_at, :previous_received_at)
    AND (n.submission_file_id = :file OR n.severity <> 'INFO')
  UNION ALL
  SELECT q.submission_file_id, NULL, NULL, q.row_number, NULL, NULL, NULL, NULL, NULL, NULL, md5(q.raw)
  FROM quarantined_rows q
  WHERE q.submission_file_id IN (:file, :previous)
    AND q.file_received_at IN (:received_at, :previous_received_at)
), beside AS (
  SELECT told_or_kept.*, coalesce(min(kept) OVER (PARTITION BY submission_file_id, row_number), '') AS raw
  FROM told_or_kept
), told AS (
  SELECT
    submission_file_id = :file AS mine,
    code,
    severity,
    beside.row_number,
    column_name,
    found,
    expected,
    message_en,
    message_bn,
    fix_en,
    CASE WHEN beside.row_number IS NULL THEN '' ELSE coalesce(found, '') END AS seen,
    raw
  FROM beside
  WHERE code IS NOT NULL
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
  severity,
  row_number,
  column_name,
  found,
  expected,
  message_en,
  message_bn,
  fix_en,
  CASE WHEN severity <> 'INFO' THEN NOT still END AS is_new
FROM compared
WHERE mine
ORDER BY
  array_position(ARRAY['FATAL', 'ERROR', 'WARNING', 'INFO'], severity),
  code,
  compared.row_number NULLS FIRST,
  column_name,
  found
