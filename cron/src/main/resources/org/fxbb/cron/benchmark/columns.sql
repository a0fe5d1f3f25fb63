-- Columns of a table in their order, with type and whether they may be null.
SELECT a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull
FROM pg_attribute a
WHERE a.attrelid = ?::regclass
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY a.attnum
