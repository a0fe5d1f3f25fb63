-- Tables and partitions with rows of their own in the engine's schemas.
SELECT count(*)
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r'
  AND n.nspname IN ('public', 'fxbb_staging', 'batch', 'quartz')
