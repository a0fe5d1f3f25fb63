-- Columns of a table in their order; the primary key's tell their place in it.
SELECT
  a.attname AS name,
  format_type(a.atttypid, a.atttypmod) AS type,
  array_position(i.indkey::smallint[], a.attnum) AS key_place,
  a.attgenerated <> '' AS generated
FROM pg_attribute a
LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
WHERE a.attrelid = CAST(:table AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum
