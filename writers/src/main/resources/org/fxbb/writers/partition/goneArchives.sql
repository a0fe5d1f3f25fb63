-- Archives of dropped partitions whose days no partition of the table covers again, in order of time.
SELECT a.id, a.parent_table, a.partition_name, a.range_from, a.range_to, a.file_path, a.rows, a.bytes, a.sha256, a.content_checksum, a.columns, a.state
FROM partition_archives a
WHERE a.parent_table = :table
  AND a.state = 'DROPPED'
  AND NOT EXISTS (
    SELECT 1 FROM partition_ranges r
    WHERE r.parent_table = a.parent_table AND r.range_from < a.range_to AND r.range_to > a.range_from)
ORDER BY a.range_from, a.id
