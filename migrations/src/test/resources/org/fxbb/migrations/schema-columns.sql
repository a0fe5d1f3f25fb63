-- Their columns, with a default only where it says something.
SELECT
  c.relname::text AS table_name,
  a.attname::text AS name,
  format_type(a.atttypid, a.atttypmod) AS type,
  a.attnotnull AS required,
  a.attidentity <> '' AS generated,
  CASE WHEN d.adbin IS NOT NULL AND pg_get_expr(d.adbin, d.adrelid) NOT IN ('now()', 'CURRENT_USER')
    THEN replace(replace(pg_get_expr(d.adbin, d.adrelid), '::text', ''), '::regclass', '') END AS default_value,
  coalesce(col_description(c.oid, a.attnum), '') AS comment
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relnamespace = 'public'::regnamespace
  AND c.relkind IN ('r', 'p', 'v')
  AND NOT c.relispartition
ORDER BY c.relname COLLATE "C", a.attnum
