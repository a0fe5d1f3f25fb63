-- Every partitioned table of the business schema: its partitions, how far they reach without a gap, what is past retention.
WITH bounds AS (
  SELECT
    i.inhparent AS parent,
    regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(.([0-9][0-9 :.+-]*).\) TO \(.([0-9][0-9 :.+-]*).\)') AS bound
  FROM pg_inherits i
  JOIN pg_class c ON c.oid = i.inhrelid AND c.relkind = 'r'
),
parts AS (
  -- Bounds are dates, or instants with an offset, which are Dhaka midnights.
  SELECT
    parent,
    CASE WHEN length(bound[1]) = 10 THEN bound[1]::date ELSE (bound[1]::timestamptz AT TIME ZONE 'Asia/Dhaka')::date END AS first_day,
    CASE WHEN length(bound[2]) = 10 THEN bound[2]::date ELSE (bound[2]::timestamptz AT TIME ZONE 'Asia/Dhaka')::date END AS day_after
  FROM bounds
),
tables AS (
  SELECT
    t.oid AS parent,
    t.relname AS table_name,
    p.premake_days AS days_wanted,
    CAST(:today AS date) - make_interval(months => p.retention_months) AS keep_from
  FROM pg_class t
  LEFT JOIN partition_policies p ON p.parent_table = t.relname
  WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'p' AND NOT t.relispartition
)
SELECT
  t.table_name,
  (SELECT count(*) FROM parts p WHERE p.parent = t.parent) AS partitions,
  (SELECT min(p.first_day) FROM parts p WHERE p.parent = t.parent) AS oldest,
  (
    -- The first day from today on without a partition is today or the day after one ends.
    SELECT min(candidate) - CAST(:today AS date) - 1
    FROM (
      SELECT CAST(:today AS date) AS candidate
      UNION ALL
      SELECT p.day_after FROM parts p WHERE p.parent = t.parent AND p.day_after > CAST(:today AS date)
    ) c
    WHERE NOT EXISTS (
      SELECT 1 FROM parts p WHERE p.parent = t.parent AND p.first_day <= c.candidate AND c.candidate < p.day_after)
  ) AS days_ahead,
  t.days_wanted,
  (SELECT count(*) FROM parts p WHERE p.parent = t.parent AND p.day_after <= t.keep_from) AS expired,
  (SELECT count(*) FROM parts p WHERE p.parent = t.parent AND p.day_after <= t.keep_from - interval '8 days'
    -- What fxbb restore brought back stays until somebody asks to retain it.
    AND NOT EXISTS (
      SELECT 1 FROM partition_archives a
      WHERE a.parent_table = t.table_name AND a.range_from = p.first_day AND a.state = 'RESTORED')) AS overdue
FROM tables t
ORDER BY t.table_name COLLATE "C"
