-- Pairs of indexes of one table of which the first is superfluous; partitions follow their table and are left out.
WITH indexes AS (
  SELECT
    x.indexrelid,
    x.indrelid,
    x.indisunique,
    c.relam,
    x.indnatts > x.indnkeyatts AS includes_more,
    ARRAY(
      SELECT concat_ws(' ', pg_get_indexdef(x.indexrelid, k, false), x.indclass[k - 1], x.indcollation[k - 1], x.indoption[k - 1])
      FROM generate_series(1, x.indnkeyatts::integer) k
      ORDER BY k
    ) AS key,
    ARRAY(
      SELECT pg_get_indexdef(x.indexrelid, k, false)
      FROM generate_series(x.indnkeyatts + 1, x.indnatts::integer) k
      ORDER BY 1
    ) AS included,
    coalesce(pg_get_expr(x.indpred, x.indrelid), '') AS condition
  FROM pg_index x
  JOIN pg_class c ON c.oid = x.indexrelid
  WHERE c.relnamespace = 'public'::regnamespace
    AND NOT c.relispartition
)
SELECT DISTINCT ON (i.relname COLLATE "C")
  i.relname AS index_name,
  t.relname AS table_name,
  j.relname AS covered_by,
  a.key = b.key AS same,
  (SELECT coalesce(sum(pg_relation_size(p.relid)), 0) FROM pg_partition_tree(a.indexrelid) p)::bigint
    + CASE WHEN i.relkind = 'i' THEN pg_relation_size(a.indexrelid) ELSE 0 END AS bytes
FROM indexes a
JOIN indexes b ON b.indrelid = a.indrelid AND b.indexrelid <> a.indexrelid AND b.relam = a.relam AND b.condition = a.condition
JOIN pg_class i ON i.oid = a.indexrelid
JOIN pg_class j ON j.oid = b.indexrelid
JOIN pg_class t ON t.oid = a.indrelid
JOIN pg_am m ON m.oid = a.relam
WHERE a.included <@ b.included
  AND (
    -- The same key: the one that does not guard goes; of two alike the newer.
    (a.key = b.key AND (NOT a.indisunique AND b.indisunique OR a.indisunique = b.indisunique AND a.indexrelid > b.indexrelid))
    -- The first columns of a longer key: an ordered index serves them too.
    OR (m.amname = 'btree' AND NOT a.indisunique AND cardinality(a.key) < cardinality(b.key)
      AND a.key = b.key[1 : cardinality(a.key)])
  )
ORDER BY i.relname COLLATE "C", a.key = b.key DESC, j.relname COLLATE "C"
