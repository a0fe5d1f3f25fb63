-- Tables and partitions with a thousand dead rows or more, most first.
SELECT
  s.relid::regclass::text AS table_name,
  s.n_live_tup AS live_rows,
  s.n_dead_tup AS dead_rows
FROM pg_stat_user_tables s
WHERE s.n_dead_tup >= 1000
ORDER BY s.n_dead_tup DESC, s.relid::regclass::text COLLATE "C"
