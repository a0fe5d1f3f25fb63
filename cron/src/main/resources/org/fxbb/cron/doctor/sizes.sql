-- The largest tables of the business schema, each with its partitions, indexes included.
SELECT
  root.relname AS table_name,
  count(*) FILTER (WHERE part.relispartition) AS partitions,
  coalesce(sum(greatest(part.reltuples, 0)), 0)::bigint AS rows_estimated,
  coalesce(sum(pg_total_relation_size(part.oid)), 0)::bigint AS bytes
FROM pg_class root
JOIN pg_namespace n ON n.oid = root.relnamespace
JOIN LATERAL (
  SELECT t.relid FROM pg_partition_tree(root.oid) t WHERE t.isleaf
  UNION
  SELECT root.oid WHERE root.relkind = 'r'
) leaf ON true
JOIN pg_class part ON part.oid = leaf.relid
WHERE n.nspname = 'public'
  AND root.relkind IN ('r', 'p')
  AND NOT root.relispartition
GROUP BY root.relname
ORDER BY bytes DESC, root.relname COLLATE "C"
