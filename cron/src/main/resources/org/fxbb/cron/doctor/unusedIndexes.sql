-- Indexes of the business schema that were never scanned, each with those of its partitions; unique ones apart.
WITH used AS (
  SELECT
    coalesce(pg_partition_root(s.indexrelid), s.indexrelid::regclass)::oid AS index_id,
    sum(s.idx_scan) AS scans,
    sum(pg_relation_size(s.indexrelid)) AS bytes
  FROM pg_stat_user_indexes s
  WHERE s.schemaname = 'public'
  GROUP BY 1
)
SELECT
  i.relname AS index_name,
  t.relname AS table_name,
  u.bytes::bigint AS bytes,
  EXISTS (
    SELECT 1 FROM pg_constraint k
    WHERE k.contype = 'f' AND k.conrelid = x.indrelid AND k.conkey[1] = x.indkey[0]) AS for_foreign_key,
  obj_description(i.oid, 'pg_class') AS comment
FROM used u
JOIN pg_index x ON x.indexrelid = u.index_id
JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_class t ON t.oid = x.indrelid
WHERE u.scans = 0
  AND NOT x.indisunique
ORDER BY u.bytes DESC, i.relname COLLATE "C"
