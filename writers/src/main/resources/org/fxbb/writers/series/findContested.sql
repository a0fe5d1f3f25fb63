-- Rows of one table that compete for a key: staged ones with each other and with stored ones, some of which this load stored.
-- place 1 is the winner: the earliest (submission_time, submission_uuid, content), whatever came first.
CREATE TEMPORARY TABLE contested ON COMMIT DROP AS
WITH keys AS (
  SELECT {key}
  FROM staged_{layout}
  GROUP BY {key}
  HAVING count(*) > 1
  UNION
  SELECT {key}
  FROM staged_{layout} s
  JOIN {table} t USING ({key})
  WHERE t.submission_id <> s.submission_id
    AND t.time >= '{from}' AND t.time < '{to}'
),
contenders AS (
  SELECT {key}, {values}, submission_id, staged_row, true AS is_of_load
  FROM staged_{layout}
  JOIN keys USING ({key})
  UNION ALL
  SELECT {key}, {values}, submission_id, -1, EXISTS (SELECT FROM staged_submissions b WHERE b.submission_id = t.submission_id)
  FROM {table} t
  JOIN keys USING ({key})
  WHERE t.time >= '{from}' AND t.time < '{to}'
    AND NOT EXISTS (SELECT FROM staged_{layout} s WHERE ({s.key}) = ({t.key}) AND s.submission_id = t.submission_id)
),
submissions AS (
  SELECT submission_id, submission_file_id, line_number, submission_time, submission_uuid, content_hash
  FROM staged_submissions
  UNION ALL
  SELECT id, submission_file_id, line_number, submission_time, submission_uuid, content_hash
  FROM api_submissions a
  WHERE a.period_start >= timestamptz '{from}' - interval '3 days' AND a.period_start < timestamptz '{to}' + interval '3 days'
    AND a.id IN (SELECT submission_id FROM contenders WHERE NOT is_of_load)
)
SELECT c.*, b.submission_file_id, b.line_number,
  row_number() OVER (
    PARTITION BY {key}
    ORDER BY b.submission_time NULLS FIRST, b.submission_uuid, b.content_hash, c.staged_row
  ) AS place
FROM contenders c
LEFT JOIN submissions b ON b.submission_id = c.submission_id
