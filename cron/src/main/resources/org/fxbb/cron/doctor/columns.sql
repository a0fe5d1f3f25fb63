-- Columns of every table of the business schema, partitions apart, in a fixed order.
SELECT
  c.relname AS table_name,
  a.attname AS column_name,
  format_type(a.atttypid, NULL) AS type_name
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid
WHERE n.nspname = 'public'
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY c.relname COLLATE "C", a.attname COLLATE "C"
