-- What holds for their rows, and what makes them quick to find: constraints and indexes, in reading order.
SELECT
  t.relname::text AS table_name,
  CASE k.contype WHEN 'p' THEN 1 WHEN 'u' THEN 2 WHEN 'f' THEN 3 ELSE 4 END AS kind,
  k.conname::text AS name,
  pg_get_constraintdef(k.oid) AS definition,
  CASE WHEN k.contype = 'f' THEN k.confrelid::regclass::text END AS target,
  CASE WHEN k.contype = 'f' THEN (
    SELECT bool_and(a.attnotnull) FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
  ) END AS target_required,
  coalesce(obj_description(k.oid, 'pg_constraint'), '') AS comment
FROM pg_constraint k
JOIN pg_class t ON t.oid = k.conrelid
WHERE t.relnamespace = 'public'::regnamespace
  AND NOT t.relispartition
  AND k.contype IN ('p', 'u', 'f', 'c')
UNION ALL
SELECT
  t.relname::text,
  5,
  i.relname::text,
  CASE WHEN x.indisunique THEN 'UNIQUE ' ELSE '' END || regexp_replace(pg_get_indexdef(i.oid), '^.* USING btree ', ''),
  NULL,
  NULL,
  coalesce(obj_description(i.oid, 'pg_class'), '')
FROM pg_index x
JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_class t ON t.oid = x.indrelid
WHERE t.relnamespace = 'public'::regnamespace
  AND NOT t.relispartition
  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u'))
ORDER BY 1, 2, 3
