-- Schemas of this database that are not the engine's.
SELECT n.nspname
FROM pg_namespace n
WHERE n.nspname NOT IN ('public', 'fxbb_staging', 'batch', 'quartz', 'information_schema')
  AND n.nspname NOT LIKE 'pg\_%'
ORDER BY n.nspname COLLATE "C"
