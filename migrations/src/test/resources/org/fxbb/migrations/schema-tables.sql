-- Every table and view of schema public, partitions apart.
SELECT
  c.relname::text AS name,
  c.relkind = 'v' AS is_view,
  coalesce(obj_description(c.oid, 'pg_class'), '') AS comment,
  CASE WHEN c.relkind = 'p' THEN
    pg_get_partkeydef(c.oid)
      || coalesce((
        SELECT ', ' || CASE p.grain WHEN 'DAY' THEN 'a partition a day' ELSE 'a partition a month' END
          || CASE WHEN p.retention_months IS NULL THEN ', kept for ever' ELSE ', kept ' || p.retention_months || ' months' END
        FROM partition_policies p WHERE p.parent_table = c.relname), '')
  END AS partitioning,
  c.relrowsecurity AS row_security
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace
  AND c.relkind IN ('r', 'p', 'v')
  AND NOT c.relispartition
  AND c.relname <> 'flyway_schema_history'
ORDER BY c.relname COLLATE "C"
