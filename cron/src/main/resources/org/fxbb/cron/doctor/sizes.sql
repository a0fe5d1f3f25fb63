-- The tables of the engine's schemas, largest first; partitions count for their table.
WITH parts AS (
  SELECT
    coalesce(pg_partition_root(c.oid), c.oid::regclass) AS root,
    c.relkind = 'r' AND c.relispartition AS is_partition,
    greatest(c.reltuples, 0) AS tuples,
    pg_table_size(c.oid) AS table_bytes,
    pg_indexes_size(c.oid) AS index_bytes,
    CASE WHEN c.reltoastrelid = 0 THEN 0 ELSE pg_total_relation_size(c.reltoastrelid) END AS toast_bytes
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'fxbb_staging', 'batch', 'quartz')
    AND c.relkind IN ('r', 'p')
)
SELECT
  root::text AS table_name,
  count(*) FILTER (WHERE is_partition) AS partitions,
  sum(tuples)::bigint AS rows_estimated,
  sum(table_bytes - toast_bytes)::bigint AS heap_bytes,
  sum(index_bytes)::bigint AS index_bytes,
  sum(toast_bytes)::bigint AS toast_bytes
FROM parts
GROUP BY root
ORDER BY sum(table_bytes + index_bytes) DESC, root::text COLLATE "C"
