-- Tables of the engine's other schemas.
SELECT
  n.nspname::text AS schema_name,
  c.relname::text AS name,
  coalesce(obj_description(c.oid, 'pg_class'), '') AS comment
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('fxbb_staging', 'batch', 'quartz')
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
ORDER BY n.nspname, c.relname COLLATE "C"
