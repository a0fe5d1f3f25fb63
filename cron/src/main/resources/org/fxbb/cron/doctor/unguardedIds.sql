-- Id columns of the business schema that no foreign key guards; partitions follow their table.
SELECT
  quote_ident(c.relname) AS table_name,
  a.attname AS column_name
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND a.attnum > 0
  AND NOT a.attisdropped
  AND a.attname LIKE '%\_id'
  AND a.atttypid = 'bigint'::regtype
  AND NOT EXISTS (
    SELECT 1 FROM pg_constraint k
    WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey))
ORDER BY c.relname COLLATE "C", a.attname COLLATE "C"
