-- Indexes of which a third or more is air, above a megabyte, most air first.
SELECT
  index_name,
  table_name,
  bytes,
  expected_bytes,
  bloat_ratio
FROM fxbb_index_bloat()
WHERE bloat_ratio >= 1.5
  AND bytes >= 1000000
ORDER BY bytes - expected_bytes DESC, index_name
