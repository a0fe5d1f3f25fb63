-- Rows of earlier parts that lost their place now are counted by displaceRows.
WITH part AS (
  INSERT INTO submission_file_parts (submission_file_id, part_number, loaded_at)
  VALUES (:id, :part, :now)
),
quarantine AS (
  SELECT count(*) AS rows
  FROM staged_quarantine
  WHERE submission_file_id = :id
),
outcomes AS (
  SELECT
    count(*) FILTER (WHERE is_of_load AND outcome = 'DUPLICATE') AS duplicates,
    count(*) FILTER (WHERE NOT is_of_load AND outcome = 'CONFLICT') AS displaced
  FROM staged_outcomes
  WHERE submission_file_id = :id
),
days AS (
  SELECT min(period_start) AS covers_from, max(period_start) AS covers_to
  FROM staged_submissions
)
UPDATE submission_files f
SET rows_received = f.rows_received + :rows,
  rows_loaded = f.rows_loaded + :rows - (q.rows - o.displaced) - o.duplicates,
  rows_quarantined = f.rows_quarantined + q.rows - o.displaced,
  rows_duplicate = f.rows_duplicate + o.duplicates,
  covers_from = least(f.covers_from, d.covers_from),
  covers_to = greatest(f.covers_to, d.covers_to),
  updated_at = :now
FROM quarantine q, outcomes o, days d
WHERE f.id = :id
